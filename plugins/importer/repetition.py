"""Find the lines that several captures of one publisher share: they are its furniture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ..corpus.problems import ImportProblems
from .capture import Capture
from .cleaning import is_html
from .decoding import decode
from .paragraphs import blocks_of
from .wording import fold

SEVERAL = 3
LONGEST = 40
EDGE = 15


def survey(captures: Iterable[Capture]) -> tuple[int, dict[str, frozenset[str]]]:
    """Count captures, and map each publisher to the folded lines of at least three of its reports.

    Only text captures whose sidecar names the publisher count. Captures of one report count once:
    they are known by their longest line.
    """
    holders: dict[tuple[str, str], set[int]] = defaultdict(set)
    count = 0
    for count, capture in enumerate(captures, 1):  # noqa: B007 - used after the loop
        publisher = capture.fact("publisher")
        lines = _lines(capture) if publisher else ()
        if lines:
            report = hash(max(lines, key=lambda line: (len(line), line)))
            for line in lines:
                if 0 < len(line.split()) <= LONGEST:
                    holders[publisher, line].add(report)
    found: dict[str, set[str]] = defaultdict(set)
    for (publisher, line), reports in holders.items():
        if len(reports) >= SEVERAL:
            found[publisher].add(line)
    return count, {publisher: frozenset(lines) for publisher, lines in found.items()}


def _lines(capture: Capture) -> tuple[str, ...]:
    try:
        decoded = decode(capture.content, capture.charset)
    except ImportProblems:
        return ()
    if is_html(decoded):
        return ()
    return tuple(dict.fromkeys(fold(block.text) for block in blocks_of(decoded.text)))
