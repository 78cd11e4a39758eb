"""Say what the words before and after a number do to it."""

from __future__ import annotations

from enum import Enum


class Bound(Enum):
    """Which end a modifier leaves open, or that it blurs the number."""

    AT_LEAST = "at least"
    AT_MOST = "at most"
    ABOUT = "about"
    EXACT = "exact"


BEFORE: dict[str, Bound] = {
    "more than": Bound.AT_LEAST,
    "over": Bound.AT_LEAST,
    "at least": Bound.AT_LEAST,
    "no fewer than": Bound.AT_LEAST,
    "no less than": Bound.AT_LEAST,
    "not less than": Bound.AT_LEAST,
    "upwards of": Bound.AT_LEAST,
    "upward of": Bound.AT_LEAST,
    "in excess of": Bound.AT_LEAST,
    "a minimum of": Bound.AT_LEAST,
    "above": Bound.AT_LEAST,
    "exceeding": Bound.AT_LEAST,
    "well over": Bound.AT_LEAST,
    "well above": Bound.AT_LEAST,
    "just over": Bound.AT_LEAST,
    "a little over": Bound.AT_LEAST,
    "up to": Bound.AT_MOST,
    "as many as": Bound.AT_MOST,
    "as much as": Bound.AT_MOST,
    "at most": Bound.AT_MOST,
    "no more than": Bound.AT_MOST,
    "not more than": Bound.AT_MOST,
    "a maximum of": Bound.AT_MOST,
    "fewer than": Bound.AT_MOST,
    "less than": Bound.AT_MOST,
    "under": Bound.AT_MOST,
    "below": Bound.AT_MOST,
    "just under": Bound.AT_MOST,
    "well under": Bound.AT_MOST,
    "nearly": Bound.ABOUT,
    "almost": Bound.ABOUT,
    "about": Bound.ABOUT,
    "around": Bound.ABOUT,
    "roughly": Bound.ABOUT,
    "approximately": Bound.ABOUT,
    "some": Bound.ABOUT,
    "close to": Bound.ABOUT,
    "an estimated": Bound.ABOUT,
    "approaching": Bound.ABOUT,
    "only": Bound.EXACT,
    "just": Bound.EXACT,
    "exactly": Bound.EXACT,
    "a total of": Bound.EXACT,
}
AFTER: dict[str, Bound] = {
    "or more": Bound.AT_LEAST,
    "or so": Bound.ABOUT,
    "or fewer": Bound.AT_MOST,
    "or less": Bound.AT_MOST,
    "plus": Bound.AT_LEAST,
}


def interval(value: float, bound: Bound | None) -> tuple[float | None, float | None, bool]:
    """Return low, high and whether the number is approximate."""
    if bound is Bound.AT_LEAST:
        return value, None, False
    if bound is Bound.AT_MOST:
        return None, value, False
    return value, value, bound is Bound.ABOUT
