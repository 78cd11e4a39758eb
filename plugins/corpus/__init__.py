"""Own the model: read the content and everything that it refers to.

The articles are read here and not by Pelican's ArticlesGenerator: docs/decisions.md says why.
"""

from __future__ import annotations

from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator

from .model import Entity, Site
from .reading import read_content, read_entities
from .steps import step


class CorpusGenerator(Generator):
    """Read the content folder into `context["content"]`, and open the list of problems."""

    def generate_context(self) -> None:
        """Read everything; what is wrong is kept with the rest of the problems."""
        site = Site(
            title=self.settings["SITENAME"],
            subtitle=self.settings["SITESUBTITLE"],
            language=self.settings["DEFAULT_LANG"],
            edition=self.settings["EDITION"],
        )
        with step("read"):
            self.context["content"] = read_content(Path(self.path), site)
        self.context["problems"] = []
        self.context["registry"] = self._registry()

    def _registry(self) -> tuple[Entity, ...]:
        """Return the entities that other collections may borrow from the one that ships."""
        folder = Path(self.settings["REGISTRY"] or self.path)
        return () if folder.resolve() == Path(self.path).resolve() else read_entities(folder)[0]


def _generators(_pelican: Pelican) -> type[Generator]:
    return CorpusGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(_generators)
