"""Part an article's HTML into passages, each with the notes that stand beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from .notes import DateNote, FigureNote

_Note = TypeVar("_Note", DateNote, FigureNote)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, list, quotation or table of the text (`html`) and the notes in its margin."""

    html: str
    dates: tuple[DateNote, ...]
    figures: tuple[FigureNote, ...]


def passages(
    html: str, dates: Iterable[DateNote], figures: Iterable[FigureNote]
) -> tuple[Passage, ...]:
    """Return the passages of an annotated article; joined, their HTML has all of its text.

    A date goes to the margin if it tells more than the words, a figure if its speaker is known;
    the same note stands once in a passage.
    """
    told = [note for note in dates if note.tells]
    said = [note for note in figures if note.speaker or note.speaker_words]
    return tuple(
        Passage(
            passage_html,
            _once(note for note in told if note.anchor in anchors),
            _once(note for note in said if note.anchor in anchors),
        )
        for passage_html, anchors in _outermost(html)
    )


def _outermost(html: str) -> Iterable[tuple[str, frozenset[str]]]:
    """Yield each outermost element as HTML, with the ids in it; loose text joins what follows."""
    waiting = ""
    for child in BeautifulSoup(html, "html.parser").contents:
        if isinstance(child, NavigableString):
            waiting += child.output_ready()
            continue
        waiting += str(child)
        if isinstance(child, Tag) and child.get_text(strip=True):
            ids = [child.get("id"), *(each.get("id") for each in child.find_all(id=True))]
            yield waiting.strip(), frozenset(str(each) for each in ids if each)
            waiting = ""
    if waiting.strip():
        yield waiting.strip(), frozenset()


def _once(notes: Iterable[_Note]) -> tuple[_Note, ...]:
    return tuple(dict.fromkeys(notes))
