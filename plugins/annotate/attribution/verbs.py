"""Read the attribution around one cue verb, by the verb's frame."""

from __future__ import annotations

from . import behind, contents, lexicon, subjects
from .cue_verbs import Cue
from .cues import DOCUMENTS, Frame
from .model import Attribution, Span
from .noun_phrases import Items, looks_past
from .subjects import Subject
from .words import QUOTE

Found = tuple[Attribution, Subject]
_BEFORE_PARTICIPLE = frozenset((",", "and", "by", "in", "after", "before", "while"))


def attribution_at(items: Items, cue: Cue, floor: int, speaker: Subject | None) -> Found | None:
    """Return the attribution of this cue with its subject.

    `floor` is where its clause may begin; `speaker` is the subject of the cue before it in the
    sentence, which a participle or a second verb ("…, saying", "… and added") goes on with.
    """
    low = items[cue.place].low
    previous = items[cue.place - 1].low if cue.place else ""
    if previous in (",", QUOTE) and cue.place > floor and _may_invert(items, cue, floor):
        inverted = _inverted(items, cue, floor)
        if inverted is not None:
            return inverted
    if low.endswith("ing") and (previous in _BEFORE_PARTICIPLE or previous in DOCUMENTS):
        return _right(items, cue, speaker or subjects.main_subject(items, cue.place, floor))
    if previous in ("and", "but", "or", "to"):
        return _right(items, cue, speaker or subjects.main_subject(items, cue.place - 1, floor))
    subject = subjects.named_lead(items, cue.place, floor)
    subject = subject or subjects.before(items, cue.place, floor)
    if subject is None or _is_reduced(items, cue, subject):
        return None
    if subject.passive and not low.endswith("ing"):
        return _passive(items, cue, subject)
    return _active(items, cue, subject, floor)


def _is_reduced(items: Items, cue: Cue, subject: Subject) -> bool:
    """Tell a participle behind its noun ("laws proposed in", "a party backing") from a verb."""
    if subject.last != cue.place:
        return False
    if items[cue.place].low.endswith("ing"):
        return cue.lemma != "say"
    if cue.frame in (Frame.SAY, Frame.TELL):
        return False
    following = items[cue.behind].low if cue.behind < len(items) else "."
    if cue.lemma == "call" and following in ("for", "on"):
        return False
    bare = cue.behind == cue.place + 1 and following != "to"
    return bare and following in lexicon.PREPOSITIONS


def _may_invert(items: Items, cue: Cue, floor: int) -> bool:
    """Tell whether "Y, said X" can be read here; "X, 59, a Y, said Z" can't."""
    speaks = cue.frame is Frame.SAY or cue.lemma in ("ask", "warn")
    if not speaks or items[cue.place].low.endswith("ing"):
        return False
    return items[cue.place - 1].low == QUOTE or subjects.named_lead(items, cue.place, floor) is None


def _inverted(items: Items, cue: Cue, floor: int) -> Found | None:
    """Read "Y, said X"."""
    subject = behind.after(items, cue.place + 1)
    if subject is None or _goes_on(items, subject):
        return None
    start = contents.left_start(items, floor, cue.place - (items[cue.place - 1].low == ","))
    if start is None:
        return None
    left = contents.span(items, start, cue.place)
    rest = _quoted_rest(items, subject.last)
    return _make(items, subject, (cue.place, cue.place + 1), (left, rest))


def _goes_on(items: Items, subject: Subject) -> bool:
    """Tell whether the phrase is no source but begins the content ("said 40 died")."""
    if items[subject.first].low[0].isdigit() or looks_past(items[subject.last - 1]):
        return True
    if subject.last >= len(items):
        return False
    low = items[subject.last].low
    return low in lexicon.AUXILIARIES or low in ("that", "to", "as")


def _quoted_rest(items: Items, place: int) -> Span | None:
    """Return a quotation further on in the sentence ('"A," X said, "B."')."""
    for later in range(place, len(items)):
        if items[later].low == QUOTE:
            return (items[later].start, items[later].end)
    return None


def _active(items: Items, cue: Cue, subject: Subject, floor: int) -> Found | None:
    at = (cue.place, cue.behind)
    if cue.frame is Frame.TAKE:
        return _right(items, cue, subject)
    close = subject.first - 1
    bounded = close >= floor and items[close].low in (",", QUOTE, "—", "–", "?")
    if bounded and items[close].low == QUOTE:
        left = contents.span(items, floor, subject.first)
        return _make(items, subject, at, (left, _quoted_rest(items, cue.behind)))
    place = contents.over_hearer(items, cue.behind) if cue.frame is Frame.TELL else cue.behind
    place = contents.over_adverbials(items, place)
    ends = place >= len(items) or items[place].low in (",", ".", ";", "?", "—", ")")
    start = contents.left_start(items, floor, close) if bounded else None
    if ends and start is not None:
        left = contents.span(items, start, subject.first)
        return _make(items, subject, at, (left, _rest(items, place)))
    return _right(items, cue, subject)


def _rest(items: Items, place: int) -> Span | None:
    """Return what goes on behind "…, officials said, …"."""
    if place >= len(items) or items[place].low != ",":
        return None
    following = items[place + 1].low if place + 1 < len(items) else ""
    if following in ("with", "while", "but", "although", "as", "who", "which", "citing"):
        return None
    if following.endswith("ing"):
        return None
    return contents.span(items, place, contents.right_end(items, place + 1))


def _right(items: Items, cue: Cue, subject: Subject | None) -> Found | None:
    if subject is None:
        return None
    first = _behind(items, cue)
    if cue.frame is Frame.TAKE:
        end = contents.object_end(items, first, cue.lemma)
    else:
        end = contents.right_end(items, first)
    right = contents.span(items, first, end)
    return _make(items, subject, (cue.place, cue.behind), (right,))


def _behind(items: Items, cue: Cue) -> int:
    """Return where the content begins: behind the hearer, and behind "on Monday" before a that."""
    place = contents.over_hearer(items, cue.behind) if cue.frame is Frame.TELL else cue.behind
    if place + 1 >= len(items):
        return cue.behind
    later = contents.over_adverbials(items, place)
    if later < len(items) and items[later].low in ("that", QUOTE, ":"):
        return later
    return place


def _passive(items: Items, cue: Cue, subject: Subject) -> Found | None:
    """Read "Y was claimed by X"."""
    if cue.behind >= len(items) or items[cue.behind].low != "by":
        return None
    source = behind.after(items, cue.behind + 1)
    if source is None:
        return None
    left = contents.span(items, subject.first, subject.last)
    right = contents.span(items, source.last, contents.right_end(items, source.last))
    return _make(items, source, (cue.place, cue.behind), (left, right))


def _make(
    items: Items, subject: Subject, cue: tuple[int, int], content: tuple[Span | None, ...]
) -> Found | None:
    spans = tuple(sorted(each for each in content if each is not None))
    source = contents.span(items, subject.first, subject.last)
    if not spans or source is None:
        return None
    quoted = any(_holds_quotation(items, each) for each in spans)
    at = (items[cue[0]].start, items[cue[1] - 1].end)
    return Attribution(source, at, spans, quoted=quoted), subject


def _holds_quotation(items: Items, each: Span) -> bool:
    return any(
        item.low == QUOTE and each[0] <= item.start and item.end <= each[1] for item in items
    )
