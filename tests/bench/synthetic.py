"""Make seeded collections of any size whose words grow as those of real news do.

Words follow Zipf's law over a vocabulary without a practical end, and an article repeats the
words of its subject. The commonest ranks are the stop words of English; other words are made of
syllables and have inflected forms.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from plugins.search.documents import SearchDocument
from plugins.search.stemming import stop_words

VOCABULARY = 600_000
EXPONENT = 1.05
TURN = 4000  # from this rank on words get rare twice as fast (Ferrer i Cancho and Sole 2001)
WORDS = 650
SUBJECT = 70  # words that an article keeps coming back to
SHARE = 0.45  # of its words that are such
PARAGRAPH = 65
FIRST_DAY = date(2011, 1, 1)
DAYS = 4000
_ONSETS = ("b", "br", "d", "f", "g", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "sh", "t", "v")
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ou")
_CODAS = ("", "", "n", "r", "l", "st", "m", "ck")
_ENDINGS = ("", "", "", "", "", "s", "s", "ed", "ing")


def _weight(rank: int) -> float:
    """Return how often the word of a rank stands, by a Zipf law that bends at TURN."""
    return float((rank + 2.7) ** -EXPONENT / (1 + (rank / TURN) ** 1.1))


class Collection:
    """A collection of `size` articles, with an entity for every fifty of them."""

    def __init__(self, size: int, seed: int = 1) -> None:
        self.size = size
        self._random = random.Random(seed)  # noqa: S311 (no secret)
        self._weights = list(accumulate(map(_weight, range(VOCABULARY))))
        self._common = sorted(stop_words("en"))
        self._words: dict[int, str] = {}
        self._entities = [self._entity(number) for number in range(max(1, size // 50))]

    def documents(self) -> Iterator[SearchDocument]:
        """Yield the entities, then the articles."""
        yield from self._entities
        for number in range(self.size):
            yield self._article(number)

    def _entity(self, number: int) -> SearchDocument:
        kind = ("person", "place", "group", "organisation")[number % 4]
        names = [f"{self._made(number * 3 + 5000)} {self._made(number + 9000)}" for _ in range(1)]
        aliases = (f"{self._made(number * 3 + 5001)} {self._made(number + 9000)}", f"ال{number}")
        slug = f"entity-{number}"
        return SearchDocument(
            kind, f"{kind}s/{slug}.html", names[0], language="en", entities=(slug,), aliases=aliases
        )

    def _article(self, number: int) -> SearchDocument:
        ranks = self._ranks(SUBJECT)
        picked = self._random.choices(ranks, k=int(WORDS * SHARE))
        picked += self._ranks(WORDS - len(picked))
        self._random.shuffle(picked)
        words = [self._word(rank) for rank in picked]
        paragraphs = tuple(
            (f"p{start // PARAGRAPH + 1}", " ".join(words[start : start + PARAGRAPH]) + ".")
            for start in range(0, len(words), PARAGRAPH)
        )
        subject = [rank for rank in ranks if rank >= len(self._common)] or ranks
        title = " ".join(self._word(rank) for rank in subject[:7])
        day = FIRST_DAY + timedelta(days=self._random.randrange(DAYS))
        publisher = f"publisher-{min(int(self._random.expovariate(0.2)), 40)}"
        mentioned = tuple(
            f"entity-{min(int(self._random.expovariate(0.01)), len(self._entities) - 1)}"
            for _ in range(8)
        )
        return SearchDocument(
            *("article", f"articles/{title.replace(' ', '-')}-{number}.html", title),
            *(day.isoformat(), publisher, publisher.title(), "en", paragraphs, mentioned),
        )

    def _ranks(self, count: int) -> list[int]:
        return self._random.choices(range(VOCABULARY), cum_weights=self._weights, k=count)

    def _word(self, rank: int) -> str:
        if rank < len(self._common):
            return self._common[rank]
        return self._made(rank) + self._random.choice(_ENDINGS)

    def _made(self, rank: int) -> str:
        """Return the word of a rank: the commoner, the shorter."""
        if rank not in self._words:
            word, rest = "", rank + 3
            while rest:
                rest, onset = divmod(rest, len(_ONSETS))
                rest, vowel = divmod(rest, len(_VOWELS))
                rest, coda = divmod(rest, len(_CODAS))
                word += _ONSETS[onset] + _VOWELS[vowel] + _CODAS[coda]
            self._words[rank] = word
        return self._words[rank]
