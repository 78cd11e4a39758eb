"""Find, in one pass, every place in a text that a name could stand at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from .edges import Edge, addresses, ends, is_shouted_word, stands_alone, starts
from .level import Levelled
from .nearness import Nearness
from .registry import Name, Registry
from .spelling import AS_WRITTEN, likeness

_Ranked = tuple[int, Name]  # the lower, the nearer to as written


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that could be a mention: a span of the levelled text, and whose names they are.

    `after_hyphen` and `before_hyphen`: it counts only if another name stands on that side.
    """

    start: int
    end: int
    names: tuple[Name, ...]
    after_hyphen: bool = False
    before_hyphen: bool = False

    @property
    def entities(self) -> tuple[str, ...]:
        """Return the entities that the words may lead to, sorted."""
        if len(self.names) == 1:
            return (self.names[0].entity,)
        return tuple(sorted({name.entity for name in self.names}))


def candidates(registry: Registry, text: Levelled) -> tuple[Candidate, ...]:
    """Return the candidates in order of place; those that lean on no other name are left out."""
    spans = _matches(registry, text)
    blocked = addresses(text.cased)
    places = sorted(spans)
    if blocked:
        places = [span for span in places if not _overlaps(span, blocked)]
    return _upright(tuple(_candidate(text.cased, span, spans[span]) for span in places))


def _overlaps(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    """Tell whether a span shares a letter with one of the others."""
    return any(start < span[1] and span[0] < end for start, end in others)


def _matches(registry: Registry, text: Levelled) -> dict[tuple[int, int], list[_Ranked]]:
    """Return the names that stand at each span, with how far each is from as written."""
    low, cased, names, last = text.low, text.cased, registry.names, len(text.low)
    spans: defaultdict[tuple[int, int], list[_Ranked]] = defaultdict(list)
    near = Nearness(low)
    for index, first, end in registry.automaton.find_matches_as_indexes(low, overlapping=True):
        if end < last and low[end].isalnum():
            continue
        group = names[index]
        if first and low[first - 1].isalnum() and not group[0].arabic:
            continue
        written = cased[first:end]
        for name in group:
            form = name.form
            same = written == form.text
            rank = AS_WRITTEN if same else likeness(written, form.text, exact=name.exact)
            if rank is not None and _can_stand(cased, first, end, name, near):
                spans[first + form.skip, end].append((2 * form.derived + rank, name))
    return spans


def _can_stand(cased: str, first: int, end: int, name: Name, near: Nearness) -> bool:
    """Tell whether a name that is written here stands as a name of its own."""
    if name.surname and not stands_alone(cased, first, end):
        return False
    if name.near and not near.has(name.near, first, end):
        return False
    if cased[first - 1 : first] == " " == cased[end : end + 1] and not cased[first:end].isupper():
        return True
    return (
        starts(cased, first, arabic=name.arabic, skipped=bool(name.form.skip)) is not Edge.CLOSED
        and ends(cased, end, person=name.kind == "person") is not Edge.CLOSED
        and not is_shouted_word(cased, first, end)
    )


def _candidate(cased: str, span: tuple[int, int], ranked: list[_Ranked]) -> Candidate:
    """Make a candidate of the names that are nearest to as written."""
    start, end = span
    if len(ranked) == 1:
        names: tuple[Name, ...] = (ranked[0][1],)
    else:
        best = min(ranked)[0]
        names = tuple(sorted(name for rank, name in ranked if rank == best))
    if "-" not in (cased[start - 1 : start], cased[end : end + 1]):
        return Candidate(start, end, names)
    person = names[0].kind == "person"
    return Candidate(
        start,
        end,
        names,
        after_hyphen=starts(cased, start, arabic=names[0].arabic) is Edge.LEANS,
        before_hyphen=ends(cased, end, person=person) is Edge.LEANS,
    )


def _upright(found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Return the candidates that need no other name beside them, or have it."""
    if not any(each.after_hyphen or each.before_hyphen for each in found):
        return found
    begins, finishes = {each.start for each in found}, {each.end for each in found}
    return tuple(
        each
        for each in found
        if (not each.after_hyphen or each.start - 1 in finishes)
        and (not each.before_hyphen or each.end + 1 in begins)
    )
