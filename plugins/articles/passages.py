"""Put the notes that stand beside a passage of an article with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from ..corpus.model import Passage
from .notes import DateNote, FigureNote

_Note = TypeVar("_Note", DateNote, FigureNote)


@dataclass(frozen=True, slots=True)
class NotedPassage:
    """A passage of the text (`html`) and the notes in its margin.

    `is_table`: it is a table, which may be wider than a phone.
    """

    html: str
    dates: tuple[DateNote, ...]
    figures: tuple[FigureNote, ...]
    is_table: bool


def passages(
    body: Iterable[Passage], dates: Iterable[DateNote], figures: Iterable[FigureNote]
) -> tuple[NotedPassage, ...]:
    """Return the passages of an annotated article with their notes.

    A date goes to the margin if it tells more than the words, a figure if its speaker is known;
    the same note stands once in a passage.
    """
    told = [note for note in dates if note.tells]
    said = [note for note in figures if note.speaker or note.speaker_words]
    return tuple(
        NotedPassage(
            passage.html,
            _once(note for note in told if note.anchor in passage.anchors),
            _once(note for note in said if note.anchor in passage.anchors),
            passage.html.startswith("<table"),
        )
        for passage in body
    )


def _once(notes: Iterable[_Note]) -> tuple[_Note, ...]:
    return tuple(dict.fromkeys(notes))
