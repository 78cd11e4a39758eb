"""Say what a suggestion is: one change to the content, and why."""

from __future__ import annotations

from dataclasses import dataclass

NEW, ALIAS, MERGE, REMOVE, FIGURE = "new", "alias", "merge", "remove", "figure"


@dataclass(frozen=True, slots=True)
class Change:
    """One change to the files of the registry or of the claims.

    `new`: `text` is the name of an entity of the kind `target`. `alias`: `text`, with its options,
    becomes an alias of the entity `target`. `merge`: the entity `text` is the same as `target`.
    `remove`: the alias `text` of `target` goes. `figure`: `text` is `article#anchor "quote"`, and
    the figure in the quote becomes a statement of the claim `target`.
    """

    action: str
    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A change and the reasons for it, one a line."""

    change: Change
    reasons: tuple[str, ...] = ()
