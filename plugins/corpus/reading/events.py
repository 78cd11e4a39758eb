"""Read the events that a curator wrote."""

from __future__ import annotations

import re
from pathlib import Path

from ..header import Value
from ..model import Event, Evidence, Where
from ..problems import Problem, problem
from ..references import ARTICLE, Reference
from ..schema import EVENT
from .files import Part, Sheet, doubled, read_sheet, sources

_BY_ANCHOR = re.compile(r"(?P<article>[a-z0-9-]+)#(?P<anchor>[\w-]+)\Z")
_BY_WORDS = re.compile(r"(?P<article>[a-z0-9-]+)\s+[\"“](?P<words>.+)[\"”]\Z")


def read_events(content: Path) -> Part[Event]:
    """Return the events of a content folder by slug, with what is wrong in their files."""
    events: list[Event] = []
    references: list[Reference] = []
    problems: list[Problem] = []
    places: dict[str, list[Where]] = {}
    for source in sources(content, "events", ".md"):
        sheet = read_sheet(source, EVENT)
        places.setdefault(source.slug, []).append(sheet.where)
        problems.extend(sheet.problems)
        event = _event(sheet, problems)
        references.extend(sheet.references)
        references.extend(
            Reference(each.article, each.where, (ARTICLE,)) for each in event.evidence
        )
        events.append(event)
    return Part(tuple(events), tuple(references), (*problems, *doubled(places, "events")))


def _event(sheet: Sheet, problems: list[Problem]) -> Event:
    evidence = [_evidence(value, problems) for value in sheet.values("evidence")]
    return Event(
        slug=sheet.source.slug,
        title=sheet.text("title"),
        edtf=sheet.text("date"),
        kind=sheet.text("kind", "other"),
        places=sheet.texts("places"),
        actors=sheet.texts("actors"),
        evidence=tuple(each for each in evidence if each),
        status=sheet.text("status", "confirmed"),
        description=sheet.header.body.strip(),
        where=sheet.where,
    )


def _evidence(value: Value, problems: list[Problem]) -> Evidence | None:
    if match := _BY_ANCHOR.match(value.text):
        return Evidence(match["article"], match["anchor"], "", value.where)
    if match := _BY_WORDS.match(value.text):
        return Evidence(match["article"], "", match["words"], value.where)
    wrong = f'"{value.text[:60]}" is no evidence.'
    remedy = 'Write article-slug#anchor, or article-slug "words of the paragraph".'
    problems.append(problem(value.where, "EVIDENCE-FORM", wrong, remedy))
    return None
