"""Say what a view gives to the writer: pages to render, and files as they are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site.

    `path` is relative to the site's root and names a file. `values` is a frozen dataclass; each of
    its fields is a name in the template's context, beside `page` and `site`. `trail` are the
    breadcrumbs above it: (title, path) pairs.
    """

    path: str
    template: str
    title: str
    values: object
    trail: tuple[tuple[str, str], ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site that no template makes: data, an index shard, a redirect."""

    path: str
    content: bytes
