"""Change a small collection at random, as curators do, and keep it good."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from .conftest import ROOT

NAMES = ("Samir Aoun", "Nadia Kassar", "Upper Ford", "Dalia Reef", "Tell Mira", "Karim Dab")
DAYS = ("2020-03-03", "2020-03-05", "2020-04", "2020-03-04?", "2019-12-31")
FRAMES = (
    "{count} families left {a} on Monday, {b} said.",
    "{a} met {b} at Marbat, and {count} people waited.",
    "The council of Marbat counted {count} houses on 5 March, according to {a}.",
    "Lina Haddad called {a} and {b} on Tuesday.",
)


@dataclass
class Changing:
    """A content folder and what was added to the stock collection in it."""

    content: Path
    chance: random.Random
    articles: dict[str, list[str]] = field(default_factory=dict)
    entities: dict[str, list[str]] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)
    made: int = 0

    @classmethod
    def at(cls, content: Path, seed: int) -> Changing:
        """Lay the stock collection down in a folder."""
        shutil.copytree(ROOT / "tests" / "golden" / "stock" / "content", content)
        return cls(content, random.Random(seed))  # noqa: S311 (no secret)

    def change(self) -> None:
        """Make one change: of an article, an entity, an event, a claim, or the collection."""
        self.made += 1
        steps = [self.add_article, self.add_article, self.add_entity, self.entitle]
        if self.articles:
            steps += [self.edit, self.edit, self.rename, self.remove, self.tell, self.count]
        if self.entities:
            steps += [self.call, self.rename_entity, self.forget]
        if self.told:
            steps.append(self.untell)
        self.chance.choice(steps)()

    def add_article(self) -> None:
        """Add a report that names, dates and counts."""
        slug = f"report-{self.made}"
        self.articles[slug] = [self._sentence() for _ in range(self.chance.randint(1, 4))]
        self._write_article(slug)

    def edit(self) -> None:
        """Change, add or drop a sentence of a report; events and claims keep their quotes."""
        slug = self._one(self.articles)
        sentences = self.articles[slug]
        at = self.chance.randint(1, len(sentences))
        sentences[at:] = [self._sentence() for _ in range(self.chance.randint(0, 2))]
        self._write_article(slug)

    def rename(self) -> None:
        """Give a report another slug: another file, as if it were another report."""
        slug = self._one(self.articles)
        sentences = self.articles[slug]
        self._drop(slug)
        self.articles[f"{slug}-again"] = sentences
        self._write_article(f"{slug}-again")

    def remove(self) -> None:
        """Take a report away, and what was told of it."""
        self._drop(self._one(self.articles))

    def add_entity(self) -> None:
        """Describe a name."""
        slug = f"entity-{self.made}"
        free = [name for name in NAMES if not any(name in each for each in self.entities.values())]
        if free:
            self.entities[slug] = [self.chance.choice(free)]
            self._write_entity(slug)

    def call(self) -> None:
        """Give an entity one more alias."""
        slug = self._one(self.entities)
        self.entities[slug].append(f"Number {self.made}")
        self._write_entity(slug)

    def rename_entity(self) -> None:
        """Give an entity another slug: its page moves."""
        slug = self._one(self.entities)
        self.entities[f"{slug}-b"] = self.entities.pop(slug)
        (self.content / "entities" / "people" / f"{slug}.md").unlink()
        self._write_entity(f"{slug}-b")

    def forget(self) -> None:
        """Take an entity away: its names are plain words again."""
        slug = self._one(self.entities)
        del self.entities[slug]
        (self.content / "entities" / "people" / f"{slug}.md").unlink()

    def tell(self) -> None:
        """Confirm an event that a report is evidence of."""
        slug = self._one(self.articles)
        day = self.chance.choice(DAYS)
        self._write(
            f"events/event-{self.made}.md",
            f"---\ntitle: Event {self.made}\ndate: {day}\nkind: displacement\nplaces:\n    marbat\n"
            f'evidence:\n    {slug} "{self.articles[slug][0]}"\n---\nIt was told.\n',
        )
        self.told[f"events/event-{self.made}.md"] = slug

    def count(self) -> None:
        """Add a claim with a statement of a report."""
        slug = self._one(self.articles)
        self._write(
            f"claims/claim-{self.made}.toml",
            f'title = "Claim {self.made}"\nmeasure = "people who left"\nunit = "people"\n'
            f'scope = "Marbat"\nplaces = ["marbat"]\n\n[[statement]]\nvalue = {self.made * 10}\n'
            f'as_of = "2020-03-04"\nreported_by = "{slug}"\nquote = "{self.articles[slug][0]}"\n',
        )
        self.told[f"claims/claim-{self.made}.toml"] = slug

    def untell(self) -> None:
        """Take an event or a claim away."""
        path = self._one(self.told)
        del self.told[path]
        (self.content / path).unlink()

    def entitle(self) -> None:
        """Give the collection another title, which stands on every page."""
        self._write("collection.toml", f'title = "Collection {self.made}"\n')

    def _one(self, known: dict[str, list[str]] | dict[str, str]) -> str:
        return self.chance.choice(sorted(known))

    def _sentence(self) -> str:
        a, b = self.chance.sample(NAMES, 2)
        count = self.chance.randint(20, 900)
        return self.chance.choice(FRAMES).format(a=a, b=b, count=count)

    def _drop(self, slug: str) -> None:
        del self.articles[slug]
        (self.content / "articles" / "2020" / f"{slug}.md").unlink()
        for path in [path for path, told in self.told.items() if told == slug]:
            del self.told[path]
            (self.content / path).unlink()

    def _write_article(self, slug: str) -> None:
        day = DAYS[len(slug) % len(DAYS)]
        head = f"---\ntitle: Report {slug}\ndate: {day}\npublisher: river-post\n---\n"
        text = "\n\n".join(self.articles[slug])
        self._write(f"articles/2020/{slug}.md", f"{head}{text}\n")

    def _write_entity(self, slug: str) -> None:
        name, *aliases = self.entities[slug]
        listed = "".join(f"    {each}\n" for each in aliases)
        known = f"aliases:\n{listed}" if aliases else ""
        self._write(f"entities/people/{slug}.md", f"---\nname: {name}\n{known}---\nOne of them.\n")

    def _write(self, path: str, text: str) -> None:
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
