"""Find words and names in a text whatever their spelling: folded, with what is joined to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..fold import forms, tokens

# A name of this many letters is also known where it is written as one word, within others.
_RUN_TOGETHER = 8
# Arabic writes these words joined to the next: and, so, by, to, as; with the article after them.
_JOINED = "وفبلك"
_ARTICLES = ("ال", "لل")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases that are looked for: each a run of folded words.

    A phrase is met in any case, with or without diacritics, with its words parted by anything, its
    last word with an English genitive, its first with the short words that Arabic joins to it. A
    name of several words is met as one, too: in an address, a hashtag, the name of an account.
    """

    phrases: tuple[tuple[str, ...], ...]
    _starts: dict[str, tuple[tuple[str, ...], ...]] = field(init=False, repr=False, compare=False)
    _together: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Arrange the phrases by the forms that their first word may have."""
        starts: dict[str, list[tuple[str, ...]]] = {}
        for phrase in self.phrases:
            for form in _first_forms(phrase):
                starts.setdefault(form, []).append(phrase)
        found = {form: tuple(sorted(held, key=len, reverse=True)) for form, held in starts.items()}
        object.__setattr__(self, "_starts", found)
        joined = {"".join(phrase) for phrase in self.phrases if len(phrase) > 1}
        long = (each for each in joined if len(each) >= _RUN_TOGETHER)
        object.__setattr__(self, "_together", tuple(sorted(long)))

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return (start, end) of every phrase in a text, in order; they do not overlap."""
        if not self.phrases:
            return ()
        words = tokens(text)
        found = self._found([form for form, _, _ in words])
        return tuple((words[first][1], words[last][2]) for first, last in found)

    def met(self, text: str) -> tuple[tuple[str, ...], ...]:
        """Return the words of every phrase that a text has, in order."""
        if not self.phrases:
            return ()
        words = forms(text)
        return tuple(tuple(words[first : last + 1]) for first, last in self._found(words))

    def _found(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Yield the first and last word of every phrase, the longest where several begin."""
        at = 0
        while at < len(words):
            size = next(
                (
                    len(phrase)
                    for phrase in self._starts.get(words[at], ())
                    if _goes_on(phrase, words[at : at + len(phrase)])
                ),
                int(self._holds(words[at])),
            )
            if size:
                yield at, at + size - 1
            at += size or 1

    def _holds(self, word: str) -> bool:
        """Tell whether a long word has a name in it, run together."""
        return len(word) >= _RUN_TOGETHER and any(each in word for each in self._together)


def phrases(texts: Iterable[str]) -> Phrases:
    """Return the phrases of texts; those without a word are left out."""
    return Phrases(tuple(sorted({tuple(forms(text)) for text in texts} - {()})))


def _first_forms(phrase: tuple[str, ...]) -> Iterator[str]:
    first = phrase[0]
    yield first
    if len(phrase) == 1:
        yield f"{first}s"
    if "\u0600" <= first[0] <= "\u06ff":
        yield from (f"{letter}{first}" for letter in _JOINED)
        if first.startswith(_ARTICLES[0]):
            yield f"{_ARTICLES[1]}{first.removeprefix(_ARTICLES[0])}"


def _goes_on(phrase: tuple[str, ...], words: Sequence[str]) -> bool:
    """Tell whether words are a phrase, its first word aside."""
    if len(words) < len(phrase):
        return False
    if len(phrase) == 1:
        return True
    return tuple(words[1:-1]) == phrase[1:-1] and words[-1] in (phrase[-1], f"{phrase[-1]}s")
