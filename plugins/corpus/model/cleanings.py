"""Say what a cleaning is: what the import kept of a capture, and what it removed."""

from __future__ import annotations

from dataclasses import dataclass

from .places import Where


@dataclass(frozen=True, slots=True)
class Decoding:
    """How a capture's bytes became text: the encoding, by what it was told, what is in doubt.

    `how` is bom, declared, utf-8 or detected, or says which program read a document.
    """

    encoding: str
    how: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class RemovedBlock:
    """A block of a capture that is not in the article: why, what the rule saw, what it says.

    `number` counts the capture's blocks and `first` and `last` its lines, from 1.
    """

    number: int
    first: int
    last: int
    reason: str
    evidence: str
    text: str


@dataclass(frozen=True, slots=True)
class KeptBlock:
    """A block of a capture that the import wrote into the article, and the paragraph that it is.

    `anchor` is empty where people took the paragraph away since.
    """

    number: int
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Cleaning:
    """What the import removed between a capture and its article, in the order of the capture.

    `body` are the hashes of the Markdown paragraphs that the import wrote, `also` the SHA-256 of
    other captures of the same text, `edited` the anchors of paragraphs that people changed or
    added since.
    """

    article: str
    original: str
    sha256: str
    decoding: Decoding
    blocks: tuple[RemovedBlock, ...] = ()
    kept: tuple[KeptBlock, ...] = ()
    body: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    where: Where = Where("")
