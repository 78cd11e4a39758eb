"""Keeping annotated articles between builds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.annotate import every
from plugins.annotate.anchors import Remembered
from plugins.annotate.every import annotate_every
from plugins.annotate.keeping import Kept
from plugins.corpus.model import Alias, Article, Entity

LINA = Entity("lina-haddad", "person", "Lina Haddad", (Alias("Haddad", surname=True),))
MARBAT = Entity("marbat", "place", "Marbat")
ENTITIES = (LINA, MARBAT)
ARTICLES = (
    Article("bridge", "Bridge", "2020-03-04", "post", "Lina Haddad closed the bridge at Marbat."),
    Article("ferry", "Ferry", "2020-03-05", "post", "About 300 people took the ferry on Monday."),
)


@pytest.fixture
def annotated(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the slugs of the articles that were annotated afresh, as it goes on."""
    slugs: list[str] = []
    plain = every.annotate

    def counting(article: Article, *rest: object) -> object:
        slugs.append(article.slug)
        return plain(article, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(every, "annotate", counting)
    return slugs


def build(
    folder: Path, articles: Sequence[Article] = ARTICLES, entities: Sequence[Entity] = ENTITIES
) -> object:
    """Annotate with what the folder keeps, each article with the memory of a first build."""
    kept = Kept(folder / "kept.sqlite")
    first = annotate_every(articles, entities, {})
    memory: dict[str, tuple[Remembered, ...]] = {
        each.annotated.article.slug: each.memory for each in first
    }
    worked = annotate_every(articles, entities, memory, kept=kept)
    kept.close()
    return [each.annotated for each in worked]


def test_a_second_build_annotates_nothing(tmp_path: Path, annotated: list[str]) -> None:
    """An unchanged collection is taken from the file as it is."""
    first = build(tmp_path)
    annotated.clear()
    assert build(tmp_path) == first
    assert annotated == ["bridge", "ferry"]  # the first, memoryless pass of `build` alone


def test_an_edited_article_is_annotated_again(tmp_path: Path, annotated: list[str]) -> None:
    """A changed body is not taken from the file."""
    build(tmp_path)
    annotated.clear()
    build(tmp_path, (replace(ARTICLES[0], body="Marbat is quiet."), ARTICLES[1]))
    assert annotated == ["bridge", "ferry", "bridge"]


def test_a_new_alias_touches_the_articles_that_hold_it(
    tmp_path: Path, annotated: list[str]
) -> None:
    """An article without the alias' words is not looked at again."""
    build(tmp_path)
    annotated.clear()
    ferry = replace(MARBAT, aliases=(Alias("ferry"),))
    build(tmp_path, ARTICLES, (LINA, ferry))
    assert annotated == ["bridge", "ferry", "ferry"]


NAMES = st.sampled_from(["Marbat", "Haddad", "Lina Haddad", "bridge", "ferry", "people", "Monday"])
FLAGS = st.booleans()
ENTITY = st.builds(
    lambda slug, name, alias, surname, within: Entity(
        slug, "place", name, (Alias(alias, surname=surname),), within=within
    ),
    st.sampled_from(["a", "b", "c"]),
    NAMES,
    NAMES,
    FLAGS,
    st.sampled_from(["", "a", "b"]),
)
REGISTRY = st.lists(ENTITY, max_size=3, unique_by=lambda each: each.slug)


@given(st.lists(REGISTRY, min_size=2, max_size=4))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_changes_the_result_is_that_of_a_clean_build(
    tmp_path_factory: pytest.TempPathFactory, registries: list[list[Entity]]
) -> None:
    """After any run of changes to the registry, kept and fresh articles are equal."""
    folder = tmp_path_factory.mktemp("kept")
    for entities in registries:
        kept = build(folder, ARTICLES, entities)
        clean = [each.annotated for each in annotate_every(ARTICLES, entities, {})]
        assert kept == clean
