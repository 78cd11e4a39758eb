"""Read the rules on furniture: the ones that ship, and a collection's own on top of them."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ..corpus.problems import ImportProblems

SHIPPED = Path(__file__).with_name("publishers.toml")
DEFAULT_WORDS = 12


@dataclass(frozen=True, slots=True)
class LineRule:
    """A pattern that a whole line matches when it is furniture."""

    reason: str
    pattern: re.Pattern[str]
    words: int = DEFAULT_WORDS
    where: str = "any"


@dataclass(frozen=True, slots=True)
class PartRule:
    """A CSS selector for a part of a page that is furniture."""

    css: str
    reason: str


@dataclass(frozen=True, slots=True)
class PublisherRules:
    """What is known of a publisher's captures. `repeated` are folded lines of several captures."""

    slug: str = ""
    name: str = ""
    hosts: tuple[str, ...] = ()
    lines: tuple[LineRule, ...] = ()
    parts: tuple[PartRule, ...] = ()
    repeated: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules: those for any capture, and each publisher's. `digest` changes when they do."""

    common: PublisherRules = field(default_factory=PublisherRules)
    publishers: tuple[PublisherRules, ...] = ()
    digest: str = ""

    def of(self, slug: str) -> PublisherRules:
        """Return a publisher's rules with the common ones after them."""
        own = next((each for each in self.publishers if each.slug == slug), None)
        if own is None:
            return replace(self.common, slug=slug)
        return replace(
            own, lines=own.lines + self.common.lines, parts=own.parts + self.common.parts
        )

    def at(self, url: str) -> PublisherRules | None:
        """Return the publisher that owns a URL's host, if one does."""
        host = (urlsplit(url).hostname or "").removeprefix("www.")
        for each in self.publishers:
            if any(host == known or host.endswith(f".{known}") for known in each.hosts):
                return each
        return None

    def named(self, name: str) -> PublisherRules | None:
        """Return the publisher with this name or slug, without regard to case and article."""
        wanted = name.casefold().removeprefix("the ").strip()
        for each in self.publishers:
            if wanted in {each.slug, each.name.casefold().removeprefix("the ")}:
                return each
        return None


def read_rules(content: Path | None = None) -> Rulebook:
    """Read the shipped rules and, before them, the collection's own `publishers.toml`.

    Raises ImportProblems where a file is not TOML, or a pattern is no regular expression.
    """
    own = content / "publishers.toml" if content else None
    paths = [path for path in (own, SHIPPED) if path and path.is_file()]
    digest = hashlib.sha256()
    book = Rulebook()
    for path in reversed(paths):
        written = path.read_bytes()
        digest.update(written)
        book = _overlaid(book, _parsed(path, written))
    return replace(book, digest=digest.hexdigest())


def _parsed(path: Path, written: bytes) -> Rulebook:
    try:
        table = tomllib.loads(written.decode("utf-8"))
        publishers = table.get("publishers", {})
        return Rulebook(
            _rules("", table.get("any", {})),
            tuple(_rules(slug, publishers[slug]) for slug in sorted(publishers)),
        )
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, re.error, KeyError, TypeError) as error:
        raise ImportProblems(f"{path}: the rules cannot be read: {error}") from error


def _rules(slug: str, table: Mapping[str, Any]) -> PublisherRules:
    return PublisherRules(
        slug,
        table.get("name", ""),
        tuple(table.get("hosts", ())),
        tuple(_line_rule(line) for line in table.get("lines", ())),
        tuple(PartRule(part["css"], part["reason"]) for part in table.get("remove", ())),
    )


def _line_rule(line: Mapping[str, Any]) -> LineRule:
    pattern = re.compile(f"(?:{line['pattern']})$", re.IGNORECASE)
    words = int(line.get("words", DEFAULT_WORDS))
    return LineRule(line["reason"], pattern, words, line.get("where", "any"))


def _overlaid(under: Rulebook, over: Rulebook) -> Rulebook:
    """Lay one rulebook over another; a publisher in both has the rules of both."""
    slugs = sorted({each.slug for each in (*under.publishers, *over.publishers)})
    joined = []
    for slug in slugs:
        parts = [each for book in (over, under) for each in book.publishers if each.slug == slug]
        joined.append(_joined(parts))
    return Rulebook(_joined([over.common, under.common]), tuple(joined))


def _joined(parts: list[PublisherRules]) -> PublisherRules:
    return PublisherRules(
        parts[0].slug,
        next((part.name for part in parts if part.name), ""),
        tuple(host for part in parts for host in part.hosts),
        tuple(line for part in parts for line in part.lines),
        tuple(rule for part in parts for rule in part.parts),
    )
