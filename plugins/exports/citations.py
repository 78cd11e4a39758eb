"""Give what reference managers read: for each report, entity, event and claim, and for all reports.

The file of an event or a claim holds the archive's page on it, then the reports that are its
evidence; that of an entity the archive's page on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..corpus.addresses import FOLDERS, claim_page, entity_page, event_page
from ..corpus.citing.forms import Entry, entry, forms
from ..corpus.citing.records import page_record, report_record
from ..corpus.model import Corpus
from ..writing.page import File

ARCHIVE = "data/archive"


def citation_files(corpus: Corpus, siteurl: str = "") -> Iterator[File]:
    """Yield `.bib`, `.ris` and `.csl.json` of everything that can be cited."""
    reports = {each.article.slug: entry(report_record(corpus, each)) for each in corpus.articles}
    yield from _formats(ARCHIVE, tuple(reports.values()))
    for slug, report in reports.items():
        yield from _formats(f"data/articles/{slug}", (report,))
    for entity in corpus.entities:
        path = entity_page(entity.kind, entity.slug)
        page = page_record(corpus.site, f"entity:{entity.slug}", entity.name, path, siteurl)
        yield from _formats(f"data/{FOLDERS[entity.kind]}/{entity.slug}", (entry(page),))
    for event in corpus.events:
        path = event_page(event.slug)
        page = page_record(corpus.site, f"event:{event.slug}", event.title, path, siteurl)
        evidence = _known(reports, (each.article for each in event.evidence))
        yield from _formats(f"data/events/{event.slug}", (entry(page), *evidence))
    for claim in corpus.claims:
        path = claim_page(claim.slug)
        page = page_record(corpus.site, f"claim:{claim.slug}", claim.title, path, siteurl)
        evidence = _known(reports, (each.reported_by for each in claim.statements))
        yield from _formats(f"data/claims/{claim.slug}", (entry(page), *evidence))


def _known(reports: Mapping[str, Entry], slugs: Iterable[str]) -> Iterator[Entry]:
    return (reports[slug] for slug in dict.fromkeys(slugs) if slug in reports)


def _formats(stem: str, entries: Sequence[Entry]) -> Iterator[File]:
    for each in forms(entries):
        yield File(f"{stem}.{each.ending}", each.text.encode())
