"""Make seeded content folders of any size: articles, entities, events and claims like real ones.

Words come from `synthetic.Collection` (Zipf's law, a vocabulary that keeps growing); between them
stand names, dates, figures and who said them, about as often as in the reports that Sijill was
made for: in 650 words some 35 names, 12 dates and 12 figures.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from .synthetic import Collection

PUBLISHERS = 40
KINDS = (("people", "person"), ("places", "place"), ("groups", "group"), ("organisations", "org"))
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FRAMES = (
    "On {day} {a} said that {low} people had left {b} for {c}.",
    "{a}, speaking on {day}, put the number at {high}, according to {b}.",
    "More than {low} houses stood empty in {b} in the past {few} days, {a} told {c}.",
    "Since the end of {month} {a} has held {few} districts of {b}.",
    "{a} and {b} met {c} late on {day}, a spokesman said.",
    "State media reported that {low} of the {high} residents of {b} had fled by {day}.",
)
MONTHS = ("January", "March", "May", "June", "August", "October", "November")


class MadeContent:
    """A content folder of `size` articles and a tenth as many entities, events and claims each."""

    def __init__(self, size: int, seed: int = 1) -> None:
        self.size = size
        self._random = random.Random(seed)  # noqa: S311 (no secret)
        self._texts = Collection(size, seed).documents()
        self._names = self._made_names(max(12, size // 10))
        self._weights = [1 / (rank + 5) for rank in range(len(self._names))]

    def write(self, content: Path) -> None:
        """Write the folder; the same size and seed give the same files."""
        for path, text in (*self._entities(), *self._rest()):
            file = content / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")

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
        return self._random.choices(self._names, self._weights)[0]

    def _entities(self) -> Iterator[tuple[str, str]]:
        for number in range(PUBLISHERS):
            text = f"---\nname: Publisher Number {number}\n---\nA newspaper.\n"
            yield f"entities/organisations/publisher-{number}.md", text
        for number, name in enumerate(self._names):
            folder, _ = KINDS[number % len(KINDS)]
            short = name.split()[1]
            aliases = f"aliases:\n    {short} [surname]\n    {name.replace('a', 'aa')}\n"
            where = "coordinates: 36.2, 37.1, city\n" if folder == "places" else ""
            text = f"---\nname: {name}\n{aliases}{where}---\nOne of many.\n"
            yield f"entities/{folder}/entity-{number}.md", text

    def _rest(self) -> Iterator[tuple[str, str]]:
        first = date(2011, 1, 1)
        number = 0
        for document in self._texts:
            if document.kind != "article":
                continue
            day = first + timedelta(days=self._random.randrange(4000))
            figure = self._random.randrange(20, 90000)
            where = self._names[number % len(self._names)]
            quote = f"{figure} people waited at the gate of {where}"
            yield from self._article(number, day, quote, [text for _, text in document.paragraphs])
            if number % 10 == 0:
                yield from self._about(number, day, quote, figure)
            number += 1

    def _article(
        self, number: int, day: date, quote: str, texts: list[str]
    ) -> Iterator[tuple[str, str]]:
        paragraphs = [f"{quote}, {self._name()} said.", *(self._paragraph(text) for text in texts)]
        head = f"---\ntitle: Report {number} on {self._name()}\ndate: {day}\n"
        head += f"publisher: publisher-{self._random.randrange(PUBLISHERS)}\n---\n"
        yield f"articles/{day.year}/report-{number}.md", head + "\n\n".join(paragraphs) + "\n"

    def _paragraph(self, text: str) -> str:
        frame = self._random.choice(FRAMES)
        filled = frame.format(
            day=self._random.choice(DAYS),
            month=self._random.choice(MONTHS),
            a=self._name(),
            b=self._name(),
            c=self._name(),
            low=self._random.randrange(20, 900),
            high=self._random.randrange(1000, 90000),
            few=self._random.randrange(2, 9),
        )
        return f"{filled} {text.capitalize()}"

    def _about(self, number: int, day: date, quote: str, figure: int) -> Iterator[tuple[str, str]]:
        place = f"entity-{1 + 4 * (number % (len(self._names) // 4))}"
        event = f"---\ntitle: Event {number}\ndate: {day}\nkind: displacement\n"
        event += f"places:\n    {place}\n"
        event += f'evidence:\n    report-{number} "{quote}"\n---\n'
        yield f"events/event-{number}.md", event
        claim = f'title = "Claim {number}"\nmeasure = "people at a gate"\nunit = "people"\n'
        claim += f'scope = "{place}"\nplaces = ["{place}"]\n\n[[statement]]\nvalue = {figure}\n'
        claim += f'as_of = "{day}"\nreported_by = "report-{number}"\nquote = "{quote}"\n'
        yield f"claims/claim-{number}.toml", claim
