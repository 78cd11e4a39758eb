"""Read the words that name a speaker: their head, their entity, and whom a pronoun means."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...corpus.model import Mention

Span = tuple[int, int]

_APPOSITION = re.compile(r"\s*(?:,|\s[–—-]\s|—|\(|\bwho\b|\bwhich\b)")
_NAME_BEHIND = re.compile(r",(?:\s(?:[A-Z][\w'’-]*|(?:al|el|a|e)-\w+|bin|de|van|von))+")
_POSTMODIFIER = re.compile(
    r"\s(?:of|for|from|in|at|on|with|within|among|near|based|working|currently|inside|affiliated|close|loyal)\s"
)
_TRAILING = re.compile(r"\s*(?:news\s+agency|agency|newspaper|website|news\s+site|channel|TV)$")
ADJECTIVE_ENDS = ("ian", "ean", "ish", "ese", "ern", "iraqi", "israeli", "saudi", "kurdish")
_ARTICLE = re.compile(r"^(?:the|that|this|their|its)\s+", re.IGNORECASE)

PERSON, MANY, BODY = "person", "many", "body"
_PRONOUNS = {"he": PERSON, "she": PERSON, "they": MANY, "it": BODY, "his": PERSON, "her": PERSON}
_DEFINITE = {
    "group": BODY,
    "monitor": BODY,
    "monitoring group": BODY,
    "watchdog": BODY,
    "observatory": BODY,
    "organisation": BODY,
    "organization": BODY,
    "agency": BODY,
    "news agency": BODY,
    "ministry": BODY,
    "charity": BODY,
    "network": BODY,
    "office": BODY,
    "newspaper": BODY,
    "paper": BODY,
    "source": PERSON,
    "spokesman": PERSON,
    "spokeswoman": PERSON,
    "spokesperson": PERSON,
    "official": PERSON,
    "minister": PERSON,
    "director": PERSON,
    "commander": PERSON,
    "doctor": PERSON,
    "activist": PERSON,
    "resident": PERSON,
    "witness": PERSON,
    "officials": MANY,
    "sources": MANY,
    "activists": MANY,
    "residents": MANY,
}
_PERSON_WORDS = re.compile(
    r"\b(?:spokes(?:man|woman|person)|director|resident|activist|official|minister|commander|"
    r"president|doctor|source|witness|leader|head|chief|analyst|expert|envoy|secretary|general|"
    r"journalist|teacher|nurse|medic|rescuer|responder|member|man|woman|fighter|captain|colonel|"
    r"Mr|Mrs|Ms|Dr|Gen|Col|Capt|Lt|Sen|Gov|Rep|Prof)\b",
    re.IGNORECASE,
)
_BODY_WORDS = re.compile(
    r"\b(?:group|observatory|ministry|agency|media|army|military|government|council|network|"
    r"organi[sz]ation|committee|union|nations|party|office|department|monitor|helmets|defen[cs]e|"
    r"news|television|authority|regime|force|forces|coalition|charity|center|centre|institute|"
    r"university|court|company|watch|foundation|statement|report|poll|study|survey|campaign|bank|inc|corp|co|ltd|plc|u\.?n\.?)\b",
    re.IGNORECASE,
)


def head(text: str, source: Span) -> Span:
    """Return the source without what explains it ("X, a spokesman for Y": "X").

    A name behind its description stays: "the mayor, Lena Brandt".
    """
    words = text[slice(*source)]
    match = _APPOSITION.search(words, 1)
    if match is None or match.start() == 0:
        return source
    name = _NAME_BEHIND.match(words, match.start())
    described = words[: match.start()].rsplit(maxsplit=1)[-1].islower()
    return source[0], source[0] + (name.end() if name and described else match.start())


def wanted(words: str) -> str | None:
    """Return what a pronoun or a definite noun stands for (person, many, body), or None."""
    low = words.lower().strip()
    if low in _PRONOUNS:
        return _PRONOUNS[low]
    if not _ARTICLE.match(low):
        return None
    return _DEFINITE.get(_ARTICLE.sub("", low))


def fits(words: str, kind: str) -> bool:
    """Tell whether this speaker can be meant by a pronoun or noun of this kind."""
    first = re.split(r",|\s-\s|—", words, maxsplit=1)[0]
    main = _POSTMODIFIER.split(first, maxsplit=1)[0]
    if kind == MANY:
        last = main.rsplit(maxsplit=1)[-1].lower() if main.split() else ""
        return last.endswith("s") or " and " in first or last in ("people", "police", "media")
    person = _is_person(main)
    return person if kind == PERSON else not person


def _is_person(main: str) -> bool:
    if _PERSON_WORDS.search(main):
        return True
    if _BODY_WORDS.search(main) or main.lower().startswith(("the ", "a ", "some ", "state ")):
        return False
    words = main.split()
    names = [word for word in words if word[:1].isupper()]
    return bool(names) and not "".join(names).isupper() and names[-1] == words[-1]


def entity(text: str, source: Span, mentions: Sequence[Mention]) -> str:
    """Return the slug of the entity that the source's head names, or "".

    The head is the last word before a postmodifier or an apposition, a mention counting as one
    word: "rebel spokesman Omar Haddad of the Northern Front" is Omar Haddad. A generic head is
    passed over ("the Noor news agency"). Where no mention holds the head, a name in apposition
    directly behind it does: so a person counts before the organisation whose director he is, and
    "sources in X" names nobody.
    """
    inside = [each for each in mentions if source[0] <= each.start < source[1]]
    if not inside:
        return ""
    end = _head_end(text, source, inside)
    at_head = [each for each in inside if each.start < end <= each.end]
    if at_head:
        return max(at_head, key=lambda each: each.start).entity
    generic = _TRAILING.search(text[source[0] : end])
    if generic is not None:
        place = source[0] + generic.start()
        named = [each for each in inside if each.end == place and not _is_adjective(each.surface)]
        if named:
            return named[-1].entity
    return _apposed(text, end, source, inside)


def _head_end(text: str, source: Span, inside: Sequence[Mention]) -> int:
    masked = list(text[slice(*source)])
    for mention in inside:
        for place in range(mention.start, min(mention.end, source[1])):
            masked[place - source[0]] = "x"
    words = "".join(masked)
    ends = [
        match.start() for match in (_POSTMODIFIER.search(words), _APPOSITION.search(words)) if match
    ]
    return source[0] + min([len(words), *ends])


def _is_adjective(surface: str) -> bool:
    return surface.lower().endswith(ADJECTIVE_ENDS)


def _apposed(text: str, end: int, source: Span, inside: Sequence[Mention]) -> str:
    comma = text.find(", ", end, source[1])
    if comma < 0:
        return ""
    named = [each for each in inside if each.start == comma + 2 and not _is_adjective(each.surface)]
    return named[0].entity if named else ""
