"""Merge what the machine now makes with what people have edited, against what it made before."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from ..corpus.header import read_header
from ..corpus.placing import part_hash, parts_of
from .composing import Composed, header_text


@dataclass(frozen=True, slots=True)
class Base:
    """What an earlier import made: header values, and the hashes of the body's paragraphs."""

    header: tuple[tuple[str, str], ...] = ()
    body: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """The article's text, and the places where people's words were kept against the machine's."""

    text: str
    kept_edits: tuple[str, ...] = ()


def base_from(report: str) -> Base:
    """Read from a cleaning report what the machine made.

    Of a report that is missing, torn or edited nothing is known: then all that stands in the
    article counts as people's words.
    """
    try:
        table = tomllib.loads(report)
        return Base(tuple(table["header"].items()), tuple(table["body"]), tuple(table["also"]))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError):
        return Base()


def merge(base: Base, edited: str, machine: Composed) -> Merged:
    """Return the machine's article with all that people changed in the edited one."""
    header, _ = read_header(edited, "")
    human = {each.key: "\n".join(value.text for value in each.values) for each in header.fields}
    fields, keys = _merged_header(dict(base.header), human, dict(machine.header))
    body, clashes = _merged_body(base.body, parts_of(header.body), parts_of(machine.body))
    text = f"---\n{header_text(fields)}---\n\n" + "\n\n".join(body) + "\n"
    return Merged(text, (*keys, *clashes))


def _merged_header(
    base: dict[str, str], human: dict[str, str], machine: dict[str, str]
) -> tuple[list[tuple[str, str]], list[str]]:
    order = [*machine, *(key for key in human if key not in machine)]
    fields, clashes = [], []
    for key in order:
        mine, theirs, before = machine.get(key, ""), human.get(key, ""), base.get(key, "")
        edited = theirs != before
        if edited and mine not in (before, theirs):
            clashes.append(key)
        value = theirs if edited else mine
        if value:
            fields.append((key, value))
    return fields, clashes


@dataclass(slots=True)
class _Slot:
    """What a version has before a paragraph of the base, and in its place."""

    before: list[str] = field(default_factory=list)
    here: list[str] = field(default_factory=list)
    changed: bool = True


def _merged_body(
    base: Sequence[str], human: Sequence[str], machine: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Merge paragraphs three ways; where both changed the same place, people's words stay."""
    merged: list[str] = []
    clashes: list[str] = []
    for place, (theirs, mine) in enumerate(
        zip(_slots(base, human), _slots(base, machine), strict=True), 1
    ):
        merged.extend(theirs.before or mine.before)
        merged.extend(theirs.here if theirs.changed else mine.here)
        both = theirs.changed and mine.changed and theirs.here != mine.here
        if both or (theirs.before and mine.before and theirs.before != mine.before):
            clashes.append(f"paragraph {place}")
    return merged, clashes


def _slots(base: Sequence[str], version: Sequence[str]) -> list[_Slot]:
    """Return a version's slots: one for each paragraph of the base, and one for the end."""
    hashes = [part_hash(part) for part in version]
    slots = [_Slot() for _ in range(len(base) + 1)]
    slots[-1].changed = False
    matcher = SequenceMatcher(None, base, hashes, autojunk=False)
    for tag, start, stop, first, last in matcher.get_opcodes():
        if tag == "equal":
            for place, part in zip(slots[start:stop], version[first:last], strict=True):
                place.here, place.changed = [part], False
        elif tag == "insert":
            slots[start].before = list(version[first:last])
        else:
            slots[start].here = list(version[first:last])
    return slots
