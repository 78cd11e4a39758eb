"""Find what stands between quotation marks in a paragraph: words that are somebody else's."""

from __future__ import annotations

import re
from collections.abc import Iterator

# An opening mark, and what closes it. An apostrophe closes only where no letter follows.
_CLOSED_BY = {
    "\u201c": re.compile("[\u201d]"),
    "\u201e": re.compile("[\u201c\u201d]"),
    "\u00ab": re.compile("\u00bb"),
    '"': re.compile('"'),
    "\u2018": re.compile(r"\u2019(?!\w)"),
}
_OPENS = re.compile('[\u201c\u201e\u00ab"]|(?<!\\w)\u2018')


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans between quotation marks, marks included; they do not overlap.

    A mark that nothing closes opens a quotation that goes on in the next paragraph; a single one
    that nothing closes is an apostrophe.
    """
    at = 0
    while opened := _OPENS.search(text, at):
        closed = _CLOSED_BY[opened[0]].search(text, opened.end())
        if closed:
            yield opened.start(), closed.end()
        elif opened[0] != "\u2018":
            yield opened.start(), len(text)
            return
        at = closed.end() if closed else opened.end()
