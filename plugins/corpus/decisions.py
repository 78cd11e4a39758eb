"""Say what a curator decides about events that the machine found.

A found event is named by its slug. Where several of its sentences could give it one, each of
these names it.
"""

from __future__ import annotations

from dataclasses import dataclass

from .model import Where


@dataclass(frozen=True, slots=True)
class Confirm:
    """A found event did happen: its title in the curator's words, and what else is put right."""

    found: str
    title: str
    date: str
    kind: str
    where: Where


@dataclass(frozen=True, slots=True)
class Merge:
    """A found event is the same as another one, found or confirmed: its evidence goes there."""

    found: str
    into: str
    where: Where


@dataclass(frozen=True, slots=True)
class Split:
    """A paragraph of a found event tells of something else: it is a found event of its own."""

    found: str
    article: str
    anchor: str
    where: Where


@dataclass(frozen=True, slots=True)
class Drop:
    """A found event is none, and why."""

    found: str
    why: str
    where: Where


@dataclass(frozen=True, slots=True)
class Decisions:
    """All of them, in the order of the file."""

    confirmed: tuple[Confirm, ...] = ()
    merged: tuple[Merge, ...] = ()
    split: tuple[Split, ...] = ()
    dropped: tuple[Drop, ...] = ()
