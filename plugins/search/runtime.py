"""Join the browser's side of the search, which lies in parts in browser/, into three scripts.

`search.js` answers `Sijill.search`, `page.js` runs the search page, `suggest.js` the box on every
page. Each part of them is a classic script that says one thing; a reader loads one file. Lines
that are only a comment, and indentation, are left out on the way. The last line tells that the
script came whole: theme/static/js/site.js, which loads them, asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..writing.page import File

BROWSER = Path(__file__).parent / "browser"
# The parts of each script, in the order in which they need each other.
PARTS = {
    "search": (
        *("shards", "folding", "lexicon", "postings", "reading", "filters", "ranking", "search"),
    ),
    "page": (
        *("elements", "dates", "excerpts", "results", "histogram", "narrowing", "asking", "keys"),
    ),
    "suggest": ("suggestions", "combobox"),
}
HEAD = "/* Sijill, AGPL-3.0-or-later: made from plugins/search/browser/{name} */\n"
END = "(Sijill.whole = Sijill.whole || {{}}).{name} = true;\n"


def scripts() -> Iterator[File]:
    """Yield the three scripts."""
    return (File(f"search/{name}.js", joined(name)) for name in PARTS)


def joined(name: str) -> bytes:
    """Return one of the scripts."""
    texts = (BROWSER.joinpath(name, f"{part}.js").read_text("utf-8") for part in PARTS[name])
    lines = (line for text in texts for line in _code(text))
    return "".join((HEAD.format(name=name), *lines, END.format(name=name))).encode()


def _code(text: str) -> Iterator[str]:
    """Yield the lines that are not only a comment, without what they are indented by."""
    within = False
    for line in map(str.strip, text.split("\n")):
        comment = within or line.startswith(("/*", "//"))
        within = (within or line.startswith("/*")) and not line.endswith("*/")
        if line and not comment:
            yield line + "\n"
