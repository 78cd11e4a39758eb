"""Measure the importer on saved news pages against three other extractors, in the same run.

    python tests/bench/extraction.py [FOLDER]

FOLDER has one folder a page with source.html, expected.html and expected-metadata.json; left out,
it is `data/extraction` below SIJILL_SHARED. The main text is scored by F1 over the multiset of its
words, each page counting the same. Title, byline and date are scored only where the expectation
names one: a title is right from a word F1 of 0.8, a byline from 0.66, a date where it is the day.
The exit status is 1 where a floor of floors.toml is broken.
"""

from __future__ import annotations

import json
import logging
import os
import re
import sys
import time
import tomllib
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import lxml.html

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))
FLOORS = Path(__file__).with_name("floors.toml")
WORD = re.compile(r"\w+")
SAME_TITLE, SAME_BYLINE = 0.8, 0.66
"""Word F1 from which a title or byline is right: a site's name or a "By" may be on it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A saved page and what a reader should get from it."""

    name: str
    source: str
    text: str
    title: str
    byline: str
    date: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What an extractor makes of a page."""

    text: str = ""
    title: str = ""
    byline: str = ""
    date: str = ""


@dataclass(slots=True)
class Score:
    """An extractor's sums over all pages."""

    f1: list[float] = field(default_factory=list)
    precision: list[float] = field(default_factory=list)
    recall: list[float] = field(default_factory=list)
    right: Counter[str] = field(default_factory=Counter)
    failed: int = 0
    seconds: float = 0.0

    def mean(self, values: list[float]) -> float:
        """Return the mean over the pages."""
        return sum(values) / len(values) if values else 0.0


def words(text: str) -> Counter[str]:
    """Return how often each word stands in a text."""
    return Counter(WORD.findall(text.lower()))


def text_of(markup: str) -> str:
    """Return the text of an HTML fragment."""
    root = lxml.html.fromstring(markup)
    for silent in root.xpath("//script|//style|//noscript"):
        silent.drop_tree()
    return " ".join(root.itertext())


def pages(folder: Path) -> Iterator[Page]:
    """Yield the pages of a folder, sorted by name."""
    for place in sorted(path.parent for path in folder.glob("*/source.html")):
        said = json.loads((place / "expected-metadata.json").read_text("utf-8"))
        yield Page(
            place.name,
            (place / "source.html").read_text("utf-8"),
            text_of((place / "expected.html").read_text("utf-8")),
            said.get("title") or "",
            " ".join((said.get("byline") or "").split()),
            (said.get("publishedTime") or "")[:10],
        )


class Sijill:
    """The importer: what it writes into the article's file."""

    def __init__(self) -> None:
        from plugins.importer import cleaning, composing, publishers, rules  # noqa: PLC0415 - the path is set

        self.clean, self.compose = cleaning.clean, composing.compose
        self.names, self.book = publishers.Names({}, {}), rules.read_rules()

    def __call__(self, source: str) -> Answer:
        """Return what the importer makes of a page."""
        from plugins.importer.capture import Capture  # noqa: PLC0415 - the path is set

        capture = Capture("page.html", source.encode())
        cleaned = self.clean(capture, self.book.of(""))
        composed = self.compose(capture, cleaned, "", self.names, self.book)
        text = "\n".join(block.text for block in cleaned.blocks)
        date = composed.value("date")[:10]
        return Answer(text, composed.value("title"), composed.value("byline"), date)


def trafilatura_alone(source: str) -> Answer:
    """Ask trafilatura with its defaults, metadata and dates included."""
    import trafilatura  # noqa: PLC0415 - only the bench needs all four

    found = trafilatura.bare_extraction(source, include_comments=False, with_metadata=True)
    if found is None:
        return Answer()
    return Answer(found.text or "", found.title or "", found.author or "", found.date or "")


def readability(source: str) -> Answer:
    """Ask readability-lxml; it has a title, and neither byline nor date."""
    from readability import Document  # noqa: PLC0415

    document = Document(source)
    return Answer(text_of(document.summary()), document.short_title() or "")


def newspaper(source: str) -> Answer:
    """Ask newspaper4k; it loads nothing from the network here."""
    from newspaper import Article  # noqa: PLC0415

    article = Article("http://page.example/", fetch_images=False)
    article.download(input_html=source)
    article.parse()
    day = article.publish_date.date().isoformat() if article.publish_date else ""
    return Answer(article.text, article.title, ", ".join(article.authors), day)


def likeness(one: str, other: str) -> tuple[float, float, float]:
    """Return F1, precision and recall of one text's words against another's."""
    mine, theirs = words(one), words(other)
    common = sum((mine & theirs).values())
    if not common:
        return 0.0, 0.0, 0.0
    precision, recall = common / sum(mine.values()), common / sum(theirs.values())
    return 2 * precision * recall / (precision + recall), precision, recall


def add(score: Score, page: Page, answer: Answer) -> None:
    """Add a page's scores to an extractor's."""
    f1, precision, recall = likeness(answer.text, page.text)
    score.f1.append(f1)
    score.precision.append(precision)
    score.recall.append(recall)
    if page.title:
        score.right["title"] += likeness(answer.title, page.title)[0] >= SAME_TITLE
    if page.byline:
        score.right["byline"] += likeness(answer.byline, page.byline)[0] >= SAME_BYLINE
    if page.date:
        score.right["date"] += answer.date[:10] == page.date


def measure(extract: Callable[[str], Answer], given: Sequence[Page]) -> Score:
    """Run an extractor over all pages; a page that it fails on scores nothing."""
    score = Score()
    for page in given:
        start = time.process_time()
        try:
            answer = extract(page.source)
        except Exception:  # noqa: BLE001 - one of them lacks a tokenizer for Japanese
            answer, score.failed = Answer(), score.failed + 1
        score.seconds += time.process_time() - start
        add(score, page, answer)
    return score


def broken(scores: Mapping[str, Score], floors: Mapping[str, float]) -> Iterator[str]:
    """Yield what is below its floor."""
    ours = scores["sijill"]
    others = [score for name, score in scores.items() if name != "sijill"]
    best = max(score.mean(score.f1) for score in others)
    reached = {
        "f1": ours.mean(ours.f1),
        "f1_over_best": ours.mean(ours.f1) - best,
        "title": ours.right["title"],
        "byline": ours.right["byline"],
        "date": ours.right["date"],
        "throughput": scores["trafilatura"].seconds / ours.seconds,
    }
    for name, least in floors.items():
        if reached[name] < least:
            yield f"{name}: {reached[name]:.4f} is below the floor of {least}"
    for key in ("title", "byline", "date"):
        most = max(score.right[key] for score in others)
        if ours.right[key] < most:
            yield f"{key}: {ours.right[key]} right, another has {most}"


def main() -> int:
    """Print the table; return 1 where a floor is broken."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    shared = Path(os.environ.get("SIJILL_SHARED", ROOT.parent / "shared"))
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else shared / "data" / "extraction"
    given = tuple(pages(folder))
    if not given:
        print(f"no pages at {folder}; nothing measured")
        return 0
    extractors = {
        "sijill": Sijill(),
        "trafilatura": trafilatura_alone,
        "readability-lxml": readability,
        "newspaper4k": newspaper,
    }
    for extract in extractors.values():
        measure(extract, given[:2])  # the first pages load each extractor
    scores = {name: measure(extract, given) for name, extract in extractors.items()}
    keys = ("title", "byline", "date")
    told = ", ".join(f"{key} {sum(bool(getattr(page, key)) for page in given)}" for key in keys)
    print(f"{len(given)} pages; those with a {told}")
    print(f"{'':18}      F1   prec.  recall  title  byline  date       s  failed")
    for name, score in scores.items():
        print(
            f"{name:18}{score.mean(score.f1):8.4f}{score.mean(score.precision):8.4f}"
            f"{score.mean(score.recall):8.4f}{score.right['title']:7}{score.right['byline']:8}"
            f"{score.right['date']:6}{score.seconds:8.2f}{score.failed:8}"
        )
    ratio = scores["trafilatura"].seconds / scores["sijill"].seconds
    print(f"throughput: {ratio:.2f} of trafilatura's")
    failures = tuple(broken(scores, tomllib.loads(FLOORS.read_text("utf-8"))["extraction"]))
    print("\n".join(failures) or "all floors hold")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
