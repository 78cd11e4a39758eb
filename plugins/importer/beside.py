"""Know what a folder's tables and libraries say about the captures in it.

A table is sources.csv, a library a JSON file that no capture shares its name with: what Zotero
exports of many items (CSL-JSON), or what Bellingcat's Auto Archiver writes of one. Each is read
once, however many captures there are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..corpus.model import Where
from .citations import facts_from, is_record, names_of
from .saved import saved_from
from .sidecars import TABLE, Sidecar, named_sidecar, rows_in, sidecar_of_record
from .wording import fold

HEAD = 65_536
NO_CAPTURES = frozenset({".toml", ".json"})
OWN_ADDRESS = re.compile(
    r"<link[^>]{0,200}\brel=[\"']?canonical\b[^>]{0,200}?\bhref=[\"']?([^\s\"'>]+)"
    r"|<link[^>]{0,200}\bhref=[\"']?([^\s\"'>]+)[\"']?[^>]{0,200}?\brel=[\"']?canonical\b"
    r"|<meta[^>]{0,200}\bproperty=[\"']?og:url[\"']?\s[^>]{0,200}?\bcontent=[\"']?([^\s\"'>]+)"
    r"|^Snapshot-Content-Location:\s*(\S+)",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of captures in one folder: by file name, by folded name, and by address."""

    rows: Mapping[str, Sidecar] = field(default_factory=dict)
    records: Mapping[str, Sidecar] = field(default_factory=dict)
    addresses: Mapping[str, Sidecar] = field(default_factory=dict)
    otherwise: Sidecar | None = None

    def recorded(self, path: Path, content: bytes) -> Sidecar | None:
        """Return what a library says: of this name first, then of the address in the capture."""
        keys = [fold(path.name), fold(path.stem)] if self.records else []
        found = [self.records[each] for each in keys if each in self.records]
        if self.addresses and not found:
            own = (self.addresses.get(each) for each in _addresses(content))
            found = [each for each in own if each]
        return found[0] if found else None


@dataclass(slots=True)
class Sidecars:
    """Find the sidecar of each capture; what a folder's tables say is kept."""

    folders: dict[Path, Told] = field(default_factory=dict)

    def of(self, path: Path, content: bytes) -> Sidecar:
        """Return what is said of a capture: beside it, in its folder's table, or in a library."""
        own = named_sidecar(path)
        if own is not None:
            return own
        if path.parent not in self.folders:
            self.folders[path.parent] = read_folder(path.parent)
        told = self.folders[path.parent]
        found = told.rows.get(path.name) or told.recorded(path, content) or told.otherwise
        return found or Sidecar(str(path.with_suffix(".toml")))


def read_folder(folder: Path) -> Told:
    """Read the table and the libraries of a folder; what comes first counts."""
    table = folder / TABLE
    rows, otherwise = rows_in(table) if table.is_file() else ({}, None)
    records: dict[str, Sidecar] = {}
    addresses: dict[str, Sidecar] = {}
    files = sorted(folder.glob("*.json")) if folder.is_dir() else []
    stems = {each.with_suffix("") for each in folder.iterdir() if each.suffix not in NO_CAPTURES}
    for path in files:
        for record in records_in(path) if path.with_suffix("") not in stems else ():
            facts = facts_from(record)
            said = sidecar_of_record(facts, Where(str(path)))
            for name in names_of(record):
                records.setdefault(fold(name), said)
            if facts.get("url"):
                addresses.setdefault(_bare(facts["url"]), said)
    return Told(rows, records, addresses, otherwise)


def records_in(path: Path) -> Iterator[Mapping[str, object]]:
    """Yield the records of a library; none where the file is no such thing."""
    try:
        found = json.loads(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, ValueError, RecursionError):
        return
    yield from (each for each in (found if isinstance(found, list) else [found]) if is_record(each))


def _addresses(content: bytes) -> Iterator[str]:
    """Yield the addresses that a capture gives as its own."""
    head = content[:HEAD].decode("utf-8", "replace")
    yield _bare(saved_from(head))
    for found in OWN_ADDRESS.finditer(head):
        yield _bare(next(filter(None, found.groups()), ""))


def _bare(address: str) -> str:
    """Return an address without what often differs between two notes of it."""
    return re.sub(r"^https?://(?:www\.)?", "", address).partition("#")[0].rstrip("/")
