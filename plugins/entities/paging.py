"""Part the mentions of a much named entity into pages of their own."""

from __future__ import annotations

from dataclasses import dataclass

from ..corpus.lines import EntityLine
from .concordance import PublisherReports


@dataclass(frozen=True, slots=True)
class PagerLine:
    """A page of the mentions in the list of such pages."""

    number: int
    path: str


@dataclass(frozen=True, slots=True)
class MentionsPage:
    """What mentions.html needs: a further page of an entity's mentions."""

    line: EntityLine
    number: int
    reports: tuple[PublisherReports, ...]
    pager: tuple[PagerLine, ...]


def pager(path: str, pages: int) -> tuple[PagerLine, ...]:
    """Return the pages of the mentions, the entity's own first; none where it is the only one."""
    folder = path.removesuffix(".html")
    further = (
        PagerLine(number, f"{folder}/mentions-{number}.html") for number in range(2, pages + 1)
    )
    return (PagerLine(1, path), *further) if pages > 1 else ()
