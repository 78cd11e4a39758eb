"""Rendering pages in their languages."""

from __future__ import annotations

from dataclasses import dataclass
from gettext import NullTranslations

from jinja2 import DictLoader, Environment

from plugins.corpus.model import Corpus, Site
from plugins.writing.languages import languages
from plugins.writing.page import Page
from plugins.writing.rendering import Frame, Renderer, date_filter, link

TEMPLATE = (
    "<a href=\"{{ link('people/x.html') }}\">{{ name }}</a>"
    "<a href=\"{{ link('map.html') }}\">{{ _('Map') }}</a>"
    "<link href=\"{{ link('theme/a.css') }}\">{{ day|date_words }}"
    '{% for tag, name, path in languages %}<a href="{{ link(path) }}">{{ tag }}</a>{% endfor %}'
)


@dataclass(frozen=True, slots=True)
class Values:
    """What the template needs."""

    name: str
    day: str


def rendered(tag: str, addresses: frozenset[str]) -> str:
    """Render a page two folders down in a language."""
    environment = Environment(loader=DictLoader({"t.html": TEMPLATE}), autoescape=True)
    environment.globals["link"] = link
    environment.filters["date_words"] = date_filter
    both = languages(["en", "ar"])
    language = next(each for each in both if each.tag == tag)
    frame = Frame(Site(language=tag), language, both, addresses)
    page = Page("places/y.html", "t.html", "Y", Values("<X>", "2016-11-28"))
    renderer = Renderer(environment, NullTranslations(), frame, Corpus())
    return renderer.render(page, page.values).html.decode()


ALL = frozenset({"people/x.html", "map.html", "places/y.html"})


def test_a_page_leads_to_pages_of_its_own_language() -> None:
    """Theme and data are shared; the other language is one link away."""
    assert '<a href="../people/x.html">&lt;X&gt;</a>' in rendered("en", ALL)
    assert '<a href="../ar/places/y.html">ar</a>' in rendered("en", ALL)
    arabic = rendered("ar", ALL)
    assert '<a href="../people/x.html">' in arabic
    assert 'href="../../theme/a.css"' in arabic
    assert '<a href="../../places/y.html">en</a>' in arabic


def test_dates_are_in_the_words_of_the_language() -> None:
    """The Syrian month names in Arabic."""
    assert "28 November 2016" in rendered("en", ALL)
    assert "تشرين الثاني" in rendered("ar", ALL)


def test_a_link_to_a_page_that_is_not_there_is_plain_text() -> None:
    """A view that is taken out leaves no dead link behind."""
    html = rendered("en", ALL - {"map.html"})
    assert "map.html" not in html
    assert "Map" in html
