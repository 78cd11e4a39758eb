"""Carry out the changes that a curator has ticked: pure, from the files' texts to new ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from ...corpus.addresses import FOLDERS
from ...corpus.header import FENCE
from ...corpus.problems import Problem, did_you_mean
from ...corpus.schema import SLUG
from .proposal import ALIAS, FIGURE, MERGE, NEW, Change
from .sheet import FILE, Line

_INDENT = "    "
_OPTIONS = re.compile(r"\s*\[[^\[\]]*\]\Z")


def accepted(
    files: Mapping[str, str], lines: Iterable[Line]
) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """Return the files that the ticked lines change, figures aside, and what is wrong with them.

    `files` are the entities' files: text by path relative to the content folder.
    """
    texts = dict(files)
    problems: list[Problem] = []
    for line in lines:
        if line.tick == "x" and line.change.action != FIGURE:
            problems += _carry_out(texts, line)
    changed = {path: text for path, text in texts.items() if files.get(path) != text}
    return changed, tuple(problems)


def _carry_out(texts: dict[str, str], line: Line) -> list[Problem]:
    """Change the texts as one line says."""
    change = line.change
    if change.action == NEW:
        return _create(texts, line)
    paths = {
        path.rpartition("/")[2].removesuffix(".md"): path
        for path in texts
        if path.startswith("entities/")
    }
    for slug in (change.target, *((change.text,) if change.action == MERGE else ())):
        if slug not in paths:
            wrong = f'there is no entity "{slug}".'
            return [Problem(FILE, line.number, "SUGGEST-ENTITY", wrong, did_you_mean(slug, paths))]
    path = paths[change.text if change.action == MERGE else change.target]
    changed = _edited(texts[path], change)
    if changed == texts[path]:
        wrong = f"{path} has no place for it, or has it already."
        remedy = "Take the line away, or change the file by hand."
        return [Problem(FILE, line.number, "SUGGEST-DONE", wrong, remedy)]
    texts[path] = changed
    return []


def _create(texts: dict[str, str], line: Line) -> list[Problem]:
    """Add the file of a new entity."""
    folder = FOLDERS.get(line.change.target)
    if not folder:
        wrong = f'"{line.change.target}" is no kind of entity.'
        remedy = f"Write one of: {', '.join(FOLDERS)}."
        return [Problem(FILE, line.number, "SUGGEST-KIND", wrong, remedy)]
    slug = slug_of(line.change.text)
    taken = {path.rpartition("/")[2] for path in texts}
    if not SLUG.match(slug) or f"{slug}.md" in taken:
        wrong = f'"{line.change.text}" gives the slug "{slug}", which is taken or no slug.'
        remedy = "Make the entity's file by hand."
        return [Problem(FILE, line.number, "SUGGEST-SLUG", wrong, remedy)]
    texts[f"entities/{folder}/{slug}.md"] = f"{FENCE}\nname: {line.change.text}\n{FENCE}\n"
    return []


def slug_of(name: str) -> str:
    """Return an ASCII slug for a name; empty for a name without a Latin letter or digit."""
    plain = unicodedata.normalize("NFKD", re.sub("['\u2018\u2019\u02bf\u02be]", "", name))
    ascii_only = plain.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")[:80].rstrip("-")


def _edited(text: str, change: Change) -> str:
    """Return an entity's file with the change; the same text where there is nothing to change."""
    lines = text.split("\n")
    end = next((at for at, line in enumerate(lines[1:], 1) if line.strip() == FENCE), 0)
    if not end:
        return text
    head = lines[:end]
    if change.action == ALIAS:
        head = _with_alias(head, change.text)
    elif change.action == MERGE:
        merged = any(line.startswith("same-as:") for line in head)
        head = head if merged else [*head, f"same-as: {change.target}"]
    else:
        head = _without_alias(head, change.text)
    return "\n".join(head + lines[end:])


def _alias_lines(head: list[str]) -> range:
    """Return the lines of a header that hold its aliases: the key's own, and those below it."""
    first = next((at for at, line in enumerate(head) if line.startswith("aliases:")), len(head))
    last = first + 1
    while last < len(head) and (head[last][:1] in " \t" and head[last].strip()):
        last += 1
    return range(first, last)


def _with_alias(head: list[str], alias: str) -> list[str]:
    """Return a header with one more alias."""
    block = _alias_lines(head)
    if block.start == len(head):
        return [*head, "aliases:", _INDENT + alias]
    known = {_OPTIONS.sub("", head[at].removeprefix("aliases:").strip()) for at in block}
    if _OPTIONS.sub("", alias) in known:
        return head
    return [*head[: block.stop], _INDENT + alias, *head[block.stop :]]


def _without_alias(head: list[str], alias: str) -> list[str]:
    """Return a header without an alias; a key that is left without one goes, too."""
    block = _alias_lines(head)
    own = [at for at in block if at < len(head)]
    gone = [
        at for at in own if _OPTIONS.sub("", head[at].removeprefix("aliases:").strip()) == alias
    ]
    if not gone:
        return head
    kept = [head[at].removeprefix("aliases:").strip() for at in own if at not in gone]
    values = ["aliases:", *(_INDENT + each for each in kept if each)]
    return [*head[: block.start], *(values if len(values) > 1 else []), *head[block.stop :]]
