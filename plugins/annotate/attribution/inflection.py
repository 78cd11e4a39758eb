"""Inflect an English verb: base, -s, past, participle, -ing."""

from __future__ import annotations

_IRREGULAR = {
    "say": "say says said saying",
    "tell": "tell tells told telling",
    "write": "write writes wrote written writing",
    "think": "think thinks thought thinking",
    "swear": "swear swears swore sworn swearing",
    "read": "read reads reading",
    "show": "show shows showed shown showing",
    "find": "find finds found finding",
    "see": "see sees saw seen seeing",
    "know": "know knows knew known knowing",
    "understand": "understand understands understood understanding",
    "cast": "cast casts casting",
    "feel": "feel feels felt feeling",
    "hear": "hear hears heard hearing",
    "speak": "speak speaks spoke spoken speaking",
    "lay": "lay lays laid laying",
    "seek": "seek seeks sought seeking",
    "forget": "forget forgets forgot forgotten forgetting",
    "beg": "beg begs begged begging",
    "plan": "plan plans planned planning",
    "admit": "admit admits admitted admitting",
    "refer": "refer refers referred referring",
    "prefer": "prefer prefers preferred preferring",
    "slam": "slam slams slammed slamming",
    "quip": "quip quips quipped quipping",
    "label": "label labels labeled labelled labeling labelling",
}


def forms(lemma: str) -> tuple[str, ...]:
    """Return the verb's forms, the base first."""
    if lemma in _IRREGULAR:
        return tuple(_IRREGULAR[lemma].split())
    if lemma.endswith("e"):
        return (lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing")
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return (lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        return (lemma, lemma + "es", lemma + "ed", lemma + "ing")
    return (lemma, lemma + "s", lemma + "ed", lemma + "ing")
