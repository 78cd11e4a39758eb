"""Compose an article's file from what was cleaned and what a sidecar says; tell what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..corpus.edtf import is_valid
from ..corpus.schema import ARTICLE
from .capture import Capture, Cleaned, Found
from .markdown_text import body_of
from .publishers import Names, Publisher, publisher_candidates, publisher_of
from .rules import Rulebook
from .wording import fold

DRAFT = "draft"
CANDIDATES = 6


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
    """Return the article of a cleaned capture; `original` is its path below originals/.

    What a sidecar says goes before what was found. Imported text is restricted unless a sidecar
    says otherwise.
    """
    date = _date(capture, cleaned)
    publisher = publisher_of(capture, cleaned, names, book)
    title = capture.fact("title") or cleaned.title
    needed = {"title": title, "date": date, "publisher": publisher}
    missing = tuple(key for key, known in needed.items() if not known)
    found = {
        **_from_capture(cleaned, title, names),
        "original": original,
        "rights": "restricted",
        **{key: value for key, value in capture.facts if key != "publisher-name"},
        "title": _line(title) or capture.name,
        "date": _edtf(date) if date else "",
        "publisher": publisher.slug if publisher else "",
        "x-date-basis": capture.fact("x-date-basis") or _basis(date),
        "x-date-candidates": "" if date else _listed(cleaned.dates),
        "x-publisher-basis": publisher.basis if publisher else "",
    }
    if not publisher:
        found["x-publisher-candidates"] = _listed(publisher_candidates(cleaned, names, book))
    if missing:
        found["status"] = DRAFT
    return Composed(ordered(found), body_of(cleaned.blocks), publisher, missing)


def _from_capture(cleaned: Cleaned, title: str, names: Names) -> dict[str, str]:
    """Return the header keys that the capture alone decides."""
    place = names.places.get(fold(cleaned.dateline) or "\n", "")
    other = cleaned.title and fold(cleaned.title) != fold(title)
    return {
        "headline": _line(cleaned.title) if other else "",
        "byline": _line(cleaned.byline),
        "url": cleaned.url,
        "captured": cleaned.captured,
        "language": cleaned.language,
        "dateline": place,
        "x-dateline": "" if place else cleaned.dateline,
        "x-decoded": _how_decoded(cleaned),
        "x-unsure": "\n".join(map(_line, cleaned.doubts)),
    }


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
