"""Turn what other tools say of a capture into header keys: CSL-JSON and flat JSON records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

CSL_KEYS = {"URL": "url", "title": "title", "container-title": "publisher", "language": "language"}
"""CSL-JSON, as Zotero exports it (https://docs.citationstyles.org, CSL 1.0.2, appendix IV)."""


def facts_from(record: object) -> dict[str, str]:
    """Return the header keys that a JSON record gives, unchecked; empty where it is none.

    A list of records counts as its first one.
    """
    if isinstance(record, list):
        return facts_from(record[0]) if record else {}
    if not isinstance(record, dict):
        return {}
    if "issued" in record or "container-title" in record or "URL" in record:
        return _from_csl(record)
    return {str(key).lower(): value for key, value in record.items() if isinstance(value, str)}


def _from_csl(record: Mapping[str, Any]) -> dict[str, str]:
    facts = {ours: str(record[key]) for key, ours in CSL_KEYS.items() if record.get(key)}
    facts["date"] = _day(record.get("issued"))
    facts["captured"] = _day(record.get("accessed"))
    authors = record.get("author")
    names = map(_name, authors if isinstance(authors, list) else ())
    facts["byline"] = ", ".join(filter(None, names))
    return {key: value for key, value in facts.items() if value}


def _name(author: object) -> str:
    if not isinstance(author, dict):
        return ""
    whole = f"{author.get('given', '')} {author.get('family', '')}".strip()
    return whole or str(author.get("literal", ""))


def _day(date: object) -> str:
    """Return a CSL date as EDTF: its parts are year, month and day, the last two may be missing."""
    parts = date.get("date-parts") if isinstance(date, dict) else None
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    try:
        numbers = [int(part) for part in first[:3]]
    except (TypeError, ValueError):
        return ""
    return "-".join(f"{n:04}" if place == 0 else f"{n:02}" for place, n in enumerate(numbers))
