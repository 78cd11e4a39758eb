"""Put what the import removed back in its place: under which paragraph of the article it stood.

The report has the numbers of the kept blocks and hashes of the Markdown that they became; the
article may have been edited since. What is as the import wrote it is told by its hash, and holds
the places; what people changed lies between.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from html import unescape

from .model import Annotated, Cleaning, KeptBlock, Paragraph

_HASH_DIGITS = 12
_OPENER = re.compile(r"^(?:[>-]|#{2,4}) ")
_ESCAPE = re.compile(r"\\([^\sA-Za-z0-9])")


def placed(cleaning: Cleaning, annotated: Annotated) -> Cleaning:
    """Return the cleaning with the anchors of its kept blocks, and those that people edited."""
    texts = tuple(_kept_texts(cleaning, annotated.article.body))
    anchors, edited = _align(texts, annotated.paragraphs)
    kept = tuple(
        KeptBlock(each.number, anchors.get(place, "")) for place, each in enumerate(cleaning.kept)
    )
    return replace(cleaning, kept=kept, edited=edited)


def parts_of(body: str) -> tuple[str, ...]:
    """Return what stands between the empty lines of a Markdown body."""
    return tuple(part.strip("\n") for part in body.split("\n\n") if part.strip())


def part_hash(part: str) -> str:
    """Return the short hash by which the import and the build know a part of a body again."""
    return hashlib.sha256(part.strip().encode()).hexdigest()[:_HASH_DIGITS]


def _kept_texts(cleaning: Cleaning, body: str) -> Iterator[str]:
    """Yield each kept block's text where its Markdown is unchanged, else an empty string.

    The import writes a block a line, and the items of a list as one part. Of a part that was
    changed the number of blocks is not known: the first is taken to have those that are left over.
    """
    known = {part_hash(part): part.strip().split("\n") for part in parts_of(body)}
    parts = [known.get(each, [""]) for each in cleaning.body]
    spare = len(cleaning.kept) - sum(map(len, parts))
    lines: list[str] = []
    for part in parts:
        lines.extend(part)
        if part == [""] and spare > 0:
            lines.extend([""] * spare)
            spare = 0
    lines.extend([""] * spare)
    return map(plain_line, lines[: len(cleaning.kept)])


def plain_line(line: str) -> str:
    """Return the text of a line of Markdown that the import wrote: its own escapes undone."""
    bare = _OPENER.sub("", line.strip(), count=1)
    return " ".join(unescape(_ESCAPE.sub(r"\1", bare)).split())


def _align(
    kept: Sequence[str], paragraphs: Sequence[Paragraph]
) -> tuple[Mapping[int, str], tuple[str, ...]]:
    """Match kept blocks with paragraphs: by equal text, and in between by their order.

    Returns the anchors by the blocks' places in the list, and the anchors of what was edited.
    """
    now = [" ".join(each.text.split()) for each in paragraphs]
    anchors: dict[int, str] = {}
    edited: list[str] = []
    matcher = SequenceMatcher(None, kept, now, autojunk=False)
    for tag, start, stop, first, last in matcher.get_opcodes():
        here = [each.anchor for each in paragraphs[first:last]]
        anchors.update(zip(range(start, stop), here, strict=False))
        if tag != "equal":
            edited.extend(here)
    return anchors, tuple(edited)
