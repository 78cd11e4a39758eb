"""Say what the measurements of builds mean: ratios, bars, growth, and where the time goes."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

OURS = ("Sijill, 1 language", "Sijill, 2 languages")
FULL, SAME, ADDED, ALIAS = "full", "nothing changed", "one article added", "an alias added"
# A line of plugins/corpus/steps.py's table.
_STEP = re.compile(r"^(\w+) +([\d.]+) s +(\d+)% +([\d.]+) s CPU$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a builder took in a scenario: medians of seconds, the most megabytes of a process."""

    size: int
    builder: str
    scenario: str
    wall: float
    cpu: float
    memory: float
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """Something to reach: the most that a figure may be."""

    what: str
    most: float
    unit: str = ""


class Figures:
    """Look measurements up."""

    def __init__(self, measured: Sequence[Measured]) -> None:
        self.measured = measured
        self.largest = max(each.size for each in measured)

    def wall(self, builder: str, scenario: str, size: int | None = None) -> float:
        """Return the seconds of a builder in a scenario, at the largest size; NaN: not measured."""
        found = self.find(builder, scenario, size or self.largest)
        return found.wall if found else math.nan

    def find(self, builder: str, scenario: str, size: int) -> Measured | None:
        """Return a measurement, or None."""
        wanted = (builder, scenario, size)
        return next(
            (each for each in self.measured if (each.builder, each.scenario, each.size) == wanted),
            None,
        )

    def memory(self, builder: str) -> float:
        """Return the most that one process of a builder held, at the largest size."""
        here = (each for each in self.measured if each.size == self.largest)
        return max((each.memory for each in here if each.builder == builder), default=math.nan)

    def exponent(self, builder: str, scenario: str) -> float:
        """Return the power of the size that the time grows with: least squares of logarithms."""
        points = [
            (math.log(each.size), math.log(each.wall))
            for each in self.measured
            if (each.builder, each.scenario) == (builder, scenario)
        ]
        if len(points) < 2:
            return math.nan
        x, y = (sum(axis) / len(points) for axis in zip(*points, strict=True))
        over = sum((one - x) * (other - y) for one, other in points)
        return over / sum((one - x) ** 2 for one, _ in points)


BARS = (
    Bar("full build / Hugo with Pagefind", 1.0),
    Bar("full build / plain Pelican", 0.6),
    Bar("one article added / Hugo's full build", 0.15),
    Bar("one article added", 1.5, "s"),
    Bar("nothing changed", 0.8, "s"),
    Bar("an alias added", 6.0, "s"),
    Bar("peak memory of one process", 500, "MB"),
    Bar("growth of the full build: exponent", 1.05),
    Bar("growth of one article added: exponent", 0.5),
)


def reached(figures: Figures, builder: str) -> tuple[float, ...]:
    """Return what a builder of ours reaches, in the order of BARS."""
    full, added = figures.wall(builder, FULL), figures.wall(builder, ADDED)
    return (
        full / figures.wall("Hugo with Pagefind", FULL),
        full / figures.wall("Pelican", FULL),
        added / figures.wall("Hugo", FULL),
        added,
        figures.wall(builder, SAME),
        figures.wall(builder, ALIAS),
        figures.memory(builder),
        figures.exponent(builder, FULL),
        figures.exponent(builder, ADDED),
    )


def lines(measured: Sequence[Measured]) -> Iterator[str]:
    """Yield the tables as Markdown: bars, all figures, steps."""
    figures = Figures(measured)
    yield from _bars(figures)
    yield ""
    yield from _costs(figures)
    for builder in OURS:
        yield from _steps(figures, builder)


def _bars(figures: Figures) -> Iterator[str]:
    known = [each for each in OURS if figures.find(each, FULL, figures.largest)]
    yield f"At {figures.largest:,} articles:"
    yield ""
    yield f"| | bar | {' | '.join(known)} |"
    yield "|---|---|" + "---|" * len(known)
    rows = zip(*(reached(figures, each) for each in known), strict=True)
    for bar, values in zip(BARS, rows, strict=False):
        cells = " | ".join(_cell(value, bar) for value in values)
        yield f"| {bar.what} | {bar.most:g} {bar.unit}".rstrip() + f" | {cells} |"


def _cell(value: float, bar: Bar) -> str:
    if math.isnan(value):
        return "not measured"
    shown = f"{value:.0f}" if bar.unit == "MB" else f"{value:.2f}"
    return f"{shown} {bar.unit}".rstrip() + (", met" if value <= bar.most else ", **missed**")


def _costs(figures: Figures) -> Iterator[str]:
    yield "| articles | build | what | wall | CPU | peak memory | exponent |"
    yield "|---|---|---|---|---|---|---|"
    for each in figures.measured:
        power = figures.exponent(each.builder, each.scenario)
        exponent = "" if math.isnan(power) or each.size != figures.largest else f"{power:.2f}"
        yield (
            f"| {each.size:,} | {each.builder} | {each.scenario} | {each.wall:.2f} s"
            f" | {each.cpu:.2f} s | {each.memory:.0f} MB | {exponent} |"
        )


def _steps(figures: Figures, builder: str) -> Iterator[str]:
    full = figures.find(builder, FULL, figures.largest)
    steps = _STEP.findall(full.printed) if full else []
    if not steps or full is None:
        return
    yield ""
    yield f"Where the full build's time goes ({builder}, {full.size:,} articles):"
    yield ""
    yield "| step | wall | CPU | CPU for an article | exponent of the CPU |"
    yield "|---|---|---|---|---|"
    for name, wall, _, cpu in steps:
        each = 1000 * float(cpu) / full.size
        yield f"| {name} | {wall} s | {cpu} s | {each:.2f} ms | {_growth(figures, builder, name)} |"


def _growth(figures: Figures, builder: str, name: str) -> str:
    """Return the power that the CPU of a step grows with, from the size before to the largest."""
    sizes = sorted({each.size for each in figures.measured})[-2:]
    used = []
    for size in sizes:
        full = figures.find(builder, FULL, size)
        cpu = {step: float(cpu) for step, _, _, cpu in _STEP.findall(full.printed if full else "")}
        used.append(cpu.get(name, 0.0))
    if len(used) < 2 or min(used) < 0.05:
        return ""
    return f"{math.log(used[1] / used[0]) / math.log(sizes[1] / sizes[0]):.2f}"


def written(text: str, part: str, measured: Sequence[Measured]) -> str:
    """Return a document with the tables between the marks of a part."""
    begin, end = f"<!-- {part}: begin -->", f"<!-- {part}: end -->"
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(end)
    return f"{before}{begin}\n" + "\n".join(lines(measured)) + f"\n{end}{after}"
