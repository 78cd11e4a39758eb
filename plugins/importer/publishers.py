"""Tell who published a report: what is said or declared, else candidates from its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from .capture import Capture, Cleaned, Found
from .rules import Rulebook
from .wording import fold, slug_of

HOST = re.compile(
    r"\b(?:[a-z0-9-]+\.)+(?:com|org|net|info|co\.uk|news|tv|sy|fr|de)\b", re.IGNORECASE
)
SITE_MOTTO = re.compile(r"\s+[-–—|:]\s+.*$")
MOST = 5


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


def publisher_of(
    capture: Capture, cleaned: Cleaned, names: Names, book: Rulebook
) -> Publisher | None:
    """Return who published: a sidecar's word, its address's owner, or a name the page declares."""
    told = capture.fact("publisher")
    if told:
        return _named(told, capture.fact("publisher-name"), names, book, "sidecar")
    owner = book.at(capture.fact("url") or cleaned.url)
    if owner:
        return _named(owner.slug, owner.name, names, book, "url")
    for each in cleaned.publishers:
        name = SITE_MOTTO.sub("", each.value)
        if each.certain and slug_of(name):
            return _named(name, name, names, book, each.basis)
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


def publisher_candidates(cleaned: Cleaned, names: Names, book: Rulebook) -> tuple[Found, ...]:
    """Return publishers that the capture's words name, the most often named first."""
    texts = [each.text for each in cleaned.blocks]
    texts += [each.block.text for each in cleaned.removed]
    words = f" {fold(' '.join(texts))} "
    known = {fold(each.name): each.slug for each in book.publishers if each.name}
    known.update((fold(each.slug), each.slug) for each in book.publishers)
    known.update(names.organisations)
    counts = Counter(dict.fromkeys(known.values(), 0))
    for name, slug in known.items():
        counts[slug] += words.count(f" {name} ") if name else 0
    named = sorted((slug for slug in counts if counts[slug]), key=lambda s: (-counts[s], s))
    said = (Found(slug, "text", f"named {counts[slug]} times", certain=False) for slug in named)
    hosts = dict.fromkeys(host.lower() for text in texts for host in HOST.findall(text))
    seen = (Found(host, "text", "an address in the text", certain=False) for host in hosts)
    return (*cleaned.publishers, *said, *seen)[:MOST]
