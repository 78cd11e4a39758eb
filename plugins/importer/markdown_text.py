"""Write blocks as Markdown that Python-Markdown reads back to the same text.

Only what Markdown would eat is escaped, so that a curator can read the file.
Source of the rules: Python-Markdown's block processors and inline patterns, with "extra".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .capture import Block

ALWAYS = re.compile(r"[\\`*_{}]")
MARKUP = re.compile(r"<(?=\S)")
HASH = re.compile(r"(?<!\\)((?:\\\\)*)#")
"""A number sign that no backslash escapes."""
ENTITY = re.compile(r"&(?=#?\w{1,32};)")
LINKING = re.compile(r"\]\s?[(\[:]|\[\^|!\[|\[\[")
NUMBERED = re.compile(r"^(\d+)([.)])(?=\s)")
OPENERS = re.compile(r"^([#>+=|~!-])")


def escaped(text: str) -> str:
    """Return a line of plain text as a Markdown paragraph of one line."""
    text = ALWAYS.sub(r"\\\g<0>", text)
    text = MARKUP.sub("&lt;", ENTITY.sub("&amp;", text))
    if LINKING.search(text):
        text = re.sub(r"[\[\]]", r"\\\g<0>", text)
    text = NUMBERED.sub(r"\1\\\2", text)
    return _opening(text)


def _opening(text: str) -> str:
    """Escape a first character that would open a heading, list, quote, table or definition."""
    if text.startswith(":"):
        return f"&#58;{text[1:]}"
    if text.startswith(("=", "|", "~")):
        return f"&#{ord(text[0])};{text[1:]}"
    return OPENERS.sub(r"\\\1", text)


def written(block: Block, depth: int = 1) -> str:
    """Return one block as Markdown; a list's item at this depth, 1 or more."""
    text = escaped(block.text)
    if block.role == "heading":
        text = HASH.sub(r"\1\\#", text)
        return f"{'#' * min(max(block.level, 2), 4)} {text}"
    if block.role == "quote":
        return f"> {text}"
    if block.role == "item":
        return f"{'    ' * (depth - 1)}- {text}"
    return text


def body_of(blocks: Sequence[Block]) -> str:
    """Return the body: blocks with an empty line between, items of a list directly below.

    An item goes at most one deeper than the one above it: deeper, or with none above, it would be
    read as code.
    """
    parts: list[str] = []
    above = 0
    for block in blocks:
        depth = min(max(block.level, 1), above + 1) if block.role == "item" else 0
        line = written(block, depth)
        parts.append(line if (depth and above) or not parts else f"\n{line}")
        above = depth
    return "\n".join(parts) + "\n" if parts else ""
