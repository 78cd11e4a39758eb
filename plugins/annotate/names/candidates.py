"""Find, in one pass, every place in a text that a name could stand at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from .edges import Edge, addresses, ends, is_shouted_word, stands_alone, starts
from .level import Levelled
from .nearness import Nearness
from .registry import Name, Registry
from .spelling import likeness


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
    found = sorted(_matches(registry, text), key=attrgetter("start", "end"))
    blocked = addresses(text.cased)
    if blocked:
        found = [each for each in found if not _overlaps(each, blocked)]
    return _upright(found)


def _overlaps(each: Candidate, spans: Iterable[tuple[int, int]]) -> bool:
    """Tell whether a candidate shares a letter with one of the spans."""
    return any(start < each.end and each.start < end for start, end in spans)


def _matches(registry: Registry, text: Levelled) -> Iterator[Candidate]:
    """Yield a candidate for each pattern that is written as one of its names, and stands free."""
    low, cased, names, last = text.low, text.cased, registry.names, len(text.low)
    near = Nearness(low)
    for index, start, end in registry.automaton.find_matches_as_indexes(low, overlapping=True):
        if end < last and low[end].isalnum():
            continue
        group = names[index]
        if start and low[start - 1].isalnum() and not group[0].arabic:
            continue
        written = _written(cased, start, end, group, near)
        if written:
            yield _candidate(cased, start, end, written)


def _written(
    cased: str, start: int, end: int, group: tuple[Name, ...], near: Nearness
) -> tuple[Name, ...]:
    """Return the names of a group that stand here, and are nearest to as written."""
    if len(group) == 1:
        (name,) = group
        same = likeness(cased[start:end], name.form.text, exact=name.exact) is not None
        return group if same and _can_stand(cased, start, end, name, near) else ()
    ranked = [
        (rank, name)
        for name in group
        if (rank := _rank(cased[start:end], name)) is not None
        and _can_stand(cased, start, end, name, near)
    ]
    best = min((rank for rank, _ in ranked), default=0)
    return tuple(name for rank, name in ranked if rank == best)


def _rank(written: str, name: Name) -> int | None:
    """Return how far words are from the alias as written, or None where they are not it."""
    rank = likeness(written, name.form.text, exact=name.exact)
    return rank if rank is None else 2 * name.form.derived + rank


def _can_stand(cased: str, first: int, end: int, name: Name, near: Nearness) -> bool:
    """Tell whether a name that is written here stands as a name of its own."""
    if name.surname and not stands_alone(cased, first, end):
        return False
    if name.near and not near.has(name.near, first, end):
        return False
    spaced = cased[first - 1 : first] == " " == cased[end : end + 1]
    if spaced and not (name.form.after_lam or cased[first:end].isupper()):
        return True
    return (
        starts(cased, first, arabic=name.arabic, after_lam=name.form.after_lam) is not Edge.CLOSED
        and ends(cased, end, person=name.kind == "person") is not Edge.CLOSED
        and not is_shouted_word(cased, first, end)
    )


def _candidate(cased: str, start: int, end: int, names: tuple[Name, ...]) -> Candidate:
    """Make a candidate, and tell whether it hangs on a hyphen."""
    if cased[start - 1 : start] != "-" != cased[end : end + 1]:
        return Candidate(start, end, names)
    person = names[0].kind == "person"
    return Candidate(
        start,
        end,
        names,
        after_hyphen=starts(cased, start, arabic=names[0].arabic) is Edge.LEANS,
        before_hyphen=ends(cased, end, person=person) is Edge.LEANS,
    )


def _upright(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates that need no other name beside them, or have it."""
    if not any(each.after_hyphen or each.before_hyphen for each in found):
        return tuple(found)
    begins, finishes = {each.start for each in found}, {each.end for each in found}
    return tuple(
        each
        for each in found
        if (not each.after_hyphen or each.start - 1 in finishes)
        and (not each.before_hyphen or each.end + 1 in begins)
    )
