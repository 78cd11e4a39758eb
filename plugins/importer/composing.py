"""Compose an article's file from what was cleaned and what a sidecar says; tell what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..corpus.edtf import is_valid
from ..corpus.schema import ARTICLE
from .capture import Capture, Cleaned, Found
from .language import language_of
from .markdown_text import body_of
from .rules import Rulebook
from .wording import fold, slug_of

DRAFT = "draft"
CANDIDATES = 6


@dataclass(frozen=True, slots=True)
class Names:
    """The names that the collection knows: folded organisation and place names, with slugs."""

    organisations: Mapping[str, str]
    places: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher's slug, and the name and homepage that a new entity of it would get."""

    slug: str
    name: str = ""
    homepage: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Composed:
    """A header as (key, value) pairs, a body, and what a curator must add: header keys."""

    header: tuple[tuple[str, str], ...]
    body: str
    publisher: Publisher | None
    missing: tuple[str, ...] = ()

    def value(self, key: str) -> str:
        """Return a header key's value, or an empty string."""
        return dict(self.header).get(key, "")

    @property
    def text(self) -> str:
        """Return the file's text."""
        return f"---\n{header_text(self.header)}---\n\n{self.body}"


def header_text(header: Iterable[tuple[str, str]]) -> str:
    """Write header lines; a value of several lines is a list below its key."""
    lines = []
    for key, value in header:
        if "\n" in value:
            lines.append(f"{key}:\n" + "".join(f"    {each}\n" for each in value.split("\n")))
        else:
            lines.append(f"{key}: {value}\n")
    return "".join(lines)


def compose(
    capture: Capture, cleaned: Cleaned, original: str, names: Names, book: Rulebook
) -> Composed:
    """Return the article of a cleaned capture; `original` is its path below originals/."""
    date = _date(capture, cleaned)
    publisher = publisher_of(capture, cleaned, names, book)
    title = capture.fact("title") or cleaned.title
    missing = [
        key
        for key, known in (("title", title), ("date", date), ("publisher", publisher))
        if not known
    ]
    place = _place(capture, cleaned, names)
    found: dict[str, str] = {
        "title": _line(title) or capture.name,
        "headline": _line(cleaned.title) if fold(cleaned.title) != fold(title) else "",
        "date": _edtf(date) if date else "",
        "publisher": publisher.slug if publisher else "",
        "byline": _line(cleaned.byline),
        "url": cleaned.url,
        "captured": cleaned.captured,
        "language": cleaned.language or language_of(" ".join(b.text for b in cleaned.blocks)),
        "dateline": place,
        "rights": "restricted",
        "original": original,
        "x-dateline": "" if place else cleaned.dateline,
        "x-date-basis": _basis(date),
        "x-date-candidates": "" if date else _listed(cleaned.dates),
        "x-publisher-basis": publisher.basis if publisher else "",
        "x-publisher-candidates": "" if publisher else _listed(cleaned.publishers),
        "x-decoded": _how_decoded(cleaned),
        "x-unsure": "\n".join(map(_line, cleaned.doubts)),
    }
    told = {
        key: value for key, value in capture.facts if key not in ("publisher", "dateline", "date")
    }
    found.update({key: value for key, value in told.items() if key != "publisher-name"})
    if missing:
        found["status"] = DRAFT
    return Composed(ordered(found), body_of(cleaned.blocks), publisher, tuple(missing))


def ordered(found: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the keys that have a value, in the order of the format; a curator's own last."""
    known = [key for key in ARTICLE if found.get(key)]
    own = [key for key in found if key.startswith("x-") and found[key]]
    return tuple((key, found[key]) for key in (*known, *own))


def _line(text: str) -> str:
    return " ".join(text.split())


def _date(capture: Capture, cleaned: Cleaned) -> Found | None:
    """Return the publication date: a sidecar's, or the first candidate that states or implies one.

    A date that is only mentioned in the text is no publication date.
    """
    if capture.fact("date"):
        return Found(capture.fact("date"), "sidecar")
    for each in cleaned.dates:
        if each.value and (each.certain or each.basis != "text"):
            return each
    return None


def _edtf(date: Found) -> str:
    doubtful = not date.certain and not date.value.endswith(("?", "~", "%"))
    marked = f"{date.value}?" if doubtful else date.value
    return marked if is_valid(marked) else date.value


def _basis(date: Found | None) -> str:
    if date is None:
        return ""
    return _line(f"{date.basis}: {date.evidence}" if date.evidence else date.basis)[:200]


def _listed(found: Iterable[Found]) -> str:
    lines = [
        _line(f"{each.value or 'no date'} ({each.basis}: {each.evidence})")[:200] for each in found
    ]
    return "\n".join(list(dict.fromkeys(lines))[:CANDIDATES])


def _how_decoded(cleaned: Cleaned) -> str:
    decoded = cleaned.decoded
    if not decoded.doubt and decoded.how in ("utf-8", "bom", "declared"):
        return ""
    return f"{decoded.encoding}, {decoded.how}" + (f": {decoded.doubt}" if decoded.doubt else "")


def publisher_of(
    capture: Capture, cleaned: Cleaned, names: Names, book: Rulebook
) -> Publisher | None:
    """Return who published: a sidecar's word, a name the page declares, or its address's owner."""
    told = capture.fact("publisher")
    if told:
        return _named(told, capture.fact("publisher-name"), names, book, "sidecar")
    url = capture.fact("url") or cleaned.url
    owner = book.at(url)
    if owner:
        return _named(owner.slug, owner.name, names, book, "url")
    for each in cleaned.publishers:
        if each.certain and slug_of(each.value):
            return _named(each.value, each.value, names, book, each.basis)
    return None


def _named(told: str, name: str, names: Names, book: Rulebook, basis: str) -> Publisher:
    """Return the publisher of a slug or name: an entity that is there, a known or a new one."""
    there = names.organisations.get(fold(told)) or names.organisations.get(fold(name) or "\n")
    known = book.named(told)
    slug = there or (known.slug if known else slug_of(told))
    title = name or (known.name if known else "") or _title_of(told)
    homepage = f"https://{known.hosts[0]}/" if known and known.hosts else ""
    return Publisher(slug, title, homepage, basis)


def _title_of(told: str) -> str:
    return told if told != slug_of(told) else told.replace("-", " ").title()


def _place(capture: Capture, cleaned: Cleaned, names: Names) -> str:
    """Return the dateline's place if the collection has it; a sidecar's word holds as it is."""
    return capture.fact("dateline") or names.places.get(fold(cleaned.dateline) or "\n", "")
