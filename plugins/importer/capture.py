"""Say what passes between the steps of an import: the capture, its blocks, what was removed.

A capture's text is cut into blocks. Each block ends in exactly one of two places: among the kept
ones, which become the article's body, or among the removed ones, each with the reason and the
evidence. Line numbers are those of the decoded capture; the first line is 1.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

MOVED = frozenset({"headline", "byline", "date line"})
"""Reasons that say where a block's words went: into the header, not away."""


@dataclass(frozen=True)  # no slots: the hash is kept once it is known
class Capture:
    """The bytes of one captured report, and what a sidecar says about it.

    `name` is the file's name as found, `facts` are header keys with their values, `restore` the
    numbers of blocks that a curator wants kept, `charset` what a mail or web server declared.
    `content` is what is cleaned; `whole` the bytes that are kept as the original where that is
    more, such as the saved mail that a page came in. `refused` says why it cannot be read. `file`
    is set for an archive that is too large to hold: `content` is its beginning then.
    """

    name: str
    content: bytes
    facts: tuple[tuple[str, str], ...] = ()
    restore: tuple[int, ...] = ()
    charset: str = ""
    path: str = ""
    whole: bytes = b""
    refused: str = ""
    file: Path | None = None

    def opened(self) -> BinaryIO:
        """Return the bytes as a file to read from."""
        return self.file.open("rb") if self.file else io.BytesIO(self.content)

    @property
    def original(self) -> bytes:
        """Return the bytes that are kept, byte for byte."""
        return self.whole or self.content

    @cached_property
    def sha256(self) -> str:
        """Return the hash that names the original in the manifest."""
        return hashlib.sha256(self.original).hexdigest()

    def fact(self, key: str) -> str:
        """Return what a sidecar says for a header key, or an empty string."""
        return dict(self.facts).get(key, "")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A capture's text, the encoding, and how that was told: bom, declared, utf-8 or detected."""

    text: str
    encoding: str
    how: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or line of a capture.

    `role` is "p", "heading", "quote", "item", "cell" or "pre"; `level` a heading's or item's depth.
    `group` numbers the stretch of blocks between two empty lines.
    """

    number: int
    text: str
    first: int
    last: int
    role: str = "p"
    level: int = 0
    group: int = 0


@dataclass(frozen=True, slots=True)
class Removed:
    """A block that is not in the body: why (a word of the list), and what the rule saw."""

    block: Block
    reason: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Found:
    """A value for a header key, where it was found, and the words that it was read from.

    `basis` is declared, url, text, inferred or sidecar; `certain` is False for a guess.
    """

    value: str
    basis: str
    evidence: str = ""
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What a capture says, apart from its furniture. Candidates are best first.

    `sketch` tells texts that are alike (likeness.sketch_of).
    """

    decoded: Decoded
    title: str
    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...]
    byline: str = ""
    dates: tuple[Found, ...] = ()
    publishers: tuple[Found, ...] = ()
    url: str = ""
    captured: str = ""
    language: str = ""
    dateline: str = ""
    doubts: tuple[str, ...] = ()
    sketch: Sequence[int] = ()
