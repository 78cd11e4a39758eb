"""Own the model: read the content and everything that it refers to.

The articles are read here and not by Pelican's ArticlesGenerator: docs/decisions.md says why.
"""

from __future__ import annotations

from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator

from .model import Site
from .reading import read_content


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
        self.context["content"] = read_content(Path(self.path), site)
        self.context["problems"] = []


def _generators(_pelican: Pelican) -> type[Generator]:
    return CorpusGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(_generators)
