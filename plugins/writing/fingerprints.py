"""Say what a page is made from, in one hash, beside what it reads of the corpus.

A page is made from its template and the templates that this one names, from our own code and the
libraries, the settings, the words of its language, and what the view gave with it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from types import FunctionType

from jinja2 import Environment
from jinja2.meta import find_referenced_templates

from ..corpus.watching import digest, written
from .page import Page
from .rendering import Frame

_PLUGINS = Path(__file__).resolve().parent.parent
_ROOT = _PLUGINS.parent
_CODE = frozenset((".py", ".toml", ".json", ".tsv"))
# What a public edition masks, and so may be in the text of any page.
_CONTENT = ("redactions.toml",)
_PLAIN = (str, int, bool, list, tuple, type(None))
# What a template's source names is the same in every language.
_named_in: dict[str, tuple[str, ...]] = {}
_VARIABLES = ("SITEURL", "SOURCE_DATE_EPOCH", "REGISTRY")


def ground_of(settings: Mapping[str, object], content: Path, theme: Path) -> bytes:
    """Return a hash of what every page of the site is made from."""
    words = sorted((theme / "translations").rglob("*.po"))
    code = sorted(path for path in _PLUGINS.rglob("*") if path.suffix in _CODE)
    files = (*code, *words, _ROOT / "requirements.lock", *(content / each for each in _CONTENT))
    variables = [os.environ.get(name, "") for name in _VARIABLES]
    plain = sorted((key, value) for key, value in settings.items() if isinstance(value, _PLAIN))
    return digest(
        sys.version.encode(),
        written([variables, plain]),
        *(path.read_bytes() if path.is_file() else b"" for path in files),
    )


class Fingerprints:
    """Make the fingerprints of the pages of one language."""

    def __init__(self, environment: Environment, frame: Frame, ground: bytes) -> None:
        self._environment = environment
        others = [each.tag for each in frame.languages]
        self._ground = digest(ground, written([frame.site, frame.language, others]))
        self._templates: dict[str, bytes] = {}

    def of(self, page: Page) -> bytes:
        """Return the fingerprint of a page, but for its values."""
        around = written((page.path, page.title, page.trail, page.description))
        return digest(self._ground, self._template(page.template), around)

    def _template(self, name: str) -> bytes:
        if name not in self._templates:
            named = dict.fromkeys(self._named(name, set()))
            self._templates[name] = digest(*(each.encode() for each in named))
        return self._templates[name]

    def _named(self, name: str, seen: set[str]) -> Iterator[str]:
        """Yield the source of a template and of all that it names, each once."""
        if name in seen or self._environment.loader is None:
            return
        seen.add(name)
        source, _, _ = self._environment.loader.get_source(self._environment, name)
        yield source
        if source not in _named_in:
            parsed = self._environment.parse(source)
            _named_in[source] = tuple(map(str, find_referenced_templates(parsed)))
        for other in _named_in[source]:
            yield from self._named(other, seen)


def given(page: Page) -> bytes:
    """Return a hash of a page's values, or of what will make them of the corpus and is given to it.

    Raises TypeError for a function that may know more than it is given.
    """
    values = page.values
    if not callable(values):
        return digest(written(values))
    made = values if isinstance(values, partial) else partial(values)
    function = made.func
    if not isinstance(function, FunctionType) or function.__closure__:
        raise TypeError(
            f"{function!r} makes a page's values and may know more than it is given: "
            "name a function of a module, with functools.partial for its arguments"
        )
    named = f"{function.__module__}.{function.__qualname__}"
    return digest(written((named, made.args, sorted(made.keywords.items()))))
