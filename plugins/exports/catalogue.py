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
    """A file below `data/`: its media type, its format's short name, programs that read it."""

    name: str
    media: str
    form: str
    readers: str
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
        (Format("collection.zip", "application/zip", "ZIP", "make html", heavy=True),),
    ),
    (
        "references",
        (
            Format("archive.bib", "application/x-bibtex", "BibTeX", "Zotero, JabRef, LaTeX"),
            Format(
                "archive.ris",
                "application/x-research-info-systems",
                "RIS",
                "EndNote, Mendeley, Zotero",
            ),
            Format(
                "archive.csl.json",
                "application/vnd.citationstyles.csl+json",
                "CSL-JSON",
                "Zotero, pandoc, citeproc",
            ),
        ),
    ),
    (
        "texts",
        (
            Format("corpus.txt", "text/plain", "UTF-8", "grep, AntConc"),
            Format(
                "archive.epub",
                "application/epub+zip",
                "EPUB 3",
                "Calibre, Thorium, Kobo",
                heavy=True,
            ),
            Format(
                "archive.tei.xml", "application/tei+xml", "TEI", "TEI Publisher, oXygen", heavy=True
            ),
            Format("archive.zim", "application/x-zim", "ZIM", "Kiwix", heavy=True),
        ),
    ),
    (
        "tables",
        (
            Format("articles.csv", _CSV, "CSV", "LibreOffice, R, pandas"),
            Format("entities.csv", _CSV, "CSV", "OpenRefine, LibreOffice, R"),
            Format("events.csv", _CSV, "CSV", "LibreOffice, R, pandas"),
            Format("claims.csv", _CSV, "CSV", "LibreOffice, R, pandas"),
            Format("mentions.csv", _CSV, "CSV", "Gephi, R, pandas"),
            Format("dates.csv", _CSV, "CSV", "R, pandas"),
            Format("figures.csv", _CSV, "CSV", "R, pandas"),
            Format("datapackage.json", _JSON, "Data Package", "frictionless"),
            Format(
                "archive.db",
                "application/vnd.sqlite3",
                "SQLite",
                "sqlite3, Datasette, DB Browser",
                heavy=True,
            ),
            Format("datasette.json", _JSON, "Datasette", "Datasette", heavy=True),
            Format(
                "parquet/articles.parquet",
                "application/vnd.apache.parquet",
                "Parquet",
                "DuckDB, pandas, R",
                heavy=True,
            ),
        ),
    ),
    (
        "objects",
        (
            Format("articles.json", _JSON, "JSON", "jq, Python, JavaScript"),
            Format("entities.json", _JSON, "JSON", "jq, Python, JavaScript"),
            Format("events.json", _JSON, "JSON", "jq, Python, JavaScript"),
            Format("claims.json", _JSON, "JSON", "jq, Python, JavaScript"),
            Format(
                "schemas/articles.schema.json",
                "application/schema+json",
                "JSON Schema",
                "jsonschema, ajv",
            ),
            Format("archive.jsonld", "application/ld+json", "JSON-LD", "rdflib, Apache Jena"),
            Format(
                "annotations.jsonld",
                "application/ld+json",
                "Web Annotation",
                "Recogito, Hypothesis",
                heavy=True,
            ),
            Format(
                "ro-crate-metadata.json", "application/ld+json", "RO-Crate", "rocrate, Describo"
            ),
            Format("build.json", _JSON, "JSON", "jq, Python, JavaScript"),
            Format(
                "opensearch.ndjson",
                "application/x-ndjson",
                "OpenSearch",
                "curl, OpenSearch",
                heavy=True,
            ),
            Format("opensearch-mapping.json", _JSON, "OpenSearch", "curl, OpenSearch", heavy=True),
        ),
    ),
    (
        "places and days",
        (
            Format(
                "archive.geojson", "application/geo+json", "GeoJSON", "QGIS, Leaflet, geojson.io"
            ),
            Format("events.ics", "text/calendar", "iCalendar", "Thunderbird, Google Calendar"),
        ),
    ),
    (
        "feeds",
        (
            Format("feed.atom", "application/atom+xml", "Atom", "Thunderbird, NetNewsWire"),
            Format("events.atom", "application/atom+xml", "Atom", "Thunderbird, NetNewsWire"),
            Format("feed.json", "application/feed+json", "JSON Feed", "NetNewsWire, Feedbin"),
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
