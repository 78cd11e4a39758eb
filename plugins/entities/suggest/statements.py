"""Make a statement of a figure found: what a claim's file would say of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...corpus import edtf
from ...corpus.model import Annotated, Figure, Paragraph
from ...corpus.sentences import sentences

_LONGEST = 25  # words of a quote
_LONGEST_TIME = 62  # days that a date may mean to be the figure's; a longer one is its background
_WORD = re.compile(r"\S+")
_CLAUSE = re.compile(r"[,;:]\s+|\s+[\u2013\u2014]\s+")
# What the words that say that something was said make of the stance; the first that fits.
_STANCES = (
    ("denied", r"den(?:y|ie[sd])\w*|reject\w*"),
    ("revised", r"revis\w*"),
    ("estimated", r"estimat\w*|calculat\w*|reckon\w*"),
    ("claimed", r"claim\w*|alleg\w*|assert\w*|boast\w*"),
    ("reported", r"report\w*|record\w*|document\w*"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """A figure found, ready to be a statement: its quote, date and stance.

    `shown`: the sentence may stand in the list, since the article's text is public.
    """

    article: str
    anchor: str
    figure: Figure
    quote: str
    as_of: str
    stance: str
    shown: bool

    @property
    def line(self) -> str:
        """Return what names it in the list: where it stands, and its quote."""
        return f'{self.article}#{self.anchor} "{self.quote}"'

    def described(self) -> Iterator[str]:
        """Yield what a curator should know of it, a line each."""
        yield ", ".join(self._number())
        figure = self.figure
        speaker = figure.said_by or figure.said_by_surface or "the report's own voice"
        yield (
            f"{self.stance} by {speaker}" if speaker[:4] != "the " else f"{self.stance}: {speaker}"
        )
        yield f"as of {self.as_of}"

    def table(self) -> str:
        """Return it as a [[statement]] of a claim's file."""
        figure = self.figure
        speaker = {"said_by": figure.said_by} if figure.said_by else {}
        if not figure.said_by and figure.said_by_surface:
            speaker = {"said_by_words": figure.said_by_surface}
        texts = {"as_of": self.as_of, **speaker, "reported_by": self.article}
        lines = [
            "[[statement]]",
            *self._number(),
            *(f"{key} = {toml_text(text)}" for key, text in texts.items()),
            f"quote = {toml_text(self.quote)}",
            f"stance = {toml_text(self.stance)}",
        ]
        return "\n".join(lines) + "\n"

    def _number(self) -> Iterator[str]:
        figure = self.figure
        if figure.low is not None and figure.low == figure.high:
            yield f"value = {_number(figure.low)}"
        else:
            ends = (("low", figure.low), ("high", figure.high))
            yield from (f"{key} = {_number(end)}" for key, end in ends if end is not None)
        if figure.approximate:
            yield "approximate = true"


def toml_text(text: str) -> str:
    """Return a text as a TOML basic string (https://toml.io/en/v1.0.0#string)."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)


def found_statement(
    annotated: Annotated, paragraph: Paragraph, figure: Figure, quote: str = ""
) -> Found | None:
    """Return the statement that a figure would make; None where no quote can name its paragraph.

    `quote` are the words to quote; without them they are chosen.
    """
    shown = annotated.article.rights == "public"
    quote = quote or _quote(annotated, paragraph, figure, shown=shown)
    if not quote or (figure.low is None and figure.high is None):
        return None
    return Found(
        annotated.article.slug,
        paragraph.anchor,
        figure,
        quote,
        _as_of(annotated, paragraph, figure),
        _stance(figure),
        shown,
    )


def sentence_of(text: str, figure: Figure) -> tuple[int, int]:
    """Return the span of the sentence that a figure stands in."""
    spans = (span for span in sentences(text) if span[0] <= figure.start < span[1])
    start, end = next(spans, (0, len(text)))
    return start, max(end, figure.end)


def _quote(annotated: Annotated, paragraph: Paragraph, figure: Figure, *, shown: bool) -> str:
    """Return words with the figure that stand in no earlier paragraph; empty where there are none.

    Of a public article its sentence, or the clauses about it; else as few words as will do.
    """
    text = paragraph.text
    long = _clauses(text, figure) if shown else iter(())
    return next(
        (
            text[start:end]
            for start, end in (*long, *_windows(text, figure))
            if _leads_to(annotated, paragraph, text[start:end])
        ),
        "",
    )


def _clauses(text: str, figure: Figure) -> Iterator[tuple[int, int]]:
    """Yield spans of whole clauses with the figure, the longest first, of 25 words at most."""
    start, end = sentence_of(text, figure)
    marks = [start + found.end() for found in _CLAUSE.finditer(text[start:end])]
    begins = [at for at in (start, *marks) if at <= figure.start]
    ends = [at for at in (*marks, end) if at >= figure.end]
    spans = {_trimmed(text, first, last) for first in begins for last in ends}
    for first, last in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if len(_WORD.findall(text[first:last])) <= _LONGEST:
            yield first, last


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without the spaces and the comma at its end."""
    return start, start + len(text[start:end].rstrip(" \xa0,;:"))


def _windows(text: str, figure: Figure) -> Iterator[tuple[int, int]]:
    """Yield spans of whole words around the figure, the shortest first."""
    words = [found.span() for found in _WORD.finditer(text)]
    inside = [at for at, (start, end) in enumerate(words) if _meet(start, end, figure)]
    first, last = inside[0], inside[-1]
    while True:
        yield words[first][0], words[last][1]
        if (first, last) == (0, len(words) - 1):
            return
        first, last = max(0, first - 1), min(len(words) - 1, last + 1)


def _meet(start: int, end: int, figure: Figure) -> bool:
    return start < figure.end and figure.start < end


def _leads_to(annotated: Annotated, paragraph: Paragraph, quote: str) -> bool:
    """Tell whether the first paragraph with these words is this one, and a line can hold them."""
    first = next((each for each in annotated.paragraphs if quote in each.text), None)
    return first is paragraph and "\n" not in quote


def _as_of(annotated: Annotated, paragraph: Paragraph, figure: Figure) -> str:
    """Return the nearest short date of the sentence, of the paragraph, or the article's own."""
    start, end = sentence_of(paragraph.text, figure)
    dates = [
        (not start <= each.start < end, abs(each.start - figure.start), each.edtf)
        for each in annotated.dates
        if each.anchor == paragraph.anchor and _is_short(each.edtf, annotated.article.date)
    ]
    found = min(dates)[2] if dates else annotated.article.date
    return found.partition("T")[0] if "/" not in found else found


def _is_short(date: str, published: str) -> bool:
    """Tell whether a date means a time of at most two months that began before publication."""
    first, last = edtf.bounds(date)
    latest = edtf.bounds(published)[1]
    if first is None or last is None or (latest and first > latest):
        return False
    return (last - first).days <= _LONGEST_TIME


def _stance(figure: Figure) -> str:
    """Return the stance that the words of saying tell; the report's own voice reports."""
    if not (figure.said_by or figure.said_by_surface):
        return "reported"
    cue = figure.cue_surface.lower()
    fitting = (stance for stance, words in _STANCES if re.search(rf"\b(?:{words})\b", cue))
    return next(fitting, "said")
