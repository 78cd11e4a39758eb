"""Merge what the machine now makes with what people have edited, against what it made before."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..corpus.header import read_header
from .composing import Composed, header_text
from .report import paragraph_hash, paragraphs_of


@dataclass(frozen=True, slots=True)
class Base:
    """What an earlier import made: header values, and the hashes of the body's paragraphs."""

    header: tuple[tuple[str, str], ...]
    body: tuple[str, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """The article's text, and the places where people's words were kept against the machine's."""

    text: str
    kept_edits: tuple[str, ...] = ()


def base_from(report: str) -> Base:
    """Read from a cleaning report what the machine made; raises ValueError where it is torn."""
    table = tomllib.loads(report)
    return Base(tuple(table["header"].items()), tuple(table["body"]), tuple(table["also"]))


def merge(base: Base, edited: str, machine: Composed) -> Merged:
    """Return the machine's article with all that people changed in the edited one."""
    header, _ = read_header(edited, "")
    human = {each.key: "\n".join(value.text for value in each.values) for each in header.fields}
    fields, keys = _merged_header(dict(base.header), human, dict(machine.header))
    body, clashes = _merged_body(base.body, paragraphs_of(header.body), paragraphs_of(machine.body))
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


def _merged_body(
    base: Sequence[str], human: Sequence[str], machine: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Merge paragraphs three ways; where both changed the same place, people's words stay."""
    theirs, mine = _changes(base, human), _changes(base, machine)
    merged: list[str] = []
    clashes: list[str] = []
    for place in range(len(base) + 1):
        # Before paragraph `place` of the base stand insertions; then comes the paragraph itself.
        added, changed = theirs[place][0], mine[place][0]
        merged.extend(added or changed)
        if added and changed and added != changed:
            clashes.append(f"text before paragraph {place + 1}")
        if place < len(base):
            keep = theirs[place][1], mine[place][1]
            merged.extend(part for part in keep[:1] if part is not None and keep[1] is not None)
    return merged, clashes


Change = tuple[list[str], str | None]


def _changes(base: Sequence[str], version: Sequence[str]) -> list[Change]:
    """Return what a version has before each place of the base, and there (None: taken out)."""
    hashes = [paragraph_hash(part) for part in version]
    changes: list[Change] = [([], None) for _ in range(len(base) + 1)]
    for tag, start, stop, first, last in SequenceMatcher(
        None, base, hashes, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            for offset in range(stop - start):
                before, _ = changes[start + offset]
                changes[start + offset] = (before, version[first + offset])
        else:
            changes[start][0].extend(version[first:last])
    return changes
