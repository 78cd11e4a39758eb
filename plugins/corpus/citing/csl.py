"""Give records as CSL-JSON items (https://github.com/citation-style-language/schema, 1.0.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .. import edtf
from ..wording import date_words
from .records import Record

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?\Z")
_DECEMBER = 12  # a greater number is a season
_EDGES = str.maketrans("", "", "?~%")
Item = Mapping[str, object]


def csl_item(record: Record) -> Item:
    """Return a record as a CSL-JSON item, without its empty parts."""
    pairs = {
        "id": record.key,
        "type": "article-newspaper" if record.is_report else "webpage",
        "title": record.title,
        "author": [
            {"family": family, "given": given} if given else {"literal": family}
            for family, given in record.authors
        ],
        "container-title": record.container,
        "issued": csl_date(record.date),
        "accessed": csl_date(record.captured),
        "URL": record.address,
        "archive_location": record.archived,
        "language": record.language,
        "source": record.collection,
    }
    return {name: value for name, value in pairs.items() if value}


def csl_date(date: str) -> Item:
    """Return an EDTF date as CSL has it: parts of one or both ends, else its words."""
    if not date:
        return {}
    ends = [_parts(each) for each in date.translate(_EDGES).split("/")]
    if not all(ends):
        return {"literal": date_words(date)}
    circa = {"circa": True} if edtf.is_uncertain(date) or edtf.is_approximate(date) else {}
    return {"date-parts": ends, **circa}


def _parts(plain: str) -> list[int]:
    """Return year, month and day as far as the date has them; empty where it is another form."""
    found = _DAY.match(plain)
    if not found or int(found[2] or 1) > _DECEMBER:
        return []
    return [int(part) for part in found.groups() if part]
