"""Turn what other tools say of a capture into header keys.

CSL-JSON is what Zotero exports; Auto Archiver (Bellingcat) writes a record with `metadata` and the
`media` that it saved; any other record may be flat, with the keys of a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Any

from .dates import from_stamp

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
    if _is_archivers(record):
        return _from_archiver(record["metadata"])
    if "issued" in record or "container-title" in record or "URL" in record:
        return _from_csl(record)
    return {str(key).lower(): value for key, value in record.items() if isinstance(value, str)}


def is_record(record: object) -> bool:
    """Tell whether a JSON value is a record of CSL-JSON or of Auto Archiver."""
    if not isinstance(record, dict):
        return False
    return _is_archivers(record) or ("type" in record and ("URL" in record or "issued" in record))


def names_of(record: Mapping[str, Any]) -> Iterator[str]:
    """Yield the names by which a record may mean a file: what it saved, its key, its title."""
    media = record.get("media")
    for each in media if isinstance(media, list) else ():
        if isinstance(each, dict) and each.get("filename"):
            yield PurePosixPath(str(each["filename"])).name
    for key in ("id", "citation-key", "title"):
        if record.get(key):
            yield PurePosixPath(str(record[key])).name if key == "id" else str(record[key])


def _is_archivers(record: Mapping[str, Any]) -> bool:
    return isinstance(record.get("metadata"), dict) and "media" in record


def _from_archiver(said: Mapping[str, Any]) -> dict[str, str]:
    """Read what Auto Archiver says of a page (auto_archiver/core/metadata.py, version 1)."""
    facts = {
        "url": str(said.get("url") or ""),
        "title": str(said.get("title") or ""),
        "date": _stamped(said.get("timestamp")),
        "captured": _stamped(said.get("_processed_at")),
    }
    return {key: value for key, value in facts.items() if value}


def _stamped(moment: object) -> str:
    """Return the day of a time stamp: ISO 8601, or seconds since 1970 in UTC."""
    if isinstance(moment, int | float) and not isinstance(moment, bool):
        try:
            return datetime.fromtimestamp(moment, UTC).date().isoformat()
        except (ValueError, OverflowError, OSError):
            return ""
    return from_stamp(moment) if isinstance(moment, str) else ""


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
