"""Write the list of suggestions for a curator to tick, and read it back.

    - [ ] alias: al-Halek → hellok
        - sounds like "Hellok" (0.95)

`[x]` is accepted, `[-]` is refused and not suggested again, anything else waits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...corpus.problems import Problem
from .proposal import ALIAS, FIGURE, MERGE, NEW, REMOVE, Change, Suggestion

FILE = "suggestions.md"
_HEADINGS = {
    ALIAS: "Likely aliases of known entities",
    NEW: "Names that no entity has",
    MERGE: "Entities that may be one",
    REMOVE: "Aliases that no article uses",
    FIGURE: "Figures that may belong to a claim",
}
_NOTES = {
    ALIAS: "The text before the arrow becomes an alias of the entity after it.",
    NEW: "After the arrow stands the kind: person, group, place, organisation or work.",
    MERGE: "The entity before the arrow is the same as the one after it: `same-as:`.",
    REMOVE: "The alias before the arrow is taken from the entity after it.",
    FIGURE: "The figure in the quote becomes a statement of the claim after the arrow.",
}
_INTRODUCTION = """\
# Suggestions

`make suggest` wrote this list; nothing in it reaches the site. Tick what is right (`[x]`), correct
it if need be, and type `make accept`: the files of the names and claims are changed, and the list
is written anew. Put `[-]` before what is wrong, and it is not suggested again. Leave the rest.
"""
REFUSED = "Refused"
REMARKS = "What readers remarked"
_TICK = re.compile(r"- \[(?P<tick>.)\] (?P<rest>.*)")
_CHANGE = re.compile(r"(?P<action>[a-z]+): (?P<text>.+?) (?:\u2192|->) (?P<target>[a-z0-9-]+)\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list that a curator has marked: the change, the mark, the line's number."""

    change: Change
    tick: str
    number: int


def written(
    suggestions: Iterable[Suggestion], before: Iterable[Line] = (), notes: Iterable[str] = ()
) -> str:
    """Return the text of the list. What was ticked stays so, what was refused stays refused.

    `notes` are what readers remarked; they ask for no change that could be ticked.
    """
    ticks = {line.change: line.tick for line in before}
    refused = [line.change for line in before if line.tick == "-"]
    open_ones = [each for each in suggestions if ticks.get(each.change) != "-"]
    parts = [_INTRODUCTION]
    for action, heading in _HEADINGS.items():
        own = [each for each in open_ones if each.change.action == action]
        if own:
            lines = "\n".join(_shown(each, ticks.get(each.change, " ")) for each in own)
            parts.append(f"## {heading}\n\n{_NOTES[action]}\n\n{lines}\n")
    if remarks := "\n".join(f"- {each}" for each in notes):
        parts.append(f"## {REMARKS}\n\n{remarks}\n")
    if refused:
        lines = "\n".join(f"- [-] {_phrase(change)}" for change in dict.fromkeys(refused))
        parts.append(f"## {REFUSED}\n\n{lines}\n")
    return "\n".join(parts)


def _shown(each: Suggestion, tick: str) -> str:
    """Return a suggestion with its reasons below it."""
    reasons = (f"    - {reason}" for reason in each.reasons)
    return "\n".join((f"- [{tick}] {_phrase(each.change)}", *reasons))


def _phrase(change: Change) -> str:
    """Return a change as a line of the list has it."""
    return f"{change.action}: {change.text} \u2192 {change.target}"


def read(text: str) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """Return the marked lines of a list, and those that say no change."""
    lines: list[Line] = []
    problems: list[Problem] = []
    for number, tick, rest in _ticked(text):
        found = _CHANGE.fullmatch(rest)
        if found and found["action"] in _HEADINGS:
            change = Change(found["action"], found["text"], found["target"])
            lines.append(Line(change, tick, number))
        else:
            wrong = f'"{rest}" is no suggestion.'
            remedy = (
                "Write it as action: text \u2192 target; the actions are "
                f"{', '.join(sorted(_HEADINGS))}."
            )
            problems.append(Problem(FILE, number, "SUGGEST-LINE", wrong, remedy))
    return tuple(lines), tuple(problems)


def _ticked(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield number, mark and the rest of each line that a curator has marked."""
    for number, line in enumerate(text.splitlines(), 1):
        found = _TICK.fullmatch(line.rstrip())
        if found and found["tick"] in "xX-":
            yield number, found["tick"].lower(), found["rest"]
