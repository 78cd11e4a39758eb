"""Write what was found in the texts as W3C Web Annotations (https://www.w3.org/TR/annotation-model/).

A target has a TextQuoteSelector, which finds the words wherever the text is, and within the
paragraph (a FragmentSelector) a TextPositionSelector; positions count code points.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..corpus.addresses import article_page, entity_page
from ..corpus.model import (
    Annotated,
    Corpus,
    DateExpression,
    Figure,
    Mention,
)
from ..writing.page import File
from .json_text import quoted

ANNOTATIONS = "data/annotations.jsonld"
AROUND = 32  # characters before and after the words, as Hypothesis keeps them
_Found = Mention | DateExpression | Figure


def annotation_file(corpus: Corpus) -> File:
    """Return one AnnotationCollection of all mentions, date expressions and figures.

    A mention's body is the entity's page, a date's its EDTF, a figure's its amount.
    What stands in a text that this edition leaves out is left out.
    """
    bodies = {
        each.slug: f'"identifying","body":{quoted("../" + entity_page(each.kind, each.slug))}'
        for each in corpus.entities
    }
    items = [item for each in corpus.articles for item in _items(each, bodies)]
    head = (
        '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationCollection",'
        f'"label":{quoted(corpus.site.title)},"generator":{{"type":"Software","name":"Sijill"}},'
        f'"total":{len(items)},"first":{{"type":"AnnotationPage","startIndex":0,"items":[\n'
    )
    return File(ANNOTATIONS, (head + ",\n".join(items) + "\n]}}\n").encode())


def _items(annotated: Annotated, bodies: Mapping[str, str]) -> Iterator[str]:
    slug = annotated.article.slug
    texts = {each.anchor: each.text for each in annotated.paragraphs if each.text}
    tail = f',"target":{{"source":"../{article_page(slug)}","selector":['
    for mention in annotated.mentions:
        if mention.anchor in texts and mention.entity in bodies:
            body = bodies[mention.entity]
            yield _item(f"#mention:{slug}", texts[mention.anchor], mention, body + tail)
    for expression in annotated.dates:
        if expression.anchor in texts:
            body = _described(expression.edtf or expression.timex_value)
            yield _item(f"#date:{slug}", texts[expression.anchor], expression, body + tail)
    for figure in annotated.figures:
        if figure.anchor in texts:
            body = _described(f"{_amount(figure)} {figure.unit}".strip())
            yield _item(f"#figure:{slug}", texts[figure.anchor], figure, body + tail)


def _described(value: str) -> str:
    return f'"describing","body":{{"type":"TextualBody","value":{quoted(value)}}}'


def _amount(figure: Figure) -> str:
    """Return a figure as an interval of numbers: "1500", "45..60", "45.." for at least 45."""
    low = "" if figure.low is None else f"{figure.low:.12g}"
    high = "" if figure.high is None else f"{figure.high:.12g}"
    return low if low == high else f"{low}..{high}"


def _item(name: str, text: str, found: _Found, middle: str) -> str:
    """Return an annotation as JSON. It is put together as text: there may be a million."""
    start, end, anchor = found.start, found.end, found.anchor
    exact, before, after = (
        found.surface,
        text[max(0, start - AROUND) : start],
        text[end : end + AROUND],
    )
    return (
        f'{{"id":"{name}:{anchor}:{start}-{end}","type":"Annotation","motivation":{middle}'
        f'{{"type":"TextQuoteSelector","exact":{quoted(exact)},'
        f'"prefix":{quoted(before)},"suffix":{quoted(after)}}},'
        f'{{"type":"FragmentSelector","value":"{anchor}","refinedBy":'
        f'{{"type":"TextPositionSelector","start":{start},"end":{end}}}}}]}}}}'
    )
