"""Find articles whose page would lie where another's cleaning does."""

from __future__ import annotations

from collections.abc import Iterator

from ..corpus.addresses import article_page, cleaning_page
from ..corpus.model import Corpus
from ..corpus.problems import Problem, problem


def check_addresses(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each article that is named like the cleaning of another."""
    taken = {cleaning_page(each.article): each.article for each in corpus.cleanings}
    for annotated in corpus.articles:
        article = annotated.article
        other = taken.get(article_page(article.slug))
        if other:
            wrong = f'the slug "{article.slug}" is the address of what was removed from "{other}".'
            yield problem(article.where, "SLUG-TWICE", wrong, "Rename this file.")
