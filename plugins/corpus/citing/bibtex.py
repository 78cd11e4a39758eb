"""Write records as BibTeX that biblatex reads too.

Fields after the manuals of BibTeX (Patashnik 1988) and of biblatex 3.20, § 2.2. BibTeX counts
braces whatever stands before them, so a brace in a text becomes a command.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from .. import edtf
from .records import Name, Record

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPECIAL = str.maketrans(
    {
        "\\": "\\textbackslash{}",
        "{": "\\textbraceleft{}",
        "}": "\\textbraceright{}",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
        **{each: f"\\{each}" for each in "%&#_$"},
        "\n": " ",
    }
)
_VERBATIM = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[?~%]?")


def bibtex(record: Record) -> str:
    """Return a record as an entry; a file is entries, one after the other."""
    kind = "article" if record.is_report else "misc"
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(record))
    return f"@{kind}{{{record.key},\n{fields}}}\n"


def _fields(record: Record) -> Iterator[tuple[str, str]]:
    # The second pair of braces keeps a style from lowering the title's capitals.
    yield "title", f"{{{{{_text(record.title)}}}}}"
    if record.authors:
        yield "author", f"{{{' and '.join(_name(each) for each in record.authors)}}}"
    yield "journal" if record.is_report else "howpublished", f"{{{_text(record.container)}}}"
    if record.is_report:
        yield "entrysubtype", "{newspaper}"
    yield from _date(record.date)
    for name, address in (("url", record.address), ("archiveurl", record.archived)):
        if address:
            yield name, f"{{{address.translate(_VERBATIM)}}}"
    if record.captured:
        yield "urldate", f"{{{_text(record.captured)}}}"
    if language := _language(record.language):
        yield "language", f"{{{language}}}"


def _date(date: str) -> Iterator[tuple[str, str]]:
    """Yield `date`, which biblatex reads as EDTF, and the parts that BibTeX has."""
    if not date:
        return
    yield "date", f"{{{_text(date)}}}"
    earliest, latest = edtf.bounds(date)
    found = _DAY.fullmatch(date)
    if found:
        yield "year", f"{{{found[1]}}}"
        if found[2] and 1 <= int(found[2]) <= len(_MONTHS):
            yield "month", _MONTHS[int(found[2]) - 1]
        if found[3]:
            yield "day", f"{{{int(found[3])}}}"
    elif first := earliest or latest:
        yield "year", f"{{{first.year}}}"


def _name(name: Name) -> str:
    family, given = name
    if given:
        return f"{_text(family)}, {_text(given)}"
    return f"{{{_text(family)}}}"


def _text(text: str) -> str:
    return text.translate(_SPECIAL)


@lru_cache
def _language(tag: str) -> str:
    """Return the English name of a language, as BibTeX styles and babel know it."""
    if not tag:
        return ""
    try:
        return str(Locale.parse(tag, sep="-").get_language_name("en") or "").lower()
    except (UnknownLocaleError, ValueError):
        return ""
