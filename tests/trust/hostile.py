"""Plant hostile strings in every sink of a collection."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape
from pathlib import Path

from plugins.annotate.assembly import assemble_folder

SINKS = ("articles", "entities/organisations", "events", "claims", "cleaning")
# Settings of the tests: each defence can be taken away, to show that the other is enough alone.
# The sanitizer goes together with the templates' escaping: what is left is the policy.
ESCAPED = """\
import sys
sys.path.insert(0, {root!r})
from pelicanconf import *
REGISTRY = ""
"""
_WITHOUT = """\
import jinja2
import nh3
class Letting:
    def __init__(self, **_):
        pass
    def clean(self, html):
        return html
class Unescaped(jinja2.Environment):
    def __init__(self, *given, **named):
        super().__init__(*given, **{{**named, "autoescape": False}})
nh3.Cleaner, jinja2.Environment = Letting, Unescaped
CACHE_PATH = {cache!r}
PLUGINS = [each for each in PLUGINS if each != "plugins.integrity"]
"""
UNSAFE = ESCAPED + _WITHOUT


def strings(shared: Path) -> tuple[str, ...]:
    """Return every hostile string of the shared lists, once, those of one line alone."""
    listed = (shared / "data" / "hostile" / "xss-payload-list.txt").read_text("utf-8", "replace")
    naughty = json.loads((shared / "data" / "hostile" / "blns.json").read_text("utf-8"))
    found = (" ".join(each.split()) for each in (*listed.split("\n"), *naughty))
    return tuple(dict.fromkeys(each for each in found if each))


def sample(found: Sequence[str], size: int) -> tuple[str, ...]:
    """Return some of the strings, the same each time, by their hashes."""
    ranked = sorted(found, key=lambda each: sha256(each.encode("utf-8", "replace")).digest())
    chosen = set(ranked[:size])
    return tuple(each for each in found if each in chosen)


@dataclass
class Planted:
    """A collection with hostile strings: how many are in each sink, how many were refused."""

    content: Path
    sinks: dict[str, int] = field(default_factory=dict)
    refused: dict[str, int] = field(default_factory=dict)

    def refuse(self, *codes: str) -> None:
        """Count what a file was refused for."""
        for code in codes:
            self.refused[code] = self.refused.get(code, 0) + 1


def plant(content: Path, found: Sequence[str]) -> Planted:
    """Write a collection that has each string in every sink, without those that are refused.

    A sink that the format closes to a string (a bracket that is no option of an alias) refuses it
    with an error of the content, never with a crash: the file is then written without it.
    """
    planted = Planted(content)
    _write(
        content / "collection.toml", f"title = {_toml(found[0])}\nsubtitle = {_toml(found[1])}\n"
    )
    for number, text in enumerate(found):
        for path, written in _files(number, text):
            _write(content / path, written)
    _drop_refused(planted, found)
    return planted


def _drop_refused(planted: Planted, found: Sequence[str]) -> None:
    for _ in range(8):
        problems = assemble_folder(planted.content).problems
        if not problems:
            break
        for path in sorted({each.path for each in problems}):
            codes = sorted({each.code for each in problems if each.path == path})
            _refuse(planted, path, codes, found)
    else:
        raise AssertionError(problems)
    for folder in SINKS:
        planted.sinks[folder] = len(list((planted.content / folder).rglob("*.*")))


def _refuse(planted: Planted, path: str, codes: Iterable[str], found: Sequence[str]) -> None:
    """Write a refused file again without its weakest part, or take it away the second time."""
    file = planted.content / path
    if not file.exists():
        return
    number = int(re.sub(r"\D", "", file.stem) or 0)
    if path.startswith("entities") and "aliases:" in file.read_text("utf-8"):
        planted.refuse(*codes)
        _write(file, _organisation(number, found[number], bare=True))
    elif path.startswith("articles"):
        take_out(planted, number, *codes)
    else:
        planted.refuse(*codes)
        file.unlink()


def take_out(planted: Planted, number: int, *codes: str) -> None:
    """Take an article away with all that leans on it, and count why."""
    planted.refuse(*codes)
    names = ("articles/2020/a{}.md", "events/v{}.md", "claims/c{}.toml", "cleaning/a{}.toml")
    for name in names:
        path = planted.content / name.format(number)
        if path.exists():
            path.unlink()
            folder = name.partition("/")[0]
            planted.sinks[folder] = planted.sinks.get(folder, 0) - 1


def _files(number: int, text: str) -> Iterator[tuple[str, str]]:
    head = _header(
        title=text,
        date="2020-03-04",
        publisher=f"e{number}",
        byline=text,
        headline=text,
        corrections=f"2020-03-05; {text}",
        **{"x-note": text},
    )
    # The body has the string as HTML, as Markdown, and as plain text that a claim can quote.
    body = f'{text}\n\n[{text}](https://example.org/ "{text}")\n\n<p>{escape(text)}</p>\n\nEnd.\n'
    yield f"articles/2020/a{number}.md", f"{head}{body}"
    yield f"cleaning/a{number}.toml", _cleaning(text)
    yield f"entities/organisations/e{number}.md", _organisation(number, text)
    event = _header(
        title=text, date="2020-03-04", actors=f"e{number}", evidence=f'a{number} "End."'
    )
    yield f"events/v{number}.md", f"{event}{text}\n"
    told = {
        "title": text,
        "measure": text,
        "unit": text,
        "scope": text,
        "note": text,
    }
    said = {
        "said_by_words": text, "reported_by": f"a{number}", "quote": text, "stance": "said",
        "note": text, "as_of": "2020-03-04",
    }  # fmt: skip
    lines = [f"{key} = {_toml(value)}" for key, value in told.items()]
    lines += ["[[statement]]", "value = 3", *(f"{key} = {_toml(v)}" for key, v in said.items())]
    yield f"claims/c{number}.toml", "\n".join(lines) + "\n"


def _cleaning(text: str) -> str:
    """Return a report of an import that removed the string from a capture."""
    texts = ("sha256", "original", "encoding", "decoded", "doubt")
    facts = [*(f"{key} = {_toml(text)}" for key in texts), "also = []", "body = []", "kept = []"]
    block = {"reason": text, "evidence": text, "text": text}
    lines = [f"{key} = {_toml(value)}" for key, value in block.items()]
    return "\n".join((*facts, "", "[[removed]]", "block = 1", "lines = [1, 1]", *lines)) + "\n"


def _organisation(number: int, text: str, *, bare: bool = False) -> str:
    more = {} if bare else {"aliases": f"\n    {text} x{number}", "roles": text}
    head = _header(name=f"{text} {number}", **more)
    return f"{head}{text}\n"


def _header(**fields: str) -> str:
    lines = "".join(f"{key}: {value}\n" for key, value in fields.items())
    return f"---\n{lines}---\n"


def _toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8", "replace"))
