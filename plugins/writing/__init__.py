"""Render and write the site, atomically: the shell between Pelican and the rooms.

A view gives its pages with `add_view`; this shell renders them into a staging folder, and puts the
finished site in the place of the last one. Problems that any room found stop the build before a
page is written.
"""

from __future__ import annotations

import atexit
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.log import console
from pelican.writers import Writer
from rich.control import Control
from rich.segment import ControlType

from ..corpus.model import Corpus
from ..corpus.problems import ContentProblems, Problem
from ..corpus.steps import step, steps, summary, table, watch
from ..corpus.watching import digest, facts, number
from .bars import Bars
from .fingerprints import ground_of
from .languages import catalogue_of, languages, words
from .page import File, Page
from .pressing import press, write_if_new
from .publishing import NoRoom, NotOurs, NotPlaced, begin, lock, publish
from .rendering import Frame, Renderer, date_filter, link
from .sheets import site_sheet
from .standing import Made, Standing, standing_file
from .unchanged import break_seal, seal, state

Pages = Callable[[Corpus], Iterable[Page]]
Files = Callable[[Corpus], Iterable[File]]
Checks = Callable[[Corpus], Iterable[Problem]]

_open = ExitStack()
_shown = ExitStack()
_building: list[Build] = []


@dataclass(frozen=True, slots=True)
class Build:
    """What a build reads and writes, and the state of what it reads when it began."""

    content: Path
    output: Path
    read: str
    standing: Standing
    made: list[Made]


def add_view(pages: Pages | None, checks: Checks | None = None, files: Files | None = None) -> None:
    """Have Pelican build a view.

    `checks` finds problems of the content; `pages` gives the pages, once for each language of the
    interface (`corpus.site.language` says which); `files` gives what no language changes.
    """

    class View(Generator):
        def generate_context(self) -> None:
            """Add what the view finds wrong with the content."""
            if checks and "corpus" in self.context:
                with step("check"):
                    self.context["problems"].extend(checks(self.context["corpus"]))

        def generate_output(self, writer: SiteWriter) -> None:
            """Hand the view's pages and files to the writer."""
            writer.lend(self)
            with step((pages or files).__module__.split(".")[1]):
                if files:
                    writer.write_files(files(self.context["corpus"]))
                if pages:
                    writer.write_pages(pages)

    def generators(_pelican: Pelican) -> type[Generator]:
        return View

    signals.get_generators.connect(generators, weak=False)


@dataclass(frozen=True, slots=True)
class PlainValues:
    """What page.html needs of one of Pelican's own pages: its text as HTML."""

    content: Markup


class SiteWriter(Writer):
    """Write files below the staging folder at once, and pages when all of them are known."""

    def __init__(self, output_path: str, settings: dict[str, Any] | None = None) -> None:
        super().__init__(output_path, settings=settings)  # type: ignore[no-untyped-call]
        self._root = Path(output_path)
        self._languages = languages(self.settings["INTERFACE_LANGUAGES"])
        self._pages: dict[str, list[Page]] = {each.tag: [] for each in self._languages}
        self._environment: Environment | None = None
        self._corpus = Corpus()
        self._digests: Mapping[str, bytes] = {}

    def lend(self, generator: Generator) -> None:
        """Take the Jinja environment of the first generator: one for all pages."""
        if self._environment is None:
            self._environment = generator.env
            self._corpus = generator.context["corpus"]
            self._digests = generator.context["digests"]

    def write_pages(self, pages: Pages) -> None:
        """Keep a view's pages in every language until `finish`."""
        for language in self._languages:
            self._pages[language.tag].extend(pages(self._corpus.spoken(language.tag)))

    def write_files(self, files: Iterable[File]) -> None:
        """Write files as they are; what is the same as in the last site is left as it is there."""
        for each in files:
            write_if_new(self._root, each.path, each.content, _building[0].output)

    def write_file(self, name: str, template: object, context: object, **rest: Any) -> None:  # type: ignore[override]  # noqa: ANN401, ARG002 (Pelican's signature)
        """Keep one of Pelican's own pages until `finish`, beside the others."""
        page = rest["page"]
        values = PlainValues(Markup(page.content))  # noqa: S704 (a curator's own Markdown)
        for pages in self._pages.values():
            pages.append(Page(name, "page.html", str(page.title), values))

    def finish(self) -> list[Made]:
        """Have every page that was kept in the site, in every language; say what it is made from.

        Those of the last site that still stand are left as they are, the others are rendered.
        """
        if self._environment is None:
            return []
        standing = _building[0].standing
        standing.learn(facts(self._corpus, self._digests) | self._addresses())
        theme = Path(self.settings["THEME"])
        self.write_files([site_sheet(theme)])
        ground = ground_of(self.settings, _building[0].content, theme)
        made: list[Made] = []
        for language in self._languages:
            pages = self._pages[language.tag]
            corpus = self._corpus.spoken(language.tag)
            frame = Frame(corpus.site, language, self._languages, {each.path for each in pages})
            catalogue = catalogue_of(theme, language.tag)
            translations = words(catalogue)
            compiled = Path(self.settings["CACHE_PATH"]) / f"templates-{catalogue.version}"
            renderer = Renderer(self._environment, translations, frame, corpus, compiled)
            made += press(renderer, pages, self._root, standing, ground)
        return made

    def _addresses(self) -> dict[int, bytes]:
        """Return the facts that the site's pages are there."""
        is_there = digest()
        return {
            number("address", language.folder + page.path): is_there
            for language in self._languages
            for page in self._pages[language.tag]
        }


class _LastGenerator(Generator):
    """Come after all views: by then the writer knows every page."""

    def generate_output(self, writer: SiteWriter) -> None:
        """Have the pages rendered."""
        with step("render"):
            _building[0].made.extend(writer.finish())


def _prepare(pelican: Pelican) -> None:
    """Point Pelican at a staging folder, and give the templates their functions."""
    output = Path(pelican.output_path).resolve()
    _open.enter_context(lock(output))
    try:
        pelican.output_path = str(begin(output))
    except (NotOurs, NoRoom) as error:
        sys.stderr.write(f"{error}\n")
        raise SystemExit(1) from error
    if console.is_terminal:
        bars = Bars(console)
        watch(bars)
        _shown.callback(bars.close)
    content = Path(pelican.path)
    edition = str(pelican.settings["EDITION"])
    break_seal(content, output)
    standing = Standing(
        standing_file(Path(pelican.settings["CACHE_PATH"]), content, output), output
    )
    _building[:] = [Build(content, output, state(content, edition), standing, [])]
    pelican.settings["OUTPUT_PATH"] = pelican.output_path
    settings = pelican.settings
    settings["JINJA_GLOBALS"] = {**settings["JINJA_GLOBALS"], "link": link}
    settings["JINJA_FILTERS"] = {**settings["JINJA_FILTERS"], "date_words": date_filter}


def _stop_at_problems(generators: Iterable[Generator]) -> None:
    """Print all problems of the content and stop with status 1, before a page is written."""
    generator = next(iter(generators))
    problems = generator.context.get("problems", [])
    if problems:
        _shown.close()
        listed = ContentProblems(problems).problems
        sys.stderr.writelines(_lines(listed, Path(generator.path)))
        raise SystemExit(1)


def _lines(problems: tuple[Problem, ...], content: Path) -> Iterator[str]:
    folder = content.name if content.parent == Path.cwd() else str(content)
    for each in problems:
        yield f"{folder}/{each}\n"
    plural = "problem" if len(problems) == 1 else "problems"
    yield f"{len(problems)} {plural} in the content. Nothing was written; the last site stays.\n"


def _publish(pelican: Pelican) -> None:
    """Put the finished site in place and say what was built."""
    build = _building[0]
    try:
        with step("publish"):
            publish(build.output)
    except NotPlaced as error:
        sys.stderr.write(f"{error}\n")
        raise SystemExit(1) from error
    build.standing.keep(build.made)
    seal(build.content, build.output, build.read)
    _open.close()
    _shown.close()
    if os.environ.get("PROFILE") or console.is_terminal:
        sys.stdout.write(table(steps()))
    sys.stdout.write(summary())
    sys.stdout.write(f"{pelican.settings['SITENAME']}: open {build.output / 'index.html'}\n")
    # Pelican's own closing line counts its own articles, of which there are none.
    console.quiet = True
    if console.is_terminal:
        atexit.register(_give_back_terminal)


def _give_back_terminal() -> None:
    """Take the line of Pelican's spinner away: while the console is quiet it cannot do so."""
    console.quiet = False
    console.control(Control(ControlType.CARRIAGE_RETURN, (ControlType.ERASE_IN_LINE, 2)))
    console.show_cursor()


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(_prepare)
    signals.all_generators_finalized.connect(_stop_at_problems)
    signals.get_writer.connect(_writer)
    signals.get_generators.connect(_last)
    signals.finalized.connect(_publish)


def _last(_pelican: Pelican) -> type[Generator]:
    return _LastGenerator


def _writer(_pelican: Pelican) -> type[Writer]:
    return SiteWriter
