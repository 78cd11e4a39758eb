"""Tell which articles a change of the registry can touch.

What is found in an article depends on those names alone whose pattern occurs in its text. So after
a change it is enough to look for the patterns that are new, gone or other than they were.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ahocorasick_rs import AhoCorasick

from ...corpus.model import Paragraph
from .level import BREAK, level
from .registry import Name, Registry
from .spelling import pattern


def searchable(paragraphs: Sequence[Paragraph]) -> str:
    """Return an article's text in the form that patterns are looked for in."""
    return level(BREAK.join(each.text.replace(BREAK, " ") for each in paragraphs)).low


class Changes:
    """The patterns by which two registries differ."""

    def __init__(self, before: Registry, after: Registry) -> None:
        self.patterns = tuple(sorted(set(_differing(before, after))))
        self._automaton = AhoCorasick(list(self.patterns), store_patterns=False)

    def touch(self, text: str) -> bool:
        """Tell whether a searchable text holds one of the patterns."""
        return bool(self.patterns) and bool(self._automaton.find_matches_as_indexes(text))


def _differing(before: Registry, after: Registry) -> Iterator[str]:
    """Yield the patterns whose names, or the surroundings of whose places, are not the same."""
    old, new = _by_pattern(before), _by_pattern(after)
    for each in old.keys() | new.keys():
        if old.get(each) != new.get(each):
            yield each
    moved = {
        slug
        for slug in before.slugs | after.slugs
        if tuple(before.surroundings(slug)) != tuple(after.surroundings(slug))
    }
    for each, names in (*old.items(), *new.items()):
        if any(name.entity in moved for name in names):
            yield each


def _by_pattern(registry: Registry) -> dict[str, tuple[Name, ...]]:
    return {pattern(group[0].form): group for group in registry.names}
