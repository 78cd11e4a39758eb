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
    they are known by their longest line. Lines are kept as hashes: memory is what a batch lacks.
    """
    reports_with: dict[int, tuple[int, ...]] = {}
    found: dict[str, set[str]] = defaultdict(set)
    count = 0
    for count, capture in enumerate(captures, 1):  # noqa: B007 - used after the loop
        publisher = capture.fact("publisher")
        lines = _lines(capture) if publisher else ()
        report = hash(max(lines, key=lambda line: (len(line), line), default=""))
        for line in lines:
            if not 0 < len(line.split()) <= LONGEST:
                continue
            place = hash((publisher, line))
            reports = reports_with.get(place, ())
            if len(reports) < SEVERAL and report not in reports:
                reports_with[place] = (*reports, report)
            if len(reports_with[place]) == SEVERAL:
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
