"""Read the attributions that have no verb: "according to X", "X's claim that", "X: …"."""

from __future__ import annotations

from collections.abc import Iterator

from . import behind, contents, lexicon, subjects
from .cues import ACCOUNTS, AMOUNTS, MEASURES, NOUNS, PUT
from .model import Attribution, Span
from .noun_phrases import Items
from .subjects import Subject
from .words import QUOTE

_HEADING = 6
_CITES = frozenset(("citing", "quoting"))
_DASHES = frozenset(("—", "―", "–", "-"))
# The words that an attribution without a verb hangs on; most words are none of them.
_CUES = PUT | NOUNS | ACCOUNTS | _CITES | _DASHES | {"according"}


def according(items: Items, place: int) -> Attribution | None:
    """Read "according to X, Y" and "Y, according to X"."""
    if place + 2 >= len(items) or items[place + 1].low != "to":
        return None
    source = behind.after(items, place + 2)
    if source is None:
        return None
    left = contents.span(items, 0, place) if place > 1 else None
    end = source.last
    right = contents.span(items, end, contents.right_end(items, end)) if not left else None
    return _made(items, (source.first, source.last), (place, place + 2), left or right)


def put_at(items: Items, place: int) -> Attribution | None:
    """Read "X put the number at N", "X put those who fled at N"."""
    subject = subjects.before(items, place)
    if subject is None or not _has_amount(items, place):
        return None
    content = contents.span(items, place + 1, contents.right_end(items, place + 1))
    return _made(items, (subject.first, subject.last), (place, place + 1), content)


def _has_amount(items: Items, place: int) -> bool:
    measured = False
    for later in range(place + 1, len(items) - 1):
        low, following = items[later].low, items[later + 1].low
        measured = measured or low in MEASURES
        amount = following in AMOUNTS or following.lstrip("$€£")[:1].isdigit()
        if low == "at" and (measured or amount):
            return True
    return False


def by_account(items: Items, place: int) -> Attribution | None:
    """Read "by the account of X" and "in X's words"."""
    owner = _owner(items, place)
    following = items[place + 1].low if place + 1 < len(items) else ""
    if owner is None and following == "of" and items[place - 1].low == "the":
        source = behind.after(items, place + 2)
        lead = place - 2
    elif owner is not None:
        source = Subject(*owner)
        lead = owner[0] - 1
    else:
        return None
    if source is None or lead < 0 or items[lead].low not in ("by", "in", "on"):
        return None
    last = max(source.last, place + 1)
    left = contents.span(items, 0, lead) if lead > 1 else None
    right = contents.span(items, last, contents.right_end(items, last))
    return _made(items, (source.first, source.last), (place, place + 1), left or right)


def noun_cue(items: Items, place: int) -> Attribution | None:
    """Read "X's claim that Y", "his promise to Y", "a report by X that Y"."""
    owner = _owner(items, place)
    following = items[place + 1].low if place + 1 < len(items) else ""
    if owner is None or following not in ("that", "to", "of", "about", "for", ":", "on", QUOTE):
        return None
    content = contents.span(items, place + 1, contents.right_end(items, place + 1))
    return _made(items, owner, (place, place + 1), content)


def _owner(items: Items, place: int) -> tuple[int, int] | None:
    for back in range(place - 1, max(-1, place - 4), -1):
        low = items[back].low
        if low in ("his", "her", "their"):
            return (back, back + 1)
        if low == "'s" and back:
            return _possessor(items, back)
        if low in lexicon.PUNCTUATION or low in lexicon.DETERMINERS or low in lexicon.PREPOSITIONS:
            return None
    return None


def _possessor(items: Items, mark: int) -> tuple[int, int] | None:
    subject = subjects.before(items, mark, subjects.close_by(items, mark - 1, 0))
    return None if subject is None else (subject.first, subject.last)


def citing(items: Items, place: int) -> Attribution | None:
    """Read "Y, citing X" and "Y, quoting X"."""
    source = behind.after(items, place + 1)
    if source is None or place < contents.SHORTEST_LEFT:
        return None
    content = contents.span(items, 0, place)
    return _made(items, (source.first, source.last), (place, place + 1), content)


def heading(items: Items) -> Attribution | None:
    """Read "X: Y" at the start of a line, X being a few capitalised words."""
    for place in range(1, min(_HEADING, len(items))):
        if items[place].low == ":":
            break
        if not items[place].capital and items[place].low not in ("of", "the", "for", "and"):
            return None
    else:
        return None
    if (
        not items[0].capital
        or _is_dateline(items, place)
        or place + 2 > len(items)
        or items[0].low in lexicon.TIMES
    ):
        return None
    content = contents.span(items, place, len(items))
    return _made(items, (0, place), (place, place + 1), content)


def _is_dateline(items: Items, mark: int) -> bool:
    return all(item.upper or item.low in lexicon.PUNCTUATION for item in items[:mark])


def signed(items: Items, place: int) -> Attribution | None:
    """Read a quotation with its speaker behind a dash ("…" — X)."""
    if place == 0 or items[place - 1].low != QUOTE or place + 1 >= len(items):
        return None
    if not items[place + 1].capital:
        return None
    quotation = (items[place - 1].start, items[place - 1].end)
    return _made(items, (place + 1, len(items)), (place, place + 1), quotation)


def _made(
    items: Items, source: tuple[int, int], cue: tuple[int, int], content: Span | None
) -> Attribution | None:
    named = contents.span(items, *source)
    if named is None or content is None:
        return None
    at = (items[cue[0]].start, items[cue[1] - 1].end)
    quoted = any(item.low == QUOTE and content[0] <= item.start < content[1] for item in items)
    return Attribution(named, at, (content,), quoted=quoted)


def phrases(items: Items) -> Iterator[Attribution | None]:
    """Return every attribution of this sentence that has no cue verb."""
    yield heading(items)
    for place, item in enumerate(items):
        low = item.low
        if low not in _CUES:
            continue
        if low == "according":
            yield according(items, place)
        elif low in PUT:
            yield put_at(items, place)
        elif low in NOUNS or low in ACCOUNTS:
            yield (low in ACCOUNTS and by_account(items, place)) or noun_cue(items, place)
        elif low in _CITES:
            yield citing(items, place)
        else:
            yield signed(items, place)
