"""Write all texts as one plain file, for reading, grep and language models (https://llmstxt.org).

A heading and a quoted line about the collection, then a heading for each report, its source, and
its paragraphs, each with the address by which it is cited.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..corpus.addresses import article_page
from ..corpus.lines import publisher_name
from ..corpus.model import Annotated, Corpus
from ..corpus.wording import one_line
from ..writing.page import File

CORPUS = "data/corpus.txt"


def corpus_text(corpus: Corpus) -> File:
    """Return the reports in the order of their dates, as Markdown without marks in the texts."""
    site = corpus.site
    parts = [f"# {one_line(site.title)}\n"]
    if site.subtitle:
        parts.append(f"> {one_line(site.subtitle)}\n")
    parts.append(
        "Each paragraph is followed by its address in the archive. Dates are EDTF.\n"
        if site.edition == "full"
        else "Public edition: restricted texts are left out. Dates are EDTF.\n"
    )
    for annotated in corpus.articles:
        parts.extend(_article(corpus, annotated))
    return File(CORPUS, "\n".join(parts).encode())


def _article(corpus: Corpus, annotated: Annotated) -> Iterator[str]:
    article = annotated.article
    source = (publisher_name(corpus, article), article.byline, article.date, article.url)
    yield f"## {one_line(article.headline or article.title)}\n"
    yield f"{one_line('; '.join(each for each in source if each))}\n"
    for each in annotated.paragraphs:
        if each.text:
            yield f"{one_line(each.text)} [{article_page(article.slug, each.anchor)}]\n"
