"""Write records as RIS (Research Information Systems' format, as EndNote and Zotero read it).

Lines are `XX  - value` and end in CRLF, a record begins with TY and ends with ER.
"""

from __future__ import annotations

from collections.abc import Iterator

from .. import edtf
from ..wording import one_line
from .records import Record


def ris(record: Record) -> str:
    """Return a record as RIS; a file is records with an empty line between."""
    lines = (f"{tag}  - {one_line(value)}\r\n" for tag, value in _tags(record) if value)
    return "".join((*lines, "ER  - \r\n"))


def _tags(record: Record) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS" if record.is_report else "ELEC"
    yield "ID", record.key
    yield "TI", record.title
    for family, given in record.authors:
        yield "AU", f"{family}, {given}" if given else family
    yield "T2", record.container
    if record.is_report:
        yield "PB", record.container
    yield from _date(record.date)
    yield "UR", record.address
    yield "UR", record.archived
    yield "Y2", _slashed(record.captured)
    yield "LA", record.language
    yield "DB", record.collection


def _date(date: str) -> Iterator[tuple[str, str]]:
    """Yield year and day; a date that is no single day keeps its EDTF in a note."""
    earliest, latest = edtf.bounds(date) if date else (None, None)
    first = earliest or latest
    if first:
        yield "PY", f"{first.year:04}"
    yield "DA", _slashed(date)
    if date and date != str(first):
        yield "N1", f"Date (EDTF): {date}"


def _slashed(date: str) -> str:
    """Return a single day as `YYYY/MM/DD/`, empty for anything else."""
    earliest, latest = edtf.bounds(date) if date else (None, None)
    if earliest is None or earliest != latest:
        return ""
    return earliest.isoformat().replace("-", "/") + "/"
