"""File one cleaned capture in the collection: original, article, cleaning report, in this order.

Each write is atomic, and the manifest is written last (originals.write_manifest): whatever a
killed run left out of it is filed again, under the same names, from the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..corpus.addresses import CLEANING_ENDING, DEVICE
from ..corpus.header import read_header
from ..corpus.problems import Problem
from .capture import Capture, Cleaned
from .collection import ARTICLES, CLEANING, DRAFTS, Collection
from .composing import Composed, compose, ordered
from .likeness import SAME, Sketch
from .merging import Base, base_from, merge
from .messages import entity_made, missing, unsure, words_kept
from .originals import keep_original
from .outcome import IMPORTED, THERE, Outcome
from .publishers import Names, Publisher
from .report import quoted, report_text
from .rules import Rulebook
from .wording import fold, slug_of

VERSION = 1
"""Counts the changes of the cleaning that should reach articles imported before."""


def made_from(capture: Capture, book: Rulebook) -> str:
    """Return digests of what decides an article beside the bytes: the sidecar, then the rules."""
    facts = json.dumps([capture.facts, capture.restore, capture.charset])
    rules = f"{VERSION}{book.digest}"
    return ":".join(hashlib.sha256(each.encode()).hexdigest()[:16] for each in (facts, rules))


@dataclass(frozen=True, slots=True)
class Filing:
    """File captures in one collection by one set of rules."""

    there: Collection
    book: Rulebook

    def already(self, capture: Capture) -> Outcome | None:
        """Return how a capture ended whose bytes are there, sidecar and rules unchanged.

        A copy without a sidecar never undoes what a sidecar said.
        """
        slug = self.there.owners.get(capture.sha256)
        if capture.sha256 not in self.there.originals or slug is None:
            return None
        bare = not capture.facts and not capture.restore
        before, now = self.there.digests.get(slug, ""), made_from(capture, self.book)
        same_facts = before.partition(":")[0] == now.partition(":")[0]
        if before == now or (bare and not same_facts):
            return self._there(capture, slug)
        return None

    def file(self, capture: Capture, cleaned: Cleaned, sidecar: str = "") -> Outcome:
        """Write a capture's original, article, report, and return how it ended."""
        there = self.there
        original = keep_original(capture, there)
        names = Names(there.organisations, there.places)
        composed = compose(capture, cleaned, original, names, self.book)
        owner = there.owners.get(capture.sha256, "")
        alike = [each for each in there.likenesses.like(cleaned.sketch) if each[0] != owner]
        twin = "" if owner else self._twin(alike, composed)
        if twin:
            return self._file_twin(capture, twin, original)
        composed = with_origins(composed, sorted(self._origins(alike, owner)))
        slug = owner or self._new_slug(composed, capture)
        problems = self._write(slug, capture, cleaned, composed, sidecar)
        problems += self._entity(composed.publisher)
        doubts = (*cleaned.doubts, cleaned.decoded.doubt)
        problems += unsure(doubts, there.articles[slug], original)
        self._remember(slug, capture, original, cleaned.sketch)
        reasons = tuple(each.reason for each in cleaned.removed)
        path = there.articles[slug]
        return Outcome(capture.name, IMPORTED, path, self._is_draft(path), "", problems, reasons)

    def _there(self, capture: Capture, slug: str, note: str = "") -> Outcome:
        path = self.there.articles.get(slug, "")
        return Outcome(capture.name, THERE, path, self._is_draft(path), note)

    def _is_draft(self, path: str) -> bool:
        return bool(path) and self._value(path, "status") == "draft"

    def _value(self, path: str, key: str) -> str:
        """Return what an article's file says for a header key."""
        text = self.there.shelf.text(self.there.root / path) if path else ""
        header, _ = read_header(text, path)
        return next((v.text for each in header.fields if each.key == key for v in each.values), "")

    def _twin(self, alike: Sequence[tuple[str, float]], composed: Composed) -> str:
        """Return the article that this capture has the text of, by the same publisher."""
        for slug, score in alike:
            publisher = self._value(self.there.articles.get(slug, ""), "publisher")
            if score >= SAME and composed.value("publisher") in ("", publisher):
                return slug
        return ""

    def _origins(self, alike: Sequence[tuple[str, float]], owner: str) -> Iterator[str]:
        """Yield the articles with the same text that do not name this one already.

        The one filed later names the other. So it stays when the first is filed again.
        """
        for slug, _ in alike:
            report = self.there.shelf.text(self.there.root / CLEANING / f"{slug}.toml")
            named = dict(base_from(report).header).get("same-origin", "").split("\n")
            if not owner or owner not in named:
                yield slug

    def _file_twin(self, capture: Capture, slug: str, original: str) -> Outcome:
        """Keep another capture of an article's text, and name it in the article's report."""
        path = self.there.root / CLEANING / f"{slug}.toml"
        lines = self.there.shelf.text(path).split("\n")
        row = next(number for number, line in enumerate(lines) if line.startswith("also = ["))
        listed = lines[row].removeprefix("also = [").removesuffix("]")
        lines[row] = f"also = [{', '.join(filter(None, (listed, quoted(capture.sha256))))}]"
        self.there.shelf.write(path, "\n".join(lines).encode())
        self.there.originals[capture.sha256] = original
        self.there.owners[capture.sha256] = slug
        return self._there(capture, slug, "the same text in another wrapping")

    def _new_slug(self, composed: Composed, capture: Capture) -> str:
        """Return a slug from the title; one that another article has gets the capture's hash.

        An article that names this very original is what a killed run left: its slug is taken up.
        A title of one word that is a device on Windows, or that ends as the pages of cleanings do,
        is never a slug by itself.
        """
        stem = slug_of(composed.value("title")) or slug_of(composed.value("publisher")) or "article"
        plain: tuple[str, ...] = (
            () if DEVICE.match(stem) or stem.endswith(CLEANING_ENDING) else (stem,)
        )
        for slug in (*plain, f"{stem}-{capture.sha256[:8]}"):
            path = self.there.articles.get(slug, "")
            free = not path and slug not in self.there.digests
            if free or self._value(path, "original") == composed.value("original"):
                return slug
        return f"{stem[:14]}-{capture.sha256}"

    def _write(
        self,
        slug: str,
        capture: Capture,
        cleaned: Cleaned,
        composed: Composed,
        sidecar: str,
    ) -> tuple[Problem, ...]:
        """Write the article, with what people edited in it kept; then the report."""
        root, shelf = self.there.root, self.there.shelf
        report = root / CLEANING / f"{slug}.toml"
        said = shelf.text(report)
        base = base_from(said)
        old = root / self.there.articles.get(slug, slug)
        edited = shelf.text(old) if slug in self.there.articles else ""
        merged = merge(base, edited, composed) if edited else None
        text = merged.text if merged else composed.text
        header, _ = read_header(text, slug)
        known = {each.key: each.values[0].text for each in header.fields if each.values}
        path = article_path(slug, known.get("date", ""))
        shelf.write(root / path, text.encode())
        if slug in self.there.articles and old != root / path:
            shelf.remove(old)
        shelf.write(report, self._report(capture, cleaned, composed, base).encode())
        self.there.articles[slug] = path
        keys = [key for key in composed.missing if key not in known or key == "title"]
        kept = words_kept(merged.kept_edits if merged else (), path)
        return missing(composed, keys, path, sidecar) + kept

    def _report(
        self,
        capture: Capture,
        cleaned: Cleaned,
        composed: Composed,
        base: Base,
    ) -> str:
        return report_text(
            cleaned,
            sha256=capture.sha256,
            also=base.also,
            made_from=made_from(capture, self.book),
            sketch=cleaned.sketch,
            original=composed.value("original"),
            header=composed.header,
            body=composed.body,
        )

    def _entity(self, publisher: Publisher | None) -> tuple[Problem, ...]:
        """Write a short entity for a publisher that has none: the build needs one to link to."""
        if publisher is None or publisher.slug in self.there.organisations.values():
            return ()
        path = f"entities/organisations/{publisher.slug}.md"
        homepage = f"homepage: {publisher.homepage}\n" if publisher.homepage else ""
        text = f"---\nname: {publisher.name}\n{homepage}---\n"
        self.there.shelf.write(self.there.root / path, text.encode())
        for name in (publisher.slug, publisher.name):
            self.there.organisations.setdefault(fold(name), publisher.slug)
        return (entity_made(publisher, path),)

    def _remember(self, slug: str, capture: Capture, original: str, sketch: Sketch) -> None:
        there = self.there
        there.originals[capture.sha256] = original
        there.owners[capture.sha256] = slug
        there.digests[slug] = made_from(capture, self.book)
        there.likenesses.add(slug, sketch)


def article_path(slug: str, date: str) -> str:
    """Return where an article lies: in its year's folder, or among the drafts if none is known."""
    year = date[:4]
    return f"{ARTICLES}/{year if year.isdigit() else DRAFTS}/{slug}.md"


def with_origins(composed: Composed, slugs: Sequence[str]) -> Composed:
    """Add the articles with the same text to the header, unless a sidecar names them."""
    if not slugs or composed.value("same-origin"):
        return composed
    return replace(
        composed, header=ordered({**dict(composed.header), "same-origin": "\n".join(slugs)})
    )
