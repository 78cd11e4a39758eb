"""Render pages: one Jinja environment a language, one context for all pages.

What a page reads while it is made is noted: facts of the corpus, and which pages the site has.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields
from gettext import NullTranslations
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemBytecodeCache, Template, nodes, pass_context
from jinja2.runtime import Context
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from ..corpus.addresses import relative
from ..corpus.model import Corpus, Site
from ..corpus.watching import Watched, digest, number
from ..corpus.wording import date_words
from .languages import Language
from .page import Page


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages of a language share: the site in it, the languages, and all addresses."""

    site: Site
    language: Language
    languages: Sequence[Language]
    addresses: AbstractSet[str]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as UTF-8 HTML; `looked` are the numbers of the pages whose existence it asked for."""

    html: bytes
    looked: bytes


@dataclass(frozen=True, slots=True)
class Valued:
    """The values of a page, and the numbers of the facts that they were made from."""

    values: object
    read: bytes


class Renderer:
    """Render the pages of one language; templates are compiled once and kept.

    `compiled` is the folder that keeps them from one build to the next, if any: one for each
    language and its words, which are a part of what is compiled.
    """

    def __init__(
        self,
        environment: Environment,
        translations: NullTranslations,
        frame: Frame,
        corpus: Corpus,
        compiled: Path | None = None,
    ) -> None:
        self.environment = spoken(environment, translations)
        if compiled:
            own = compiled / digest(Path(__file__).read_bytes()).hex()[:12]  # as compiled here
            own.mkdir(parents=True, exist_ok=True)
            self.environment.bytecode_cache = FileSystemBytecodeCache(str(own), "%s.bin")
        self.frame = frame
        self._watched = Watched.of(corpus)
        self._templates: dict[str, Template] = {}

    def address(self, page: Page) -> str:
        """Return where the page lies in the site."""
        return self.frame.language.folder + page.path

    def value(self, page: Page) -> Valued:
        """Return the values of a page."""
        self._watched.noted.clear()
        values = page.made_of(self._watched)
        return Valued(values, self._noted())

    def _noted(self) -> bytes:
        """Return the facts noted so far (unsigned 64-bit numbers), and forget them."""
        noted = array("Q", sorted(self._watched.noted)).tobytes()
        self._watched.noted.clear()
        return noted

    def render(self, page: Page, values: object) -> Rendered:
        """Return the page, its HTML ending in one line end."""
        if page.template not in self._templates:
            self._templates[page.template] = self.environment.get_template(page.template)
        context = context_of(page, values, self.frame, self._watched.noted)
        text = self._templates[page.template].render(context)
        if context["missing"]:
            text = without_links(text, context["missing"])
        html = (text.rstrip("\n") + "\n").encode()
        return Rendered(html, self._noted())


class Addresses(AbstractSet[str]):
    """The pages of a language, which note as facts whether a page is asked for and is there."""

    def __init__(self, frame: Frame, noted: set[int]) -> None:
        self._all = frame.addresses
        self._folder = frame.language.folder
        self._noted = noted

    def __contains__(self, path: object) -> bool:
        self._noted.add(number("address", f"{self._folder}{path}"))
        return path in self._all

    def __iter__(self) -> Iterator[str]:
        raise TypeError("a page that went through all addresses would be made anew each time")

    def __len__(self) -> int:
        return len(self._all)


def spoken(environment: Environment, translations: NullTranslations) -> Environment:
    """Return an environment like the given one, with words of its own.

    Not an overlay: the extension that brings the words writes into the environment it was made
    for (jinja2.ext.InternationalizationExtension).
    """
    other = _Spoken(
        loader=environment.loader,
        autoescape=True,
        trim_blocks=environment.trim_blocks,
        lstrip_blocks=environment.lstrip_blocks,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
    )
    other.globals.update(environment.globals)
    other.filters.update(environment.filters)
    other.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]
    other.say = translations.gettext
    return other


class _Spoken(Environment):
    """An environment of one language: words that need no number or name are translated once.

    A page has some hundred of them, and to look each up when it is rendered took a sixth of the
    time.
    """

    say: Callable[[str], str] = str

    def compile(self, source: str | nodes.Template, *rest: Any, **options: Any) -> Any:  # noqa: ANN401 (Jinja's signature)
        """Compile a template with its fixed words in place."""
        name = options.get("name", rest[0] if rest else None)
        filename = options.get("filename", rest[1] if len(rest) > 1 else None)
        parsed = self.parse(source, name, filename) if isinstance(source, str) else source
        return super().compile(_Translated(self.say).visit(parsed), *rest, **options)


class _Translated(NodeTransformer):
    """Put the words of a language in the place of `_('...')`."""

    def __init__(self, say: Callable[[str], str]) -> None:
        self._say = say

    def visit_Call(self, call: nodes.Call) -> nodes.Node:  # noqa: N802 (Jinja's name)
        """Return the words, as safe as the template that they stand in; or the call as it is."""
        self.generic_visit(call)
        match call:
            case nodes.Call(
                node=nodes.Name(name="_"), args=[nodes.Const(value=str(text))], kwargs=[]
            ) if not (call.dyn_args or call.dyn_kwargs):
                words = Markup(self._say(text)) % {}  # noqa: S704 (as newstyle gettext has it)
                return nodes.Const(words, lineno=call.lineno)
        return call


def context_of(page: Page, values: Any, frame: Frame, noted: set[int]) -> Mapping[str, Any]:  # noqa: ANN401 (a dataclass of any kind)
    """Return what a template sees: the fields of the page's values, and what all pages share."""
    named = {each.name: getattr(values, each.name) for each in fields(values)}
    others = [each for each in frame.languages if each != frame.language]
    return {
        **named,
        "page": page,
        "site": frame.site,
        "folder": frame.language.folder,
        "addresses": Addresses(frame, noted),
        "missing": set(),
        "languages": [(each.tag, each.name, f"/{each.folder}{page.path}") for each in others],
    }


@pass_context
def date_filter(context: Context, edtf: str) -> str:
    """Return an EDTF date in the words of the page's language."""
    return date_words(edtf, context["site"].language)


@pass_context
def link(context: Context, target: str) -> str:
    """Return the relative link from the page being rendered to an address of the site.

    A page leads to pages of its own language; what all languages share lies at the root, and so
    does an address that begins with a slash.
    """
    folder = context["folder"]
    path = target.partition("#")[0].partition("?")[0]
    is_own_page = path.endswith(".html") and target[0] != "/"
    address = folder + target if is_own_page else target.removeprefix("/")
    found = relative(address, folder + context["page"].path)
    if is_own_page and path not in context["addresses"]:
        context["missing"].add(found)
    return found


def without_links(html: str, missing: AbstractSet[str]) -> str:
    """Return a page with its links to pages that the site has not as plain text.

    A site has no timeline where nothing happened, and no map where a view was taken out of
    pelicanconf.py; what other views show then stands without the link.
    """
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.find_all("a", href=lambda href: href in missing):
        element.unwrap()
    for element in soup.find_all("form", action=lambda action: action in missing):
        element.decompose()
    return str(soup)
