"""Own the model: read the content and everything that it refers to.

The articles are read here and not by Pelican's ArticlesGenerator: docs/decisions.md says why.
Every room imports this one, so Pelican is loaded where the plugin is registered and not before:
an import, a copy or a check of a copy starts without it.
"""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pelican import Pelican

    from .model import Entity

# A build makes millions of objects that live to its end; at Python's own threshold (700) a tenth
# of its time goes into looking through them for garbage.
_OBJECTS = 200_000


class CorpusGenerator:
    """Read the content folder into `context["content"]`, and open the list of problems.

    Pelican asks of a generator only what is here, not that it be of its own class.
    """

    def __init__(
        self, context: dict[str, Any], settings: dict[str, Any], path: str, **_: object
    ) -> None:
        self.context, self.settings, self.path = context, settings, path

    def generate_context(self) -> None:
        """Read everything; what is wrong is kept with the rest of the problems."""
        from .model import Site  # noqa: PLC0415 - see above
        from .reading import read_content  # noqa: PLC0415
        from .steps import step  # noqa: PLC0415

        site = Site(
            title=self.settings["SITENAME"],
            subtitle=self.settings["SITESUBTITLE"],
            language=self.settings["DEFAULT_LANG"],
            edition=self.settings["EDITION"],
        )
        gc.set_threshold(_OBJECTS)
        with step("read"):
            self.context["content"] = read_content(Path(self.path), site)
        self.context["problems"] = []
        self.context["registry"] = self._registry()

    def _registry(self) -> tuple[Entity, ...]:
        """Return the entities that other collections may borrow from the one that ships."""
        from .reading import read_entities  # noqa: PLC0415 - see above

        folder = Path(self.settings["REGISTRY"] or self.path)
        return () if folder.resolve() == Path(self.path).resolve() else read_entities(folder)[0]


def _generators(_pelican: Pelican) -> type[CorpusGenerator]:
    return CorpusGenerator


def register() -> None:
    """Connect to Pelican."""
    from pelican import signals  # noqa: PLC0415 - see above

    signals.get_generators.connect(_generators)
