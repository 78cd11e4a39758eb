"""Make seeded content folders of any size: articles, entities, events and claims like real ones.

Words come from `synthetic.Collection` (Zipf's law, a vocabulary that keeps growing), the common
ones in the order of their frequency in English; they stand in sentences of 12 to 30 words, in 5 to
10 paragraphs, 400 to 900 words in all. Between them stand names, dates, figures, quotations and who
said what, about as often as in the reports that Sijill was made for: in 650 words some 35 names, 12
dates and 12 figures. One name in eight is of nobody in the registry. Entities, events and claims
grow with the articles, one for ten, and names are as unevenly known as in news.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from .synthetic import Collection

PUBLISHERS = 40
KINDS = (("people", "person"), ("places", "place"), ("groups", "group"), ("organisations", "org"))
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "March", "May", "June", "August", "October", "November")
COMMON = (
    "the of and to a in that is was for it with as his on be at by he this had not are but from "
    "or have an they which you were her all she there would their we him been has when who will "
    "more no if out so what up its about into than them can only other some could these two do "
    "then my now after such before over most here very same few between both through during again"
)
FRAMES = (
    "On {day} {a} said that {low} people had left {b} for {c}.",
    "{a}, speaking on {day}, put the number at {high}, according to {b}.",
    "More than {low} houses stood empty in {b} in the past {few} days, {a} told {c}.",
    "Since the end of {month} {a} has held {few} districts of {b}.",
    "{a} and {b} met {c} late on {day}, a spokesman said.",
    "State media reported that {low} of the {high} residents of {b} had fled by {day}.",
    "“{words},” {a} told {b} on {day}, citing {low} families in {c}.",
    "{a} had warned on {number} {month} that {b} would fall within {few} weeks.",
)
UNKNOWN = 0.125  # share of names that the registry has not
PASSING = 0.03  # share of words within a sentence that a name stands for


@dataclass(frozen=True, slots=True)
class MadeArticle:
    """A report: its slug, title, day, publisher, paragraphs, and the known names in them."""

    slug: str
    title: str
    day: date
    publisher: str
    paragraphs: tuple[str, ...]
    names: tuple[str, ...]

    def text(self) -> str:
        """Return it as a file of the content folder."""
        head = f"---\ntitle: {self.title}\ndate: {self.day}\npublisher: {self.publisher}\n---\n"
        return head + "\n\n".join(self.paragraphs) + "\n"

    def path(self) -> str:
        """Return where it lies in the content folder."""
        return f"articles/{self.day.year}/{self.slug}.md"


class _News(Collection):
    """A collection whose common words are as frequent as those of English."""

    def __init__(self, size: int, seed: int) -> None:
        super().__init__(size, seed)
        known = set(self._common)
        first = [word for word in COMMON.split() if word in known]
        self._common = [*first, *(word for word in self._common if word not in first)]


class MadeContent:
    """A content folder of `size` articles and a tenth as many entities, events and claims each."""

    def __init__(self, size: int, seed: int = 1) -> None:
        self.size = size
        self._random = random.Random(seed)  # noqa: S311 (no secret)
        self._texts = _News(size, seed).documents()
        known = max(12, size // 10)
        made = self._made_names(known + known // 2)
        self.names, self.strangers = made[:known], made[known:]
        self._weights = [1 / (rank + 5) for rank in range(known)]
        self._met: dict[str, None] = {}

    def articles(self) -> Iterator[tuple[MadeArticle, tuple[tuple[str, str], ...]]]:
        """Yield each article, with the event and the claim that are about it: path and text."""
        number = 0
        for document in self._texts:
            if document.kind != "article":
                continue
            day = date(2011, 1, 1) + timedelta(days=self._random.randrange(4000))
            figure = self._random.randrange(20, 90000)
            where = self.names[number % len(self.names)]
            quote = f"{figure} people waited at the gate of {where}"
            texts = [text for _, text in document.paragraphs]
            article = self._article(number, day, quote, texts)
            about = self._about(number, day, quote, figure) if number % 10 == 0 else ()
            yield article, tuple(about)
            number += 1

    def entities(self) -> Iterator[tuple[str, str]]:
        """Yield the path and the text of each entity."""
        for number in range(PUBLISHERS):
            text = f"---\nname: Publisher Number {number}\n---\nA newspaper.\n"
            yield f"entities/organisations/publisher-{number}.md", text
        for number, name in enumerate(self.names):
            folder, _ = KINDS[number % len(KINDS)]
            short = name.split()[1]
            aliases = f"aliases:\n    {short} [surname]\n    {name.replace('a', 'aa')}\n"
            where = "coordinates: 36.2, 37.1, city\n" if folder == "places" else ""
            text = f"---\nname: {name}\n{aliases}{where}---\nOne of many.\n"
            yield f"entities/{folder}/entity-{number}.md", text

    def write(self, content: Path) -> None:
        """Write the folder; the same size and seed give the same files."""
        for path, text in self.entities():
            write(content / path, text)
        for article, about in self.articles():
            write(content / article.path(), article.text())
            for path, text in about:
                write(content / path, text)

    def _made_names(self, count: int) -> list[str]:
        syllables = ["ba", "dor", "fi", "gan", "hal", "kes", "lu", "mar", "nim", "or", "ras", "tu"]
        names: dict[str, None] = {}
        while len(names) < count:
            words = (
                "".join(self._random.choices(syllables, k=self._random.randint(2, 4))).title()
                for _ in range(2)
            )
            names[" ".join(words)] = None
        return list(names)

    def _name(self) -> str:
        """Return a name as it stands in a text: of somebody known, in full or the last of it."""
        if self._random.random() < UNKNOWN:
            return self._random.choice(self.strangers)
        name = self._random.choices(self.names, self._weights)[0]
        self._met[name] = None
        return name if self._random.random() < 0.6 else name.split()[1]

    def _article(self, number: int, day: date, quote: str, texts: list[str]) -> MadeArticle:
        self._met = {self.names[number % len(self.names)]: None}
        title = f"Report {number} on {self._name()}"
        kept = texts[: self._random.randint(5, len(texts))]
        paragraphs = [f"{quote}, {self._name()} said.", *(self._paragraph(text) for text in kept)]
        publisher = f"publisher-{self._random.randrange(PUBLISHERS)}"
        return MadeArticle(
            f"report-{number}", title, day, publisher, tuple(paragraphs), tuple(self._met)
        )

    def _paragraph(self, text: str) -> str:
        words = text.rstrip(".").split()
        frame = self._random.choice(FRAMES)
        filled = frame.format(
            day=self._random.choice(DAYS),
            month=self._random.choice(MONTHS),
            number=self._random.randrange(1, 29),
            words=" ".join(words[:9]).capitalize(),
            a=self._name(),
            b=self._name(),
            c=self._name(),
            low=self._random.randrange(20, 900),
            high=f"{self._random.randrange(1000, 90000):,}",
            few=self._random.randrange(2, 9),
        )
        return " ".join((filled, *self._sentences(words)))

    def _sentences(self, words: list[str]) -> Iterator[str]:
        at = 0
        while at < len(words):
            length = self._random.randint(12, 30)
            part = [
                self._name() if self._random.random() < PASSING else word
                for word in words[at : at + length]
            ]
            if len(part) > 12:
                part[len(part) // 2] += ","
            yield f"{part[0][:1].upper()}{part[0][1:]} {' '.join(part[1:])}".strip() + "."
            at += length

    def _about(self, number: int, day: date, quote: str, figure: int) -> Iterator[tuple[str, str]]:
        place = f"entity-{1 + 4 * (number % (len(self.names) // 4))}"
        event = f"---\ntitle: Event {number}\ndate: {day}\nkind: displacement\n"
        event += f"places:\n    {place}\n"
        event += f'evidence:\n    report-{number} "{quote}"\n---\n'
        yield f"events/event-{number}.md", event
        claim = f'title = "Claim {number}"\nmeasure = "people at a gate"\nunit = "people"\n'
        claim += f'scope = "{place}"\nplaces = ["{place}"]\n\n[[statement]]\nvalue = {figure}\n'
        claim += f'as_of = "{day}"\nreported_by = "report-{number}"\nquote = "{quote}"\n'
        yield f"claims/claim-{number}.toml", claim


def write(file: Path, text: str) -> None:
    """Write a file, and its folder where it is missing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8", newline="\n")
