"""Write alternations of words that are quick to try."""

from __future__ import annotations

from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    r"""Return an alternation of words in either case, the longest first; a space is any space.

    `re` passes over a branch by its first character, but not where case is ignored: there it
    tries all of them at every place. So the branches are sorted by their first letter, and the
    letter is written in both cases.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(word[1:].replace(" ", r"\s+"))
    branches = (
        f"(?-i:[{letter}{letter.upper()}])(?i:{'|'.join(rest)})"
        for letter, rest in by_letter.items()
    )
    return "|".join(branches)


def first_letters(words: Iterable[str]) -> str:
    """Return the letters that words begin with, in both cases."""
    letters = "".join(dict.fromkeys(word[0] for word in words))
    return letters + letters.upper()
