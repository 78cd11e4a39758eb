"""Find the names, dates and figures of every article, and freeze the corpus."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path

from markupsafe import Markup
from pelican import Pelican, signals
from pelican.generators import Generator

from ..corpus.edition import publish, secrets
from ..corpus.model import Corpus
from ..corpus.problems import SchedulerProblems
from ..corpus.reading.redactions import read_redactions
from ..corpus.scheduling import executor, on_cluster
from ..corpus.steps import step
from .assembly import Assembled, assemble, remember, remembered, with_found
from .corrections import notes
from .keeping import Kept, kept_file
from .markup import description_html


class AnnotateGenerator(Generator):
    """Annotate the articles and put the frozen corpus into `context["corpus"]`."""

    def generate_context(self) -> None:
        """Annotate, look up what refers to paragraphs, and add what is wrong to the problems."""
        folder = Path(self.path)
        with step("annotate"), _workers() as workers:
            kept = Kept(kept_file(Path(self.settings["CACHE_PATH"]), folder))
            assembled = assemble(
                self.context["content"],
                remembered(folder),
                workers,
                kept=kept,
                registry=self.context["registry"],
            )
            self.context["digests"] = kept.digests()
            kept.close()
        # The corpus lives to the end of the build: it is not searched for garbage again and again,
        # and forked workers leave its memory shared.
        gc.freeze()
        self.context["problems"] += assembled.problems
        self.context["corpus"] = self._edition(assembled)
        self._anchors = assembled.anchors

    def _edition(self, assembled: Assembled) -> Corpus:
        """Return what this edition shows; `context["secrets"]` has what its files may not hold."""
        corpus = assembled.corpus
        if corpus.site.edition != "public":
            return corpus
        redactions, problems = read_redactions(Path(self.path), corpus)
        self.context["problems"] += problems
        self.context["secrets"] = secrets(corpus, redactions=redactions)
        return with_found(publish(corpus, redactions=redactions), assembled.groups)

    def generate_output(self, _writer: object) -> None:
        """Remember the anchors, now that the content is known to be good; say what changed."""
        folder = Path(self.path)
        articles = (each.article for each in self.context["corpus"].articles)
        sys.stdout.writelines(
            f"{folder.name}/{line}\n" for line in notes(articles, remembered(folder), self._anchors)
        )
        remember(folder, self._anchors)


@contextmanager
def _workers() -> Iterator[Executor | None]:
    """Give the cluster that SCHEDULER names; None: annotating finds processes of its own."""
    if not on_cluster():
        yield None
        return
    try:
        with executor() as cluster:
            yield cluster
    except SchedulerProblems as error:
        sys.stderr.write(f"{error}\n")
        raise SystemExit(1) from error


def _lend_filters(pelican: Pelican) -> None:
    filters = {"markdown": lambda text: Markup(description_html(text))}  # noqa: S704 (it is clean)
    pelican.settings["JINJA_FILTERS"] = {**pelican.settings["JINJA_FILTERS"], **filters}


def _generators(_pelican: Pelican) -> type[Generator]:
    return AnnotateGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(_lend_filters)
    signals.get_generators.connect(_generators)
