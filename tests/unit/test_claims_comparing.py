"""Hold how statements stand to each other: a relation, never a verdict."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.claims.comparing import (
    AGREEMENT,
    DISAGREEMENT,
    ORIGIN,
    RELATIONS,
    SCOPE,
    SERIES,
    UNDATED,
    origins,
    relation,
    relations,
    same_origin_of,
    span,
)
from plugins.corpus.model import Annotated, Article, Claim, Statement

CLAIM = Claim("share", "Share", "share held", "percent", "Norden")
MAYOR = Statement(40, 40, "2016-05-02", "one", "p1", "q", said_by="mayor")
BRIGADE = Statement(60, 60, "2016-05-02", "two", "p1", "q", said_by="brigade")


def between(one: Statement, other: Statement) -> str:
    """Return the relation of two statements whose articles have nothing in common."""
    return relation(CLAIM, one, other, {})


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({}, DISAGREEMENT),
        ({"low": 40, "high": 40}, AGREEMENT),
        ({"low": 30, "high": 50}, AGREEMENT),
        ({"low": None, "high": 45}, AGREEMENT),
        ({"low": 45, "high": None}, DISAGREEMENT),
        ({"as_of": "2016-05-03"}, SERIES),
        ({"as_of": "2016-05"}, DISAGREEMENT),
        ({"as_of": "2016-05-02?"}, DISAGREEMENT),
        ({"as_of": "2016-04/.."}, DISAGREEMENT),
        ({"as_of": ""}, UNDATED),
        ({"unit": "districts"}, SCOPE),
        ({"scope": "the lower town"}, SCOPE),
        ({"unit": "percent", "scope": "Norden"}, DISAGREEMENT),
        ({"low": 40, "high": 40, "said_by": "mayor"}, ORIGIN),
        ({"low": 40, "high": 40, "origin": "mayor"}, ORIGIN),
        ({"low": 50, "high": 50, "said_by": "mayor"}, DISAGREEMENT),
        ({"low": 40, "high": 40, "said_by": "mayor", "as_of": "2016-05-09"}, SERIES),
    ],
)
def test_the_relation_follows_from_scope_origin_time_and_value(
    change: dict[str, object], kind: str
) -> None:
    """A difference is a disagreement only for the same thing at the same time."""
    other = replace(BRIGADE, **change)  # type: ignore[arg-type]
    assert between(MAYOR, other) == kind
    assert between(other, MAYOR) == kind


def test_articles_with_one_agency_text_have_one_origin() -> None:
    """The same value in both is one figure, though no speaker is named."""
    one = Statement(40, 40, "2016-05-02", "one", "p1", "q")
    other = replace(one, reported_by="two")
    assert between(one, other) == AGREEMENT
    assert relation(CLAIM, one, other, {"one": ("two",)}) == ORIGIN


def test_same_origin_holds_both_ways() -> None:
    """It is enough that one of the two articles says so."""
    article = Article("one", "One", "2016", "g", "", same_origin=("two",))
    found = same_origin_of([Annotated(article, (), (), (), (), "")])
    assert found == {"one": {"two"}, "two": {"one"}}


@pytest.mark.parametrize(
    ("value", "reach"),
    [
        (250, (245, 255)),
        (30000, (25000, 35000)),
        (7, (6.5, 7.5)),
        (2.5, (2.45, 2.55)),
        (0, (0, 0)),
        (100, (50, 150)),
    ],
)
def test_an_approximate_figure_stands_for_what_rounds_to_it(
    value: float, reach: tuple[float, float]
) -> None:
    """Half a unit of the last digit that is not zero, either way."""
    about = Statement(value, value, "", "one", "p1", "q", approximate=True)
    assert span(about) == pytest.approx(reach)


def test_an_approximate_figure_agrees_with_what_rounds_to_it() -> None:
    """About 250 and 247 are no disagreement; 250 and 247 are."""
    about = replace(MAYOR, low=250, high=250, approximate=True)
    exact = replace(BRIGADE, low=247, high=247)
    assert between(about, exact) == AGREEMENT
    assert between(replace(about, approximate=False), exact) == DISAGREEMENT


def test_statements_of_one_origin_are_one_group() -> None:
    """One agency's figure in two outlets counts once; another figure of it is another group."""
    passed_on = replace(MAYOR, reported_by="two")
    later = replace(MAYOR, low=50, high=50)
    assert origins([MAYOR, BRIGADE, passed_on, later], {}) == (
        (MAYOR, passed_on),
        (BRIGADE,),
        (later,),
    )


VALUES = st.none() | st.integers(0, 1000).map(float)
STATEMENTS = st.builds(
    Statement,
    low=VALUES,
    high=VALUES,
    as_of=st.sampled_from(["", "2016", "2016-05-02", "2016-05-02/..", "../2016-05-02"]),
    reported_by=st.sampled_from(["one", "two"]),
    anchor=st.just("p1"),
    quote=st.just("q"),
    said_by=st.sampled_from(["", "mayor", "brigade"]),
    unit=st.sampled_from(["", "districts"]),
    approximate=st.booleans(),
)


@given(st.lists(STATEMENTS, max_size=6))
def test_each_pair_has_one_relation_whichever_comes_first(statements: list[Statement]) -> None:
    """Relations are symmetric, and of the closed list."""
    claim = replace(CLAIM, statements=tuple(statements))
    found = relations(claim, {})
    assert len(found) == len(statements) * (len(statements) - 1) // 2
    for each in found:
        assert each.kind in RELATIONS
        assert relation(claim, each.other, each.one, {}) == each.kind


@given(st.lists(STATEMENTS, max_size=8))
def test_no_statement_is_lost_between_groups(statements: list[Statement]) -> None:
    """Every statement is in one group."""
    grouped = [each for group in origins(statements, {}) for each in group]
    assert sorted(map(repr, grouped)) == sorted(map(repr, statements))
