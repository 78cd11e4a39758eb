"""Measure how captures in many encodings are read, and whether what is unsure is said.

Each made-up text comes in each encoding of its language: bare, as a page that declares it, as a
page that declares nothing, with a mark, with a charset from outside, and as a page that lies.
"""

from __future__ import annotations

import codecs
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.corpus.problems import ImportProblems
from plugins.importer.capture import Capture
from plugins.importer.cleaning import clean
from plugins.importer.composing import compose
from plugins.importer.decoding import decode
from plugins.importer.publishers import Names
from plugins.importer.rules import PublisherRules, Rulebook, read_rules

from .row import Row, Size

ROOT = Path(__file__).resolve().parent.parent.parent
LANGUAGES = tomllib.loads(Path(__file__).with_name("languages.toml").read_text("utf-8"))
LEAST = 0.981
TYPOGRAPHIC = str.maketrans("‘’“”«»–\u200c", '\'\'""""- ')
MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}
LIES = {
    "cp1251": "iso-8859-1", "koi8_r": "windows-1252", "cp1256": "windows-1252",
    "iso8859_6": "iso-8859-1", "cp1253": "utf-8", "iso8859_7": "iso-8859-1", "cp1254": "utf-8",
    "cp1255": "iso-8859-1", "euc_kr": "iso-8859-1", "gb18030": "iso-8859-1",
}  # fmt: skip
"""Declarations that stand on real pages in these encodings, and are wrong."""


@dataclass(frozen=True)
class Case:
    """A text in an encoding, in one form; `charset` is what was declared outside of it."""

    name: str
    form: str
    text: str
    content: bytes
    charset: str = ""


@dataclass(frozen=True)
class Read:
    """How a case was read: right or not, sure or not; or what was raised that never should be."""

    case: Case
    right: bool
    flagged: bool
    fault: str = ""


def cases() -> Iterator[Case]:
    """Yield every text in every encoding of its language, in every form."""
    for language, given in LANGUAGES.items():
        for number, told in enumerate((*given["texts"], "\n\n".join(given["texts"]))):
            for encoding in given["encodings"]:
                text = _encodable(f"{told}\n", encoding)
                if text:
                    yield from _forms(f"{language}-{number}-{encoding}", text, encoding)


def _encodable(text: str, encoding: str) -> str:
    """Return a text as it is written in an encoding, or nothing where it cannot be."""
    for each in (text, text.translate(TYPOGRAPHIC)):
        try:
            each.encode(encoding)
        except UnicodeEncodeError:
            continue
        return each
    return ""


def _forms(name: str, text: str, encoding: str) -> Iterator[Case]:
    if not encoding.startswith("utf-16"):
        for form, label in (("declared", encoding), ("undeclared page", ""), ("lied about", "")):
            said = LIES.get(encoding, "") if form == "lied about" else label.replace("_", "-")
            if said or form == "undeclared page":
                page = _page(text, said)
                yield Case(name, form, page, page.encode(encoding))
        yield Case(name, "declared outside", text, text.encode(encoding), encoding)
    if encoding in MARKS:
        yield Case(name, "marked", text, MARKS[encoding] + text.encode(encoding))
    yield Case(name, "bare", text, text.encode(encoding))


def _page(text: str, charset: str) -> str:
    said = f'<meta charset="{charset}">' if charset else ""
    paragraphs = "".join(f"<p>{each}</p>\n" for each in text.strip().split("\n\n"))
    return f"<!doctype html><html><head>{said}</head><body><article>{paragraphs}</article></body>"


def read(case: Case, book: Rulebook) -> Read:
    """Read a case as an import does; look for the doubt in the header of its article."""
    capture = Capture("case.txt", case.content, charset=case.charset)
    try:
        right = decode(case.content, case.charset).text == case.text
        cleaned = clean(capture, PublisherRules())
    except ImportProblems:
        return Read(case, right=False, flagged=True)  # quarantined, and the reason is there
    except Exception as fault:  # noqa: BLE001 - that none is raised is what is measured
        return Read(case, right=False, flagged=False, fault=repr(fault))
    header = dict(compose(capture, cleaned, "original", Names({}, {}), book).header)
    return Read(case, right=right, flagged=bool(header.get("x-decoded")))


def encodings(_folder: Path, _size: Size) -> Row:
    """Read every case; count what is right, and what is wrong and not said to be unsure."""
    book = read_rules(ROOT / "content")
    found = [read(case, book) for case in cases()]
    right = sum(each.right for each in found)
    silent = [each for each in found if not each.right and not each.flagged]
    faults = [each for each in found if each.fault]
    guessed = [each for each in found if each.case.form in {"bare", "undeclared page"}]
    forms = ", ".join(f"{count} {form}" for form, count in sorted(_by_form(found).items()))
    names = {name for each in LANGUAGES.values() for name in each["encodings"]}
    measured = (
        f"{right} of {len(found)} ({right / len(found):.1%}) read right "
        f"({len(LANGUAGES)} languages, {len(names)} encodings; {forms}); of the {len(guessed)} "
        f"that declare nothing {_share(guessed)}; {len(silent)} of "
        f"{len(found) - right} wrong ones not flagged; {len(faults)} exceptions"
    )
    promised = "98.1 % read right, every wrong one has the doubt in its header, 0 exceptions"
    kept = right >= LEAST * len(found) and not silent and not faults
    return Row("Encodings are told, and doubts said", promised, measured, kept)


def _by_form(found: Sequence[Read]) -> Counter[str]:
    return Counter(each.case.form for each in found)


def _share(found: Sequence[Read]) -> str:
    return f"{sum(each.right for each in found) / len(found):.1%}"
