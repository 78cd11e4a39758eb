"""Write the reports for OpenSearch and Elasticsearch: lines for `_bulk`, and the mapping."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...corpus.lines import publisher_name
from ...corpus.model import Annotated, Corpus
from ...writing.page import File
from ..dates import ends
from ..json_text import dumped, encode

LINES, MAPPING = "data/opensearch.ndjson", "data/opensearch-mapping.json"
INDEX = "sijill"
_KEYWORD = {"type": "keyword"}
_TEXT = {
    "type": "text",
    "fields": {
        "en": {"type": "text", "analyzer": "english"},
        "ar": {"type": "text", "analyzer": "arabic"},
    },
}
_PARAGRAPH = {"type": "nested", "properties": {"anchor": _KEYWORD, "text": _TEXT}}
_PROPERTIES: dict[str, Any] = {
    **dict.fromkeys(("slug", "edtf", "publisher", "dateline", "language", "rights"), _KEYWORD),
    **dict.fromkeys(("url", "archived", "entities"), _KEYWORD),
    **dict.fromkeys(("title", "headline", "byline", "publisher_name"), _TEXT),
    "date": {"type": "date_range", "format": "strict_date"},
    "paragraphs": _PARAGRAPH,
}


def bulk_files(corpus: Corpus) -> Iterator[File]:
    """Yield the lines (an action, then its document) and the body of `PUT /sijill`."""
    lines = (line for each in corpus.articles for line in _lines(corpus, each))
    yield File(LINES, "".join(f"{line}\n" for line in lines).encode())
    mapping = {"mappings": {"dynamic": "strict", "properties": _PROPERTIES}}
    yield File(MAPPING, dumped(mapping))


def _lines(corpus: Corpus, annotated: Annotated) -> Iterator[str]:
    article = annotated.article
    yield encode({"index": {"_index": INDEX, "_id": article.slug}})
    first, last = ends(article.date)
    bounds = {"gte": first, "lte": last}
    yield encode(
        {
            "slug": article.slug,
            "title": article.title,
            "headline": article.headline,
            "date": {end: day for end, day in bounds.items() if day},
            "edtf": article.date,
            "publisher": article.publisher,
            "publisher_name": publisher_name(corpus, article),
            "byline": article.byline,
            "dateline": article.dateline,
            "url": article.url,
            "archived": article.archived,
            "language": article.language,
            "rights": article.rights,
            "entities": sorted({each.entity for each in annotated.mentions}),
            "paragraphs": [
                {"anchor": each.anchor, "text": each.text}
                for each in annotated.paragraphs
                if each.text
            ],
        }
    )
