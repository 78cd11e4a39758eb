"""Rank in plain Python as the browser should: what its answers are compared with."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable

from plugins.corpus.fold import forms
from plugins.search.documents import SearchDocument
from plugins.search.impacts import (
    K1,
    STEPS,
    TEXT_B,
    TITLE_B,
    TITLE_WEIGHT,
    Means,
    lengths,
    means,
    norm,
    weights,
)
from plugins.search.numbering import numbered
from plugins.search.stemming import looked_up_as, stem, stop_words

Times = dict[int, tuple[int, int]]


class Reference:
    """BM25F over title and text, in doubles; `quantised` with the impacts of the index."""

    def __init__(self, documents: Iterable[SearchDocument], *, quantised: bool = False) -> None:
        self.documents = dict(numbered(documents).documents)
        self.terms: defaultdict[str, Times] = defaultdict(dict)
        self.stems: defaultdict[str, set[str]] = defaultdict(set)
        self.common: Counter[str] = Counter()
        self.with_form: Counter[str] = Counter()
        self._quantised = quantised
        self._lengths = {at: lengths(document) for at, document in self.documents.items()}
        self._means = means(self._lengths.values()) if quantised else self._true_means()
        for at, document in self.documents.items():
            self._add(at, document)

    def _true_means(self) -> Means:
        fields = zip(*self._lengths.values(), strict=True)
        titles, texts = ([length for length in field if length] for field in fields)
        return Means(*(sum(known) / len(known) if known else 1.0 for known in (titles, texts)))

    def _add(self, number: int, document: SearchDocument) -> None:
        title = [form for text in (document.title, *document.aliases) for form in forms(text)]
        text = [form for _, paragraph in document.paragraphs for form in forms(paragraph)]
        for form in {*title, *text}:
            stemmed = stem(form, document.language)
            for written in looked_up_as(form, document.language):
                self.stems[written].add(stemmed)
                self.with_form[written] += 1
                self.common[written] += written in stop_words(document.language)
            in_title, times = self.terms[stemmed].get(number, (0, 0))
            found = title.count(form)
            self.terms[stemmed][number] = (in_title + found, times + found + text.count(form))

    def is_common(self, form: str) -> bool:
        """Tell whether a word is too common to rank by."""
        return 2 * self.common[form] > self.with_form[form]

    def impact(self, number: int, in_title: int, times: int) -> float:
        """Return the weight of a term in a document, from 0 to 1."""
        known = self._lengths[number]
        if self._quantised:
            return (weights(known, self._means)[in_title, times] & STEPS) / STEPS
        weight = TITLE_WEIGHT * in_title / norm(known[0], self._means.title, TITLE_B)
        weight += (times - in_title) / norm(known[1], self._means.text, TEXT_B)
        return weight / (K1 + weight)

    def scores(self, query: str) -> dict[int, float]:
        """Return the score of every document that has a word of the query."""
        words = Counter(forms(query))
        if any(form in self.stems and not self.is_common(form) for form in words):
            words = Counter({w: times for w, times in words.items() if not self.is_common(w)})
        scores: defaultdict[int, float] = defaultdict(float)
        share: defaultdict[int, float] = defaultdict(float)
        whole = 0.0
        for form, times in words.items():
            lists = [self.terms[term] for term in sorted(self.stems.get(form, ()))]
            idf = self._idf(max((len(found) for found in lists), default=0))
            whole += idf if lists else 0
            for number, best in self._best(lists).items():
                scores[number] += times * idf * best
                share[number] += idf
        power = min(1, max(0, (4 - len(words)) / 2))
        return {number: scores[number] * (share[number] / whole) ** power for number in scores}

    def _best(self, lists: list[Times]) -> dict[int, float]:
        best: defaultdict[int, float] = defaultdict(float)
        for found in lists:
            for number, (in_title, times) in found.items():
                best[number] = max(best[number], self.impact(number, in_title, times))
        return best

    def _idf(self, count: int) -> float:
        return math.log(1 + (len(self.documents) - count + 0.5) / (count + 0.5))

    def ranked(self, query: str) -> list[str]:
        """Return the addresses of the documents found, best first."""
        scores = self.scores(query)
        numbers = sorted(scores, key=lambda number: (-scores[number], -number))
        return [self.documents[number].url for number in numbers]
