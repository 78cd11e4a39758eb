"""Look through a finished public edition for what it may not hold.

Every file is read as a reader could read it: pages with their attributes, data, feeds, shards of
the search index unpacked, file names too. No run of more than some words of a restricted article
may stand in one, but for its citation and the quotes that are allowed; and no masked word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from ..corpus.edition import Secret, Secrets
from ..corpus.fold import forms
from .faults import Fault
from .reading import Unreadable, readings

LONGEST = 12  # words
# The quotes of one restricted article may have so many words in all, or such a share of it.
MOST = 100
SHARE = 0.5
_OURS = "theme/"  # the project's own files: nothing of the content is in them
_Gram = tuple[str, ...]
_Found = tuple[int, int]  # which secret, and the place of the word in it


def check_leaks(
    root: Path, secrets: Secrets, longest: int = LONGEST, *, only: Collection[str] | None = None
) -> Iterator[Fault]:
    """Yield what leaks, by path, of all files below a folder or of those named alone.

    LEAK-TEXT names the article, LEAK-MASKED a masked word, LEAK-UNREAD a file that cannot be
    looked into, LEAK-QUOTES an article of which the quotes together show too much.
    """
    known = _Known(secrets, longest)
    if not known.secrets and not secrets.masked.phrases:
        return
    yield from _quoted_too_much(secrets)
    for path in sorted(each for each in root.rglob("*") if each.is_file()):
        name = path.relative_to(root).as_posix()
        if not name.startswith(_OURS) and (only is None or name in only):
            yield from _leaks_of(path, name, known)


def _leaks_of(path: Path, name: str, known: _Known) -> Iterator[Fault]:
    try:
        texts = [name, *readings(path.read_bytes(), name)]
    except Unreadable as error:
        yield Fault(name, "LEAK-UNREAD", str(error))
        return
    for fault in dict.fromkeys(each for text in texts for each in known.leaks(text)):
        yield Fault(name, *fault)


def _quoted_too_much(secrets: Secrets) -> Iterator[Fault]:
    """Yield a fault for each restricted article of which short quotes show most."""
    for secret in secrets.restricted:
        words = len(_words(secret.texts))
        quoted = sum(len(forms(each)) for each in dict.fromkeys(secret.quotes))
        if quoted > max(MOST, words * SHARE):
            wrong = f"quotes show {quoted} of the {words} words of a restricted article."
            yield Fault(f"articles/{secret.article}.html", "LEAK-QUOTES", wrong)


class _Known:
    """Know what may not leave, and find it in a text.

    Of each secret every n-th run of n words is kept, n so small that a run of `longest` + 1 words
    holds a whole one wherever it begins.
    """

    def __init__(self, secrets: Secrets, longest: int) -> None:
        self._longest = longest
        self._size = (longest + 2) // 2
        self._masked = secrets.masked
        self.secrets = secrets.restricted
        self._words = [_words(each.texts) for each in secrets.restricted]
        self._public = secrets.public
        self._public_lines: list[str] = []
        self._grams: dict[_Gram, list[_Found]] = {}
        for number, words in enumerate(self._words):
            for at in range(0, len(words) - self._size + 1, self._size):
                gram = tuple(words[at : at + self._size])
                self._grams.setdefault(gram, []).append((number, at))

    def leaks(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the code and the words of every leak in a text."""
        for masked in self._masked.met(text):
            yield "LEAK-MASKED", f'it holds the masked word "{" ".join(masked)}".'
        words = forms(text)
        if self._grams.keys().isdisjoint(self._runs(words)):
            return
        for secret, run in self._leaked(words):
            shown = " ".join(run[: self._longest])
            wrong = f'{len(run)} words of the restricted article "{secret.article}": "{shown} …".'
            yield "LEAK-TEXT", wrong

    def _runs(self, words: Sequence[str]) -> Iterator[_Gram]:
        return zip(*(words[at:] for at in range(self._size)), strict=False)

    def _leaked(self, words: Sequence[str]) -> Iterator[tuple[Secret, list[str]]]:
        """Yield each longest run of words that stands in a secret and is not allowed."""
        ended = -1
        for at, gram in enumerate(self._runs(words)):
            for number, place in self._grams.get(gram, ()):
                first, last = self._whole(words, at, self._words[number], place)
                run = list(words[first:last])
                if last > ended and len(run) > self._longest:
                    ended = last
                    if not self._is_allowed(run, self.secrets[number]):
                        yield self.secrets[number], run

    def _whole(
        self, words: Sequence[str], at: int, secret: Sequence[str], place: int
    ) -> tuple[int, int]:
        """Return how far the words around a common run are common too."""
        before, after = 0, self._size
        while before < min(at, place) and words[at - before - 1] == secret[place - before - 1]:
            before += 1
        room = min(len(words) - at, len(secret) - place)
        while after < room and words[at + after] == secret[place + after]:
            after += 1
        return at - before, at + after

    def _is_allowed(self, run: Sequence[str], secret: Secret) -> bool:
        """Tell whether every stretch of a run that is too long stands in what may be shown."""
        if not self._public_lines:  # few builds come here, and it costs a reading of all articles
            self._public_lines = [_line(forms(each)) for each in self._public]
        allowed = [*(_line(forms(each)) for each in secret.allowed), *self._public_lines]
        size = self._longest + 1
        stretches = (_line(run[at : at + size]) for at in range(len(run) - size + 1))
        return all(any(stretch in each for each in allowed) for stretch in stretches)


def _words(texts: Sequence[str]) -> list[str]:
    return [word for text in texts for word in forms(text)]


def _line(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "
