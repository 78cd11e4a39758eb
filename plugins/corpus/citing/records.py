"""Say what a reference manager keeps of a report, or of a page of the archive."""

from __future__ import annotations

from dataclasses import dataclass

from ..citation import family_and_given, people_of
from ..lines import publisher_name
from ..model import Annotated, Corpus, Site

Name = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Record:
    """What is cited. `authors` are (family, given), ("name", "") for a desk or an Arabic name.

    `container` is the newspaper or, for a page of the archive (`is_report` false), the archive.
    `address` is where it was published, else the page's address where the site has one.
    """

    key: str
    title: str
    container: str
    is_report: bool = True
    authors: tuple[Name, ...] = ()
    date: str = ""
    address: str = ""
    archived: str = ""
    captured: str = ""
    language: str = ""
    collection: str = ""


def report_record(corpus: Corpus, annotated: Annotated) -> Record:
    """Return the record of a report, as it was published."""
    article = annotated.article
    publisher = publisher_name(corpus, article)
    people = (each for each in people_of(article.byline) if each.lower() != publisher.lower())
    return Record(
        key=article.slug,
        title=article.headline or article.title,
        container=publisher,
        authors=tuple(family_and_given(each) for each in people),
        date=article.date,
        address=article.url,
        archived=article.archived,
        captured=article.captured,
        language=article.language,
        collection=corpus.site.title,
    )


def page_record(site: Site, key: str, title: str, path: str, siteurl: str = "") -> Record:
    """Return the record of a page of the archive; without `siteurl` it has no address."""
    address = f"{siteurl}/{path}" if siteurl else ""
    return Record(key, title, site.title, False, address=address, language=site.language)
