"""Give the writer the files of `data/`, one by one, and the page that lists them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from babel.units import format_unit
from markupsafe import Markup

from ..corpus.jsonld import json_ld
from ..corpus.model import Corpus
from ..corpus.phrases import LOCALES, language_of
from ..writing.page import File, Page
from . import tables
from .calendars import calendar
from .catalogue import PARTS, Format, Written, is_listed, written
from .citations import citation_files
from .crate import crate
from .datapackage import data_package
from .dates import newest
from .feeds import feeds
from .geojson import geojson
from .linked_data import linked_data
from .plain import corpus_text
from .schemas import schema_files
from .sheets import sheet_files
from .sitemap import sitemap

_STEPS = ("byte", "kilobyte", "megabyte", "gigabyte")
_STEP = 1000


@dataclass(frozen=True, slots=True)
class Offer:
    """A file on the page. `size` is in words, empty where `make exports` has yet to write it."""

    format: Format
    path: str
    size: str


@dataclass(frozen=True, slots=True)
class DataPage:
    """What data.html needs: the files under their headings, and what names the archive."""

    parts: tuple[tuple[str, tuple[Offer, ...]], ...]
    reports: int
    newest: str
    address: str
    json_ld: Markup


class Exports:
    """The files of a site, and the page that lists them with their sizes.

    `siteurl` is where the site is published, without a slash at the end; empty for one that is
    only opened from disk. The page is made after the files: it says what was written.
    """

    def __init__(self, siteurl: str = "") -> None:
        self._siteurl = siteurl
        self._written: list[Written] = []

    def files(self, corpus: Corpus) -> Iterator[File]:
        """Yield every file that a build writes below `data/`, and sitemap.xml."""
        self._written.clear()
        for file in _light(corpus, self._siteurl):
            yield self._noted(file)
        yield self._noted(data_package(corpus, self._written))
        yield self._noted(crate(corpus, self._written))
        yield from sitemap(corpus, self._siteurl)

    def pages(self, corpus: Corpus) -> Iterator[Page]:
        """Yield data.html; it says what files were written, so it comes after them."""
        yield Page("data.html", "data.html", "Data and citation", self._values(corpus))

    def _noted(self, file: File) -> File:
        if is_listed(file):
            self._written.append(written(file.path, file.content))
        return file

    def _values(self, corpus: Corpus) -> DataPage:
        sizes = {each.format: each.size for each in self._written}
        language = corpus.site.language
        parts = tuple(
            (part, tuple(_offer(each, sizes.get(each), language) for each in formats))
            for part, formats in PARTS
        )
        day = newest(corpus).isoformat() if corpus.articles else ""
        described = _described(corpus, self._written, self._siteurl)
        return DataPage(parts, len(corpus.articles), day, self._siteurl, described)


def _offer(of: Format, size: int | None, language: str) -> Offer:
    return Offer(of, f"data/{of.name}", "" if size is None else size_words(size, language))


def _light(corpus: Corpus, siteurl: str) -> Iterator[File]:
    yield from tables.files(corpus)
    yield from schema_files()
    yield from sheet_files(corpus)
    yield from citation_files(corpus, siteurl)
    yield geojson(corpus)
    yield linked_data(corpus)
    yield corpus_text(corpus)
    yield calendar(corpus, siteurl)
    yield from feeds(corpus, siteurl)


def size_words(size: int, language: str) -> str:
    """Return a file's size in decimal units, as CLDR words it: "12.3 kB"."""
    amount, unit = float(size), 0
    while amount >= _STEP and unit < len(_STEPS) - 1:
        amount, unit = amount / _STEP, unit + 1
    shown = round(amount, 1) if amount < 10 else round(amount)  # noqa: PLR2004 (two figures)
    locale = LOCALES[language_of(language)]
    return str(format_unit(shown, f"digital-{_STEPS[unit]}", "short", locale=locale))


def _described(corpus: Corpus, files: list[Written], siteurl: str) -> Markup:
    """Return the collection as a schema.org Dataset, which dataset searches read."""
    site = corpus.site
    base = f"{siteurl}/" if siteurl else ""
    return json_ld(
        {
            "@type": "Dataset",
            "name": site.title,
            "description": site.subtitle or site.title,
            "inLanguage": site.language,
            "url": f"{base}index.html",
            "version": f"{site.edition} edition",
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": each.format.form,
                    "encodingFormat": each.format.media,
                    "contentUrl": f"{base}data/{each.format.name}",
                    "contentSize": str(each.size),
                }
                for each in files
            ],
        }
    )
