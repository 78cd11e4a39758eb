"""Check a header against the closed list of keys of its format.

The lists are docs/formats.md as data; a test compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from . import edtf
from .header import Field, Header, Value
from .model import KINDS, Where
from .problems import Problem, did_you_mean, problem

SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\Z")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*\Z")
_URL = re.compile(r"https?://[^\s<>\"]+\Z")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")


@dataclass(frozen=True, slots=True)
class Key:
    """What a key takes: `form` names a rule of FORMS, or lists the words allowed.

    `leads_to` are the kinds of what its values, slugs, may name.
    """

    form: str | tuple[str, ...] = "text"
    many: bool = False
    required: bool = False
    leads_to: tuple[str, ...] = ()


ARTICLE: Mapping[str, Key] = {
    "title": Key(required=True),
    "date": Key("edtf", required=True),
    "publisher": Key("slug", required=True, leads_to=("organisation",)),
    "headline": Key(),
    "byline": Key(),
    "url": Key("url"),
    "archived": Key("url"),
    "captured": Key("edtf"),
    "language": Key("language"),
    "dateline": Key("slug", leads_to=("place",)),
    "rights": Key(("public", "restricted")),
    "original": Key(),
    "status": Key(("published", "draft")),
    "same-origin": Key("slug", many=True, leads_to=("article",)),
    "unlink": Key(many=True),
    "corrections": Key("correction", many=True),
}
ENTITY: Mapping[str, Key] = {
    "name": Key(required=True),
    "aliases": Key(many=True),
    "wikidata": Key("wikidata"),
    "coordinates": Key(),
    "within": Key("slug"),
    "not": Key(many=True),
    "roles": Key(many=True),
    "same-as": Key("slug"),
    "homepage": Key("url"),
}
EVENT_KINDS = (
    "territory",
    "attack",
    "displacement",
    "negotiation",
    "statement",
    "aid",
    "casualties",
    "other",
)
EVENT: Mapping[str, Key] = {
    "title": Key(required=True),
    "date": Key("edtf", required=True),
    "kind": Key(EVENT_KINDS),
    "places": Key("slug", many=True, leads_to=("place",)),
    "actors": Key("slug", many=True, leads_to=KINDS),
    "evidence": Key(many=True, required=True),
    "status": Key(("confirmed", "found")),
}


def is_correction(text: str) -> bool:
    """Tell whether a text is an EDTF date, a semicolon, and words that say what changed."""
    date, _, words = (part.strip() for part in text.partition(";"))
    return bool(words) and edtf.is_valid(date)


# What each form asks for: its test, the code of its error, its name, and what to do.
FORMS: Mapping[str, tuple[Callable[[str], bool], str, str, str]] = {
    "text": (bool, "VALUE-EMPTY", "text", "Write a value, or take the key away."),
    "edtf": (
        edtf.is_valid,
        "DATE-EDTF",
        "EDTF date",
        'Write it as EDTF: 2016-11-28, 2016-11, 2016-11-28?, 2016-11-26/2016-11-28 or "..".',
    ),
    "slug": (
        lambda text: bool(SLUG.match(text)),
        "VALUE-SLUG",
        "slug",
        "Write a slug: a-z, 0-9 and -, at most 80 characters.",
    ),
    "url": (
        lambda text: bool(_URL.match(text)),
        "VALUE-URL",
        "web address",
        "Write an address that begins with http:// or https://.",
    ),
    "language": (
        lambda text: bool(LANGUAGE.match(text)),
        "VALUE-LANGUAGE",
        "language tag",
        "Write a BCP 47 tag such as en, ar or ar-SY.",
    ),
    "correction": (
        is_correction,
        "VALUE-CORRECTION",
        "correction",
        "Write when it was changed and what: 2016-12-03; The third paragraph said 300, not 30.",
    ),
    "wikidata": (
        lambda text: bool(_WIKIDATA.match(text)),
        "VALUE-WIKIDATA",
        "Wikidata id",
        "Write the item's id: Q and digits.",
    ),
}


def check_header(header: Header, keys: Mapping[str, Key], path: str) -> tuple[Problem, ...]:
    """Return what is wrong with a header: unknown, doubled or missing keys, values of no form."""
    problems: list[Problem] = []
    seen: set[str] = set()
    for field in header.fields:
        if field.key in seen:
            problems.append(
                problem(
                    field.where,
                    "KEY-TWICE",
                    f'the key "{field.key}" stands twice.',
                    "Keep one of them.",
                )
            )
        seen.add(field.key)
        problems.extend(_check_field(field, keys))
    problems.extend(
        problem(
            Where(path),
            "KEY-MISSING",
            f'the key "{name}" is missing.',
            f'Add a line "{name}: …" to the header.',
        )
        for name, key in keys.items()
        if key.required and name not in seen
    )
    return tuple(problems)


def _check_field(field: Field, keys: Mapping[str, Key]) -> list[Problem]:
    if field.key.startswith("x-"):
        return []
    key = keys.get(field.key)
    if key is None:
        remedy = did_you_mean(field.key, keys) or 'Begin a key of your own with "x-".'
        return [problem(field.where, "KEY-UNKNOWN", f'unknown key "{field.key}".', remedy)]
    if not field.values:
        wrong = f'the key "{field.key}" has no value.'
        return [problem(field.where, "VALUE-EMPTY", wrong, FORMS["text"][3])]
    if len(field.values) > 1 and not key.many:
        wrong = f'the key "{field.key}" takes one value.'
        remedy = "Keep one; a long value stands on one line."
        return [problem(field.values[1].where, "VALUE-ONE", wrong, remedy)]
    return [each for value in field.values for each in check_value(field.key, value, key.form)]


def check_value(name: str, value: Value, form: str | tuple[str, ...]) -> list[Problem]:
    """Return the problem of a value that has not the form that its key asks for, if it has one."""
    if isinstance(form, tuple):
        if value.text in form:
            return []
        remedy = did_you_mean(value.text, form) or f"Write one of: {', '.join(form)}."
        wrong = f'"{value.text}" is none of the words that "{name}" takes.'
        return [problem(value.where, "VALUE-WORD", wrong, remedy)]
    fits, code, noun, remedy = FORMS[form]
    if fits(value.text):
        return []
    return [problem(value.where, code, f'{name}: "{value.text}" is no {noun}.', remedy)]
