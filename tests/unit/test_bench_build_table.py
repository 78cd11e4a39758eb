"""What the measurements of builds are said to mean."""

from __future__ import annotations

import math
from dataclasses import replace

from tests.bench.build_table import BARS, Figures, Measured, lines, reached, written

OURS = "Sijill, 1 language"
STEPS = "annotate       8.00 s   80%    16.00 s CPU\nrender         2.00 s   20%     4.00 s CPU\n"


def measured() -> list[Measured]:
    """Return a thousand and ten thousand articles, a tenth of the time for the smaller."""
    large = [
        Measured(10_000, OURS, "full", 40.0, 70.0, 400.0, STEPS),
        Measured(10_000, OURS, "nothing changed", 0.5, 0.4, 60.0),
        Measured(10_000, OURS, "one article added", 2.0, 2.0, 450.0),
        Measured(10_000, OURS, "an alias added", 5.0, 9.0, 300.0),
        Measured(10_000, "Pelican", "full", 80.0, 80.0, 200.0),
        Measured(10_000, "Hugo", "full", 10.0, 15.0, 800.0),
        Measured(10_000, "Hugo with Pagefind", "full", 50.0, 60.0, 2800.0),
    ]
    small = [replace(each, size=1000, wall=each.wall / 10, printed="") for each in large]
    return [*small, *large]


def test_each_bar_is_compared_with_what_was_measured_at_the_largest_size() -> None:
    """Ratios are of wall times of one run, memory is the most of all scenarios."""
    values = dict(zip((bar.what for bar in BARS), reached(Figures(measured()), OURS), strict=True))
    assert values["full build / Hugo with Pagefind"] == 0.8
    assert values["full build / plain Pelican"] == 0.5
    assert values["one article added / Hugo's full build"] == 0.2
    assert values["peak memory of one process"] == 450.0
    assert math.isclose(values["growth of the full build: exponent"], 1.0)


def test_a_bar_is_met_or_missed() -> None:
    """The table says it in words."""
    text = "\n".join(lines(measured()))
    assert "| full build / Hugo with Pagefind | 1 | 0.80, met |" in text
    assert "| one article added | 1.5 s | 2.00 s, **missed** |" in text
    assert "| annotate | 8.00 s | 16.00 s | 1.60 ms |" in text


def test_what_was_not_measured_is_said_to_be_so() -> None:
    """A run without Pagefind has no ratio to it."""
    some = [each for each in measured() if each.builder != "Hugo with Pagefind"]
    assert "| full build / Hugo with Pagefind | 1 | not measured |" in "\n".join(lines(some))


def test_only_what_stands_between_the_marks_is_written() -> None:
    """The prose around a part stays."""
    text = "Before.\n<!-- builds: begin -->\nold\n<!-- builds: end -->\nAfter.\n"
    fresh = written(text, "builds", measured())
    assert fresh.startswith("Before.\n<!-- builds: begin -->\nAt 10,000 articles:")
    assert fresh.endswith("<!-- builds: end -->\nAfter.\n")
    assert "old" not in fresh
