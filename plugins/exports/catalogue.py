"""List what the archive can be taken out as, in the order in which the page shows it.

`parts` are headings of data.html; its words for each file stand in the template, by name. A file
that is heavy is written by `make exports` and not by a build.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from ..writing.page import File


@dataclass(frozen=True, slots=True)
class Format:
    """A file below `data/`, its media type, and the short name of its format."""

    name: str
    media: str
    form: str
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written: what its copies must be."""

    format: Format
    size: int
    sha256: str


_JSON, _CSV, _XML = "application/json", "text/csv", "application/xml"

PARTS: tuple[tuple[str, tuple[Format, ...]], ...] = (
    (
        "collection",
        (Format("collection.zip", "application/zip", "ZIP", heavy=True),),
    ),
    (
        "references",
        (
            Format("archive.bib", "application/x-bibtex", "BibTeX"),
            Format("archive.ris", "application/x-research-info-systems", "RIS"),
            Format("archive.csl.json", "application/vnd.citationstyles.csl+json", "CSL-JSON"),
        ),
    ),
    (
        "texts",
        (
            Format("corpus.txt", "text/plain", "UTF-8"),
            Format("archive.epub", "application/epub+zip", "EPUB 3", heavy=True),
            Format("archive.tei.xml", "application/tei+xml", "TEI", heavy=True),
            Format("archive.zim", "application/x-zim", "ZIM", heavy=True),
        ),
    ),
    (
        "tables",
        (
            Format("articles.csv", _CSV, "CSV"),
            Format("entities.csv", _CSV, "CSV"),
            Format("events.csv", _CSV, "CSV"),
            Format("claims.csv", _CSV, "CSV"),
            Format("mentions.csv", _CSV, "CSV"),
            Format("dates.csv", _CSV, "CSV"),
            Format("figures.csv", _CSV, "CSV"),
            Format("datapackage.json", _JSON, "Data Package"),
            Format("archive.db", "application/vnd.sqlite3", "SQLite", heavy=True),
            Format("datasette.json", _JSON, "Datasette", heavy=True),
            Format("parquet/articles.parquet", "application/vnd.apache.parquet", "Parquet", True),
        ),
    ),
    (
        "objects",
        (
            Format("articles.json", _JSON, "JSON"),
            Format("entities.json", _JSON, "JSON"),
            Format("events.json", _JSON, "JSON"),
            Format("claims.json", _JSON, "JSON"),
            Format("archive.jsonld", "application/ld+json", "JSON-LD"),
            Format("annotations.jsonld", "application/ld+json", "Web Annotation", True),
            Format("ro-crate-metadata.json", "application/ld+json", "RO-Crate"),
            Format("build.json", _JSON, "JSON"),
            Format("opensearch.ndjson", "application/x-ndjson", "OpenSearch", heavy=True),
            Format("opensearch-mapping.json", _JSON, "OpenSearch", heavy=True),
        ),
    ),
    (
        "places and days",
        (
            Format("archive.geojson", "application/geo+json", "GeoJSON"),
            Format("events.ics", "text/calendar", "iCalendar"),
        ),
    ),
    (
        "feeds",
        (
            Format("feed.atom", "application/atom+xml", "Atom"),
            Format("events.atom", "application/atom+xml", "Atom"),
            Format("feed.json", "application/feed+json", "JSON Feed"),
        ),
    ),
)
FORMATS = {f"data/{each.name}": each for _, formats in PARTS for each in formats}


def written(path: str, content: bytes) -> Written:
    """Return what is to be said of a file of the catalogue."""
    return Written(FORMATS[path], len(content), hashlib.sha256(content).hexdigest())


def is_listed(file: File) -> bool:
    """Tell whether the catalogue has a file; those of single reports it has not."""
    return file.path in FORMATS
