"""Count by publisher and by date how often the words of a vocabulary are used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..corpus.lines import is_withheld
from ..corpus.model import Annotated, Corpus, Paragraph
from .counting import Use, lexicon, uses
from .quoting import quoted


@dataclass(frozen=True, slots=True)
class Found:
    """A use of a form in its paragraph; `in_quotes`: it stands between quotation marks."""

    annotated: Annotated
    paragraph: Paragraph
    use: Use
    in_quotes: bool

    @property
    def publisher(self) -> str:
        """Return the slug of who published it."""
        return self.annotated.article.publisher


@dataclass(frozen=True, slots=True)
class Tally:
    """All uses by term and group, in the order of the articles; words by article.

    `withheld` is the number of the articles whose text this edition leaves out: they count not.
    """

    found: Mapping[tuple[str, int], tuple[Found, ...]]
    words: Mapping[str, int]
    withheld: int


def tally(corpus: Corpus) -> Tally:
    """Count the words of the corpus's vocabulary in the paragraphs of its articles."""
    forms = lexicon(corpus.vocabulary.terms)
    found: dict[tuple[str, int], list[Found]] = {}
    words: Counter[str] = Counter()
    shown = [each for each in corpus.articles if not is_withheld(corpus, each)]
    for annotated in shown:
        for paragraph in annotated.paragraphs:
            used, count = uses(forms, paragraph.text)
            words[annotated.article.slug] += count
            for each in _found(annotated, paragraph, used):
                found.setdefault((each.use.term, each.use.group), []).append(each)
    return Tally(
        {key: tuple(each) for key, each in found.items()},
        dict(words),
        len(corpus.articles) - len(shown),
    )


def _found(annotated: Annotated, paragraph: Paragraph, used: tuple[Use, ...]) -> Iterator[Found]:
    if not used:
        return
    spans = tuple(quoted(paragraph.text))
    for each in used:
        inside = any(start < each.start and each.end < end for start, end in spans)
        yield Found(annotated, paragraph, each, inside or paragraph.role == "quote")
