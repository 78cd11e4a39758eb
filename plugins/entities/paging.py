"""Say what a further page of a much named entity shows: more mentions, or more statements."""

from __future__ import annotations

from dataclasses import dataclass

from ..corpus.lines import EntityLine, StatementLine
from ..corpus.paging import PagerLine
from .concordance import PublisherReports


@dataclass(frozen=True, slots=True)
class MentionsPage:
    """What mentions.html needs: a further page of an entity's mentions, or of its statements."""

    line: EntityLine
    number: int
    reports: tuple[PublisherReports, ...]
    statements: tuple[StatementLine, ...]
    pager: tuple[PagerLine, ...]
