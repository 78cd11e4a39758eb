"""Render pages: one Jinja environment, one context for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from jinja2 import Environment, Template, pass_context
from jinja2.runtime import Context

from ..corpus.addresses import relative
from ..corpus.model import Site
from ..corpus.wording import date_words
from .page import Page


class Renderer:
    """Render a page with its template; templates are compiled once and kept."""

    def __init__(self, environment: Environment, site: Site) -> None:
        self._environment = environment
        self._site = site
        self._templates: dict[str, Template] = {}

    def render(self, page: Page) -> bytes:
        """Return the page as UTF-8 HTML that ends in one line end."""
        if page.template not in self._templates:
            self._templates[page.template] = self._environment.get_template(page.template)
        text = self._templates[page.template].render(context_of(page, self._site))
        return (text.rstrip("\n") + "\n").encode()


def context_of(page: Page, site: Site) -> Mapping[str, Any]:
    """Return what a template sees: the fields of the page's values, `page` and `site`."""
    made: Any = page.values() if callable(page.values) else page.values
    values = {each.name: getattr(made, each.name) for each in fields(made)}
    return {**values, "page": page, "site": site, "output_file": page.path}


@pass_context
def date_filter(context: Context, edtf: str) -> str:
    """Return an EDTF date in the words of the page's language."""
    return date_words(edtf, context["site"].language)


@pass_context
def link(context: Context, target: str) -> str:
    """Return the relative link from the page being rendered to an address of the site."""
    return relative(target, context["output_file"])
