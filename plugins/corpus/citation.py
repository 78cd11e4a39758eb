"""Cite an article as Chicago, MLA and APA do: pure text, with the publisher's name in italics.

Sources of the forms: The Chicago Manual of Style (17th ed.) 14.191-14.200, MLA Handbook (9th ed.)
5.54-5.67, Publication Manual of the APA (7th ed.) 10.1, example 16.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from babel.dates import get_month_names

from . import edtf
from .model import Article
from .wording import date_words

_MONTHS = get_month_names("wide", locale="en")
_AND = re.compile(r"\s*(?:,\s*and\s+|,|;|\band\b|&)\s*")
_CORPORATE = re.compile(
    r"\b(?:agenc\w+|and agencies|bureau|correspondents?|desk|editors?|monitor\w*|news|newsroom"
    r"|office|press|reporters?|service|staff|team|wire|writers?)\b",
    re.IGNORECASE,
)
# Words that begin a family name, in the order they may stand before its last word.
_PARTICLE = re.compile(
    "abd|abu|al|bin|bint|da|de|del|der|di|dos|du|el|ibn|la|le|van|von", re.IGNORECASE
)
_YEAR_AND_MONTH = re.compile(r"(\d{4})-(\d\d)\??")
_ARABIC = re.compile("[\u0600-\u06ff]")


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in one style: `before`, then the publisher in italics, then `after`."""

    style: str
    before: str
    publisher: str
    after: str

    @property
    def text(self) -> str:
        """Return the citation as plain text."""
        return f"{self.before}{self.publisher}{self.after}"


def citations(article: Article, publisher: str) -> tuple[Citation, ...]:
    """Return the article's citation in Chicago, MLA and APA, in this order."""
    return (chicago(article, publisher), mla(article, publisher), apa(article, publisher))


def chicago(article: Article, publisher: str) -> Citation:
    """Cite for a bibliography; where nobody signed, the publisher stands in the author's place."""
    authors = _authors(article, publisher)
    title = f"“{_ended(_title(article))}” "
    when = _chicago_date(article.date)
    if not authors:
        return Citation("Chicago", "", publisher, f". {title}{when}.{_link(article)}")
    return Citation(
        "Chicago", f"{_ended(_listed(authors))} {title}", publisher, f", {when}.{_link(article)}"
    )


def mla(article: Article, publisher: str) -> Citation:
    """Cite for a list of works cited; three and more authors become "et al."."""
    authors = _authors(article, publisher)
    if len(authors) > 2:  # noqa: PLR2004 - MLA 9, 5.8
        names = f"{_inverted(authors[0])}, et al. "
    else:
        names = f"{_ended(_listed(authors))} " if authors else ""
    accessed = f" Accessed {_mla_date(article.captured)}." if article.captured else ""
    link = f", {_without_scheme(article.url)}." if article.url else "."
    before = f"{names}“{_ended(_title(article))}” "
    return Citation("MLA", before, publisher, f", {_mla_date(article.date)}{link}{accessed}")


def apa(article: Article, publisher: str) -> Citation:
    """Cite for a reference list, with the authors' initials."""
    authors = [_with_initials(name) for name in _authors(article, publisher)]
    when = f"({_apa_date(article.date)})."
    title = _ended(_title(article))
    if not authors:
        return Citation("APA", f"{title} {when} ", publisher, f".{_link(article)}")
    names = authors[0] if len(authors) == 1 else f"{', '.join(authors[:-1])}, & {authors[-1]}"
    return Citation("APA", f"{_ended(names)} {when} {title} ", publisher, f".{_link(article)}")


def people_of(byline: str) -> tuple[str, ...]:
    """Return the names that a byline has, in order, without "By"."""
    plain = re.sub(r"^\s*by\s+", "", byline.strip(), flags=re.IGNORECASE)
    return tuple(name for name in _AND.split(plain) if name)


def family_and_given(name: str) -> tuple[str, str]:
    """Split a personal name into family and given part; ("name", "") where that can't be told.

    The family name is the last word with the particles before it ("Abu", "van", "al-"). A name in
    Arabic letters and a desk or agency stay whole.
    """
    words = name.split()
    if len(words) < 2 or _CORPORATE.search(name) or _ARABIC.search(name):  # noqa: PLR2004
        return (name, "")
    start = len(words) - 1
    while start > 1 and _PARTICLE.fullmatch(words[start - 1]):
        start -= 1
    return (" ".join(words[start:]), " ".join(words[:start]))


def _title(article: Article) -> str:
    return article.headline or article.title


def _ended(text: str) -> str:
    """Return the text with a full stop, unless it ends in a mark of its own."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def _link(article: Article) -> str:
    return f" {article.url}" if article.url else ""


def _without_scheme(url: str) -> str:
    return re.sub("^https?://", "", url)


def _authors(article: Article, publisher: str) -> tuple[str, ...]:
    """Return who signed; nobody, where the byline only repeats the publisher's name."""
    return tuple(name for name in people_of(article.byline) if name.lower() != publisher.lower())


def _inverted(name: str) -> str:
    family, given = family_and_given(name)
    return f"{family}, {given}" if given else family


def _listed(authors: tuple[str, ...]) -> str:
    """Return "Last, First, and First Last"."""
    first = _inverted(authors[0])
    if len(authors) == 1:
        return first
    return f"{', '.join((first, *authors[1:-1]))}, and {authors[-1]}"


def _with_initials(name: str) -> str:
    family, given = family_and_given(name)
    initials = " ".join(f"{part[0]}." for part in re.split(r"[\s.]+", given) if part)
    return f"{family}, {initials}" if initials else family


def _day(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day where the date is one day, sure or not."""
    earliest, latest = edtf.bounds(text)
    if earliest is None or earliest != latest:
        return None
    return (earliest.year, earliest.month, earliest.day)


def _month(text: str) -> tuple[int, int] | None:
    """Return year and month where the date is one month, sure or not."""
    found = _YEAR_AND_MONTH.fullmatch(text)
    if not found or int(found[2]) not in _MONTHS:
        return None
    return (int(found[1]), int(found[2]))


def _doubt(text: str, words: str) -> str:
    """Mark a date that was inferred, as the manuals do, with brackets and a question mark."""
    return f"[{words}?]" if edtf.is_uncertain(text) else words


def _chicago_date(text: str) -> str:
    day = _day(text)
    if day is None:
        return date_words(text)
    return _doubt(text, f"{_MONTHS[day[1]]} {day[2]}, {day[0]}")


def _mla_date(text: str) -> str:
    day = _day(text)
    if month := _month(text):
        return _doubt(text, f"{_mla_month(month[1])} {month[0]}")
    if day is None:
        return date_words(text)
    return _doubt(text, f"{day[2]} {_mla_month(day[1])} {day[0]}")


def _mla_month(month: int) -> str:
    """Return a month as the MLA Handbook (9th ed.), appendix 1, shortens it."""
    name = str(_MONTHS[month])
    if len(name) <= len("June"):
        return name
    return "Sept." if name == "September" else f"{name[:3]}."


def _apa_date(text: str) -> str:
    day, mark = _day(text), "?" if edtf.is_uncertain(text) else ""
    if month := _month(text):
        return f"{month[0]}, {_MONTHS[month[1]]}{mark}"
    if day is None:
        return date_words(text)
    return f"{day[0]}, {_MONTHS[day[1]]} {day[2]}{mark}"
