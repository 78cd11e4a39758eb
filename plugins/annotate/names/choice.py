"""Choose among candidates: the longest, and the entity that an ambiguous name leads to."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from .candidates import Candidate
from .registry import Registry

_Standing = Mapping[str, Sequence[int]]  # where each entity's names stand, in order


@dataclass(frozen=True, slots=True)
class Choice:
    """A span of the levelled text and the entity that it leads to, or "" for left unlinked."""

    start: int
    end: int
    entity: str


def choose(
    registry: Registry,
    found: Sequence[Candidate],
    dateline: str,
    barred: frozenset[Candidate] = frozenset(),
) -> tuple[Choice, ...]:
    """Return the choices in order of place; none overlap.

    A candidate without names keeps its words unlinked. A surname counts once a longer name of its
    entity has stood before it. `barred` candidates introduce their entity, but are not chosen.
    """
    home = _home(registry, dateline)
    introduced: _Standing = {}
    if any(len(each.names) > 1 or _has_surname(each) for each in found):
        introduced = _introduced(registry, found, home)
    kept = found if not barred else [each for each in found if each not in barred]
    usable = [each for each in (_where_introduced(each, introduced) for each in kept) if each]
    chosen = (_settle(registry, each, home, introduced) for each in _longest(usable))
    return tuple(choice for choice in chosen if choice.entity)


def _introduced(registry: Registry, found: Sequence[Candidate], home: frozenset[str]) -> _Standing:
    """Return where each entity stands with a name that is no surname."""
    longer = _longest([each for each in map(_without_surnames, found) if each])
    sure = _standing((each.start, each.entities[0]) for each in longer if len(each.entities) == 1)
    if all(len(each.names) <= 1 for each in longer):
        return sure
    settled = (_settle(registry, each, home, sure) for each in longer)
    return _standing((choice.start, choice.entity) for choice in settled if choice.entity)


def _has_surname(each: Candidate) -> bool:
    """Tell whether one of the names needs an introduction."""
    if len(each.names) == 1:
        return each.names[0].surname
    return any(name.surname for name in each.names)


def _without_surnames(each: Candidate) -> Candidate | None:
    """Return the candidate with the names that need no introduction."""
    if not _has_surname(each):
        return each
    names = tuple(name for name in each.names if not name.surname)
    return replace(each, names=names) if names else None


def _where_introduced(each: Candidate, introduced: _Standing) -> Candidate | None:
    """Return the candidate without the surnames of entities that did not stand before it."""
    if not _has_surname(each):
        return each
    names = tuple(
        name
        for name in each.names
        if not name.surname or bisect_left(introduced.get(name.entity, ()), each.start)
    )
    if len(names) == len(each.names):
        return each
    return replace(each, names=names) if names else None


def _longest(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates that overlap no longer one, nor an earlier one of equal length.

    They come and go in order of place.
    """
    chosen: list[Candidate] = []
    crowd: list[Candidate] = []  # candidates that hang together by overlaps
    reach = 0
    for each in found:
        if each.start >= reach:
            chosen += crowd if len(crowd) <= 1 else _longest_of_crowd(crowd)
            crowd = []
        crowd.append(each)
        reach = max(reach, each.end)
    return chosen + _longest_of_crowd(crowd)


def _longest_of_crowd(crowd: list[Candidate]) -> list[Candidate]:
    """Return the longest, then the longest of what it leaves free, and so on."""
    starts: list[int] = []
    chosen: list[Candidate] = []
    for each in sorted(crowd, key=lambda each: (each.start - each.end, each.start)):
        at = bisect_left(starts, each.start)
        after = chosen[at].start if at < len(chosen) else each.end
        before = chosen[at - 1].end if at else each.start
        if before <= each.start and each.end <= after:
            starts.insert(at, each.start)
            chosen.insert(at, each)
    return chosen


def _standing(placed: Iterable[tuple[int, str]]) -> _Standing:
    """Gather where each entity stands."""
    standing: defaultdict[str, list[int]] = defaultdict(list)
    for start, entity in placed:
        standing[entity].append(start)
    return standing


def _home(registry: Registry, dateline: str) -> frozenset[str]:
    """Return the place that an article was filed from and the places around it."""
    here = registry.called(dateline) if dateline else frozenset()
    return here.union(*map(registry.surroundings, here))


def _settle(
    registry: Registry, each: Candidate, home: frozenset[str], standing: _Standing
) -> Choice:
    """Choose the entity: by context words, else the dateline, else what stands nearest."""
    if len(each.names) == 1:
        return Choice(each.start, each.end, each.names[0].entity)
    entities = each.entities
    if len(entities) > 1:
        entities = tuple(sorted({name.entity for name in each.names if name.near})) or entities
    if len(entities) > 1:
        entities = tuple(slug for slug in entities if _is_home(registry, slug, home)) or entities
    if len(entities) > 1:
        nearest = _nearest({slug: standing.get(slug, ()) for slug in entities}, each.start)
        entities = (nearest or _nearest(_around(registry, entities, standing), each.start),)
    return Choice(each.start, each.end, entities[0] if entities else "")


def _is_home(registry: Registry, slug: str, home: frozenset[str]) -> bool:
    """Tell whether a place is the dateline's, around it, or in it."""
    return slug in home or not home.isdisjoint(registry.surroundings(slug))


def _around(registry: Registry, entities: Sequence[str], standing: _Standing) -> _Standing:
    """Return, for each entity, where the places stand that it alone lies in."""
    around = {slug: set(registry.surroundings(slug)) for slug in entities}
    common = set.intersection(*around.values())
    return {
        slug: sorted(at for place in places - common for at in standing.get(place, ()))
        for slug, places in around.items()
    }


def _nearest(standing: _Standing, at: int) -> str:
    """Return the entity that stands nearest before a place, else nearest after it, else ""."""
    before = [
        (places[index - 1], slug)
        for slug, places in standing.items()
        if (index := bisect_left(places, at))
    ]
    if before:
        return max(before)[1]
    after = [(places[0], slug) for slug, places in standing.items() if places]
    return min(after)[1] if after else ""
