"""Say what a view gives to the writer: pages to render, and files as they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..corpus.model import Corpus


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site.

    `path` is relative to the site's root and names a file. `values` is a frozen dataclass, or a
    function that makes one of the corpus that it is handed; each of its fields is a name in the
    template's context, beside `page` and `site`. Give a function of a module, with
    functools.partial for further arguments, where making the values costs something: it is called
    on the process that renders the page, and only if something that it read of the corpus when it
    was last called, or its arguments, have changed. So the arguments should be few and short: a
    slug rather than an article. `trail` are the breadcrumbs above it: (title, path) pairs.
    """

    path: str
    template: str
    title: str
    values: object | Callable[[Corpus], object]
    trail: tuple[tuple[str, str], ...] = ()
    description: str = ""

    def made_of(self, corpus: Corpus) -> object:
        """Return the page's values."""
        return self.values(corpus) if callable(self.values) else self.values


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site that no template makes: data, an index shard, a redirect."""

    path: str
    content: bytes
