"""Turn Markdown into HTML: paragraphs that are nothing but words directly, the rest by the parser.

Most paragraphs of a report have no mark of Markdown in them. Python-Markdown tries twenty patterns
on each all the same, which is the half of its time; a test holds what is written here to what it
writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

import markdown

# A line of words: none of the marks that mean something within a line, none that begins a block.
_LINE = r"(?![\s#>=+~:-]|\d+[.)])[^\\`*_\[\]<>&|\n]+(?<!\s)"
_WORDS = re.compile(rf"{_LINE}(?:\n{_LINE})*")
# What reaches over blank lines, or is changed before lines are looked at: markup, a fence, the
# definition of a reference, tabs, space before all else, the two characters that the parser uses.
_FAR = re.compile(r"\A\s|[<\r\t\x02\x03]|```|~~~|\]:")


@cache
def _parser() -> markdown.Markdown:
    """Return the one Markdown parser of this process: making one costs more than using it."""
    return markdown.Markdown(
        extensions=["tables", "sane_lists", "fenced_code"], output_format="html"
    )


def html_of(text: str) -> str:
    """Return a text's Markdown as HTML, as its author wrote it: not yet clean."""
    if _FAR.search(text):
        return _converted(text)
    return "\n".join(filter(None, _written(text)))


def _converted(text: str) -> str:
    parser = _parser()
    parser.reset()
    return parser.convert(text)


def _written(text: str) -> Iterator[str]:
    """Yield the HTML of each paragraph of words, and of each run of other blocks."""
    for plain, run in groupby(text.split("\n\n"), _is_words):
        if plain:
            yield from (f"<p>{block.strip(chr(10))}</p>" for block in run)
        else:
            yield _converted("\n\n".join(run))


def _is_words(block: str) -> bool:
    return _WORDS.fullmatch(block.strip("\n")) is not None
