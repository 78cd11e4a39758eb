"""Part a feed into pages, so that it never grows without end (RFC 5005, § 4: archived feeds).

The oldest entries come first into the archive, a hundred a page, and a page that is full stays as
it is. The feed itself has the newest, one hundred to two, and leads to the newest page of the
archive, each page to the one before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .entries import UNDATED, Entry

SIZE = 100  # entries of a page


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as a whole: the name of its files, what it is called, where the site is published."""

    name: str
    title: str
    language: str
    siteurl: str

    def path(self, number: int, suffix: str) -> str:
        """Return the path of a page; number 0 is the feed itself."""
        return (
            f"data/feeds/{self.name}-{number}.{suffix}" if number else f"data/{self.name}.{suffix}"
        )

    def address(self, page: Page, target: str) -> str:
        """Return the address of a path of the site, as a page of the feed names it."""
        if self.siteurl:
            return f"{self.siteurl}/{target}"
        return f"{'../..' if page.number else '..'}/{target}"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a feed, newest entry first. `number` 0 is the feed itself, `older` 0 is no page."""

    number: int
    older: int
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> str:
        """Return when the page changed last: what its newest entry says."""
        return max((each.updated for each in self.entries), default=UNDATED)


def pages(entries: Sequence[Entry]) -> Iterator[Page]:
    """Yield the feed itself, then its archive; `entries` come oldest first."""
    full = max(0, (len(entries) - 1) // SIZE - 1)
    yield Page(0, full, tuple(reversed(entries[full * SIZE :])))
    for number in range(full, 0, -1):
        part = entries[(number - 1) * SIZE : number * SIZE]
        yield Page(number, number - 1, tuple(reversed(part)))
