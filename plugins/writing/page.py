"""Say what a view gives to the writer: pages to render, and files as they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site.

    `path` is relative to the site's root and names a file. `values` is a frozen dataclass, or a
    function that makes one when the page is rendered; each of its fields is a name in the
    template's context, beside `page` and `site`. Give a function where making the values costs
    something: it is then called on the process that renders the page, and only for a page that is
    rendered. `trail` are the breadcrumbs above it: (title, path) pairs.
    """

    path: str
    template: str
    title: str
    values: object | Callable[[], object]
    trail: tuple[tuple[str, str], ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site that no template makes: data, an index shard, a redirect."""

    path: str
    content: bytes
