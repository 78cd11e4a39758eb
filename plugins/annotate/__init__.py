"""Find the names, dates and figures of every article, and freeze the corpus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from markupsafe import Markup
from pelican import Pelican, signals
from pelican.generators import Generator

from ..corpus.freezing import freeze
from ..corpus.model import Entity
from ..corpus.problems import Problem, problem
from ..corpus.references import check_references
from .anchors import read_memory, write_memory
from .every import annotate_every
from .markup import description_html
from .names import shared_aliases

ANCHORS = "anchors.tsv"


class AnnotateGenerator(Generator):
    """Annotate the articles and put the frozen corpus into `context["corpus"]`."""

    def generate_context(self) -> None:
        """Annotate, look up what refers to paragraphs, and add what is wrong to the problems."""
        content = self.context["content"]
        published = [each for each in content.articles if each.status == "published"]
        self._ledger = Path(self.path) / ANCHORS
        self._remembered = self._ledger.read_text("utf-8") if self._ledger.is_file() else ""
        memory = read_memory(self._remembered)
        worked = annotate_every(published, content.entities, memory)
        corpus, problems = freeze(content, [each.annotated for each in worked])
        linked = (reference for each in worked for reference in each.references)
        references = (*content.references, *linked)
        self.context["corpus"] = corpus
        self.context["problems"] += (
            *content.problems,
            *check_references(references, content.articles, content.entities),
            *_shared(content.entities),
            *problems,
        )
        self._memory = tuple(line for each in worked for line in each.memory)

    def generate_output(self, _writer: object) -> None:
        """Remember the anchors, now that the content is known to be good."""
        text = write_memory(self._memory)
        if text != self._remembered:
            fresh = self._ledger.with_suffix(".tmp")
            fresh.write_text(text, "utf-8", newline="\n")
            fresh.replace(self._ledger)


def _shared(entities: Sequence[Entity]) -> Iterator[Problem]:
    for one, other in shared_aliases(entities):
        wrong = f'the alias "{other.text}" is also one of {one.where.path}:{one.where.line}.'
        remedy = "Tell them apart: [surname], [near: word, word], or not: in one of the files."
        yield problem(other.where, "ALIAS-SHARED", wrong, remedy)


def _lend_filters(pelican: Pelican) -> None:
    filters = {"markdown": lambda text: Markup(description_html(text))}  # noqa: S704 (it is clean)
    pelican.settings["JINJA_FILTERS"] = {**pelican.settings["JINJA_FILTERS"], **filters}


def _generators(_pelican: Pelican) -> type[Generator]:
    return AnnotateGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(_lend_filters)
    signals.get_generators.connect(_generators)
