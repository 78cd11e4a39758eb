"""Write the texts as TEI Lite (https://tei-c.org/guidelines/customization/lite/).

Names are `name` with the entity's slug as key, date expressions `date`, figures `num`. Where two
of them overlap, a name is kept before a date, and a date before a figure; tables have them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ...corpus.lines import publisher_name
from ...corpus.model import Annotated, Corpus, DateExpression, Figure, Mention, Paragraph
from ...writing.page import File
from ..dates import ends
from .xml_text import attribute, text_of

CORPUS_FILE = "data/archive.tei.xml"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_NAMESPACE = ' xmlns="http://www.tei-c.org/ns/1.0"'
_Found = Mention | DateExpression | Figure
_Span = tuple[int, int, str, str]  # start, end, element, attributes


def tei_files(corpus: Corpus) -> Iterator[File]:
    """Yield a TEI file for each report, and one with all of them."""
    articles: list[str] = []
    for each in corpus.articles:
        slug = each.article.slug
        yield File(f"data/tei/{slug}.xml", (_HEAD + _tei(corpus, each, _NAMESPACE)).encode())
        articles.append(_tei(corpus, each, prefix=f"{slug}."))
    header = _header(corpus.site.title, "", corpus.site.subtitle or corpus.site.title)
    whole = f"<teiCorpus{_NAMESPACE}>\n{header}{''.join(articles)}</teiCorpus>\n"
    yield File(CORPUS_FILE, (_HEAD + whole).encode())


def _tei(corpus: Corpus, annotated: Annotated, namespace: str = "", prefix: str = "") -> str:
    article = annotated.article
    source = (
        f"<bibl>{_part('author', article.byline)}"
        f"<title>{text_of(article.headline or article.title)}</title>"
        f"<publisher>{text_of(publisher_name(corpus, article))}</publisher>"
        f"<date{_when(article.date)}>{text_of(article.date)}</date>"
        f"{_pointer(article.url)}{_pointer(article.archived)}</bibl>"
    )
    header = _header(article.title, article.byline, source, is_markup=True)
    body = "".join(_divisions(annotated, prefix)) or "<div><p/></div>"
    language = attribute("xml:lang", article.language)
    return (
        f"<TEI{namespace}{attribute('n', article.slug)}>\n{header}"
        f"<text{language}>\n<body>\n{body}</body>\n</text>\n</TEI>\n"
    )


def _header(title: str, author: str, source: str, *, is_markup: bool = False) -> str:
    described = source if is_markup else f"<p>{text_of(source)}</p>"
    return (
        "<teiHeader>\n<fileDesc>\n"
        f"<titleStmt><title>{text_of(title)}</title>{_part('author', author)}</titleStmt>\n"
        "<publicationStmt><p>Sijill</p></publicationStmt>\n"
        f"<sourceDesc>{described}</sourceDesc>\n</fileDesc>\n</teiHeader>\n"
    )


def _part(element: str, text: str) -> str:
    return f"<{element}>{text_of(text)}</{element}>" if text else ""


def _pointer(address: str) -> str:
    return f"<ref{attribute('target', address)}/>" if address else ""


def _when(edtf: str) -> str:
    """Return a date's attributes: one day as `when`, else what it can mean."""
    first, last = ends(edtf)
    if first and first == last:
        return attribute("when", first)
    return attribute("notBefore", first) + attribute("notAfter", last)


def _divisions(annotated: Annotated, prefix: str) -> Iterator[str]:
    """Yield the text in divisions, a new one at each heading."""
    spans = _spans(annotated)
    number = 0

    def division(paragraph: Paragraph) -> int:
        nonlocal number
        number += paragraph.role == "heading"
        return number

    shown = [each for each in annotated.paragraphs if each.text]
    for _, paragraphs in groupby(shown, division):
        parts = "".join(_blocks(tuple(paragraphs), spans, prefix))
        yield f"<div>\n{parts}</div>\n"


def _blocks(
    paragraphs: Sequence[Paragraph], spans: dict[str, list[_Span]], prefix: str
) -> Iterator[str]:
    """Yield paragraphs as TEI's blocks; items that follow each other are one list."""
    for role, group in groupby(paragraphs, lambda each: each.role):
        written = [
            (attribute("xml:id", prefix + each.anchor), _marked(each, spans.get(each.anchor, [])))
            for each in group
        ]
        if role == "heading":
            yield from (f"<head{name}>{text}</head>\n" for name, text in written)
        elif role == "item":
            items = "".join(f"<item{name}>{text}</item>\n" for name, text in written)
            yield f"<list>\n{items}</list>\n"
        elif role == "quote":
            yield from (f"<quote><p{name}>{text}</p></quote>\n" for name, text in written)
        else:
            rend = attribute("rend", role) if role == "cell" else ""
            yield from (f"<p{name}{rend}>{text}</p>\n" for name, text in written)


def _spans(annotated: Annotated) -> dict[str, list[_Span]]:
    """Map an anchor to what is marked in its paragraph, in order, without overlaps."""
    kept: dict[str, list[_Span]] = {}
    everything: Iterable[_Found] = (*annotated.mentions, *annotated.dates, *annotated.figures)
    for found in everything:
        others = kept.setdefault(found.anchor, [])
        if all(found.end <= start or found.start >= end for start, end, _, _ in others):
            others.append((found.start, found.end, *_element(found)))
    return {anchor: sorted(spans) for anchor, spans in kept.items()}


def _element(found: _Found) -> tuple[str, str]:
    """Return the element for what was found, and its attributes."""
    if isinstance(found, Mention):
        return "name", attribute("key", found.entity)
    if isinstance(found, DateExpression):
        return "date", _when(found.edtf)
    if found.low is not None and found.low == found.high:
        return "num", attribute("value", f"{found.low:.12g}")
    low = "" if found.low is None else f"{found.low:.12g}"
    high = "" if found.high is None else f"{found.high:.12g}"
    return "num", attribute("atLeast", low) + attribute("atMost", high)


def _marked(paragraph: Paragraph, spans: Sequence[_Span]) -> str:
    """Return a paragraph's text with its marks; the text itself is unchanged."""
    parts: list[str] = []
    done = 0
    for start, end, element, attributes in spans:
        inner = text_of(paragraph.text[start:end])
        parts += [
            text_of(paragraph.text[done:start]),
            f"<{element}{attributes}>{inner}</{element}>",
        ]
        done = end
    return "".join((*parts, text_of(paragraph.text[done:])))
