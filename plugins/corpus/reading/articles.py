"""Read the articles."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..addresses import CLEANING_ENDING
from ..header import Value
from ..model import Article, Correction, Where
from ..problems import Problem, did_you_mean, problem
from ..references import Reference
from ..schema import ARTICLE
from .files import Part, Sheet, doubled, read_sheet, sources

MANIFEST = "originals/manifest-sha256.txt"
_SHA256_HEX = 64


def read_articles(content: Path) -> Part[Article]:
    """Return the articles of a content folder by date then slug, drafts among them."""
    manifest, problems = _read_manifest(content)
    articles: list[Article] = []
    references: list[Reference] = []
    places: dict[str, list[Where]] = {}
    for source in sources(content, "articles", ".md"):
        sheet = read_sheet(source, ARTICLE)
        references.extend(sheet.references)
        problems.extend(_without_what_drafts_may_lack(sheet))
        problems.extend(_check_original(sheet, content, manifest))
        places.setdefault(source.slug, []).append(sheet.where)
        articles.append(_article(sheet, manifest))
    articles.sort(key=lambda each: (each.date, each.slug))
    problems.extend(_on_cleanings_pages(places, content))
    return Part(tuple(articles), tuple(references), (*problems, *doubled(places, "articles")))


def _on_cleanings_pages(places: Mapping[str, list[Where]], content: Path) -> Iterator[Problem]:
    """Yield a problem for each article whose page would be that of another's cleaning."""
    for slug, found in places.items():
        other = slug.removesuffix(CLEANING_ENDING)
        if slug != other and other in places and (content / f"cleaning/{other}.toml").is_file():
            wrong = f'the page of "{slug}" is that of the cleaning of "{other}".'
            yield problem(found[0], "SLUG-TWICE", wrong, "Rename the file.")


def _article(sheet: Sheet, manifest: dict[str, str]) -> Article:
    own_hash = hashlib.sha256(sheet.source.raw).hexdigest()
    original = sheet.text("original").removeprefix("originals/")
    return Article(
        slug=sheet.source.slug,
        title=sheet.text("title"),
        date=sheet.text("date"),
        publisher=sheet.text("publisher"),
        body=sheet.header.body,
        byline=sheet.text("byline"),
        headline=sheet.text("headline"),
        url=sheet.text("url"),
        archived=sheet.text("archived"),
        captured=sheet.text("captured"),
        language=sheet.text("language", "en"),
        dateline=sheet.text("dateline"),
        rights=sheet.text("rights", "public"),
        original=original,
        status=sheet.text("status", "published"),
        same_origin=sheet.texts("same-origin"),
        unlink=sheet.texts("unlink"),
        corrections=tuple(map(_correction, sheet.values("corrections"))),
        extra=tuple(
            (field.key, "\n".join(value.text for value in field.values))
            for field in sheet.header.fields
            if field.key.startswith("x-")
        ),
        sha256=manifest.get(original, own_hash) if original else own_hash,
        body_line=sheet.header.body_line,
        where=sheet.where,
    )


def _correction(value: Value) -> Correction:
    date, _, text = value.text.partition(";")
    return Correction(date.strip(), text.strip())


def _without_what_drafts_may_lack(sheet: Sheet) -> tuple[Problem, ...]:
    """Return the sheet's problems; a draft may lack its date and its publisher."""
    if sheet.text("status") != "draft":
        return sheet.problems
    return tuple(each for each in sheet.problems if each.code not in ("KEY-MISSING", "VALUE-EMPTY"))


def _read_manifest(content: Path) -> tuple[dict[str, str], list[Problem]]:
    """Map each original's path to its SHA-256, as `sha256sum` writes them."""
    path = content / MANIFEST
    if not path.is_file():
        return {}, []
    hashes: dict[str, str] = {}
    problems: list[Problem] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        digest, _, name = line.partition("  ")
        if len(digest) == _SHA256_HEX and name:
            hashes[name] = digest
        elif line.strip():
            wrong = "this line is no SHA-256, two spaces and a path."
            remedy = "Take the manifest from your last good copy, or import the captures again."
            problems.append(problem(Where(MANIFEST, number), "MANIFEST-LINE", wrong, remedy))
    return hashes, problems


def _check_original(sheet: Sheet, content: Path, manifest: dict[str, str]) -> list[Problem]:
    """Check that the capture an article names is there, listed, and unchanged."""
    name = sheet.text("original").removeprefix("originals/")
    if not name:
        return []
    where = sheet.place("original")
    path = content / "originals" / name
    inside = path.resolve().is_relative_to((content / "originals").resolve())
    if not inside or not path.is_file():
        remedy = did_you_mean(name, manifest) or "Import the capture again, or take the key away."
        return [problem(where, "ORIGINAL-MISSING", f'there is no original "{name}".', remedy)]
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if name not in manifest:
        wrong = f'"{name}" does not stand in {MANIFEST}.'
        remedy = f'Add the line "{digest}  {name}" there.'
        return [problem(where, "ORIGINAL-UNLISTED", wrong, remedy)]
    if manifest[name] != digest:
        wrong = f'"{name}" has changed since it was captured: its SHA-256 is no longer as listed.'
        remedy = "Put the capture back as it was; an original is never edited."
        return [problem(where, "ORIGINAL-CHANGED", wrong, remedy)]
    return []
