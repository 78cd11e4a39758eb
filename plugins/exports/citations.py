"""Give what reference managers read: for each report, entity, event and claim, and for all reports.

The file of an event or a claim holds the archive's page on it, then the reports that are its
evidence; that of an entity the archive's page on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..corpus.addresses import FOLDERS, claim_page, entity_page, event_page
from ..corpus.citing.bibtex import bibtex
from ..corpus.citing.csl import csl_item
from ..corpus.citing.records import Record, page_record, report_record
from ..corpus.citing.ris import ris
from ..corpus.model import Corpus
from ..writing.page import File
from .json_text import encode

ARCHIVE = "data/archive"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A record in each format; it may stand in the files of many things."""

    bib: str
    ris: str
    csl: str


def citation_files(corpus: Corpus, siteurl: str = "") -> Iterator[File]:
    """Yield `.bib`, `.ris` and `.csl.json` of everything that can be cited."""
    reports = {each.article.slug: _entry(report_record(corpus, each)) for each in corpus.articles}
    yield from _formats(ARCHIVE, tuple(reports.values()))
    for slug, entry in reports.items():
        yield from _formats(f"data/articles/{slug}", (entry,))
    for entity in corpus.entities:
        path = entity_page(entity.kind, entity.slug)
        page = page_record(corpus.site, f"entity:{entity.slug}", entity.name, path, siteurl)
        yield from _formats(f"data/{FOLDERS[entity.kind]}/{entity.slug}", (_entry(page),))
    for event in corpus.events:
        path = event_page(event.slug)
        page = page_record(corpus.site, f"event:{event.slug}", event.title, path, siteurl)
        evidence = _known(reports, (each.article for each in event.evidence))
        yield from _formats(f"data/events/{event.slug}", (_entry(page), *evidence))
    for claim in corpus.claims:
        path = claim_page(claim.slug)
        page = page_record(corpus.site, f"claim:{claim.slug}", claim.title, path, siteurl)
        evidence = _known(reports, (each.reported_by for each in claim.statements))
        yield from _formats(f"data/claims/{claim.slug}", (_entry(page), *evidence))


def _entry(record: Record) -> _Entry:
    return _Entry(bibtex(record), ris(record), encode(csl_item(record)))


def _known(reports: Mapping[str, _Entry], slugs: Iterable[str]) -> Iterator[_Entry]:
    return (reports[slug] for slug in dict.fromkeys(slugs) if slug in reports)


def _formats(stem: str, entries: Sequence[_Entry]) -> Iterator[File]:
    yield File(f"{stem}.bib", "\n".join(each.bib for each in entries).encode())
    yield File(f"{stem}.ris", "\r\n".join(each.ris for each in entries).encode())
    items = ",\n".join(each.csl for each in entries)
    yield File(f"{stem}.csl.json", f"[\n{items}\n]\n".encode())
