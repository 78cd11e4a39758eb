"""Put records together as files: BibTeX, RIS, CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from .bibtex import bibtex
from .csl import csl_item
from .records import Record
from .ris import ris


@dataclass(frozen=True, slots=True)
class Entry:
    """A record in each format; it may stand in the files of many things."""

    bib: str
    ris: str
    csl: str


@dataclass(frozen=True, slots=True)
class Form:
    """A file of a format: how its name ends, what the format is called, the text."""

    ending: str
    name: str
    text: str


def entry(record: Record) -> Entry:
    """Return a record in each format."""
    item = json.dumps(csl_item(record), ensure_ascii=False, allow_nan=False)
    return Entry(bibtex(record), ris(record), item)


def forms(entries: Sequence[Entry]) -> tuple[Form, ...]:
    """Return entries as a file of each format; RIS has the line ends that it asks for, CRLF."""
    items = ",\n".join(each.csl for each in entries)
    return (
        Form("bib", "BibTeX", "\n".join(each.bib for each in entries)),
        Form("ris", "RIS", "\r\n".join(each.ris for each in entries)),
        Form("csl.json", "CSL-JSON", f"[\n{items}\n]\n"),
    )
