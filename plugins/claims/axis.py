"""Lay out a value axis with round ticks, in percent of its width."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor, inf, log10

INSET = 4.0  # percent kept free at both ends, for marks and arrows
_STEPS = (1, 2, 2.5, 5, 10)
_TICKS = 4  # about as many as a narrow screen has room for


@dataclass(frozen=True, slots=True)
class Axis:
    """The values from `low` to `high`, drawn from INSET to 100 - INSET percent."""

    low: float
    high: float
    step: float

    def x(self, value: float) -> float:
        """Return where a value lies, in percent; infinite ones lie at the edge."""
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return round(INSET + share * (100 - 2 * INSET), 2)

    @property
    def values(self) -> tuple[float, ...]:
        """Return the values that have a tick."""
        count = round((self.high - self.low) / self.step)
        return tuple(round(self.low + at * self.step, 6) for at in range(count + 1))


def axis(values: Sequence[float], edges: Iterable[float] = (), unit: str = "") -> Axis:
    """Return the axis that shows all values, and the edges of what they stand for.

    It begins at zero unless the values lie close together and far from it (their spread is under
    a fifth of the greatest); percents that come near 100 end there.
    """
    shown = [*values, *(edge for edge in edges if edge not in (inf, -inf))] or [0.0]
    low, high = min(shown), max(shown)
    close = len(set(values)) > 1 and max(values) - min(values) < max(values) / 5
    if low >= 0 and (unit == "percent" or not close):
        low = 0.0
    if unit == "percent" and low >= 0 and high <= 100:  # noqa: PLR2004 - the whole
        high = max(high, 100.0 if high > 50 else high)  # noqa: PLR2004 - half of it
    if high == low:
        high, low = (high + abs(high) / 2, low) if high else (1.0, 0.0)
    step = _step((high - low) / _TICKS)
    return Axis(floor(low / step) * step, ceil(high / step) * step, step)


def _step(rough: float) -> float:
    """Return the least round step that is not under a rough one."""
    power = 10.0 ** floor(log10(rough))
    return next(step * power for step in _STEPS if step * power >= rough * 0.999)
