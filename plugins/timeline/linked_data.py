"""Describe the events of a page as schema.org Events: https://schema.org/Event."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from ..corpus.addresses import relative
from ..corpus.edtf import bounds
from ..corpus.jsonld import entity_node, json_ld_list
from ..corpus.lines import plain_text
from .days import Day, Entry

Node = dict[str, object]


def events_json_ld(days: Sequence[Day], page: str) -> Markup:
    """Return the events as a list, safe within a script element; empty for none.

    Addresses are relative to the page. A date that may be several days has the first and the last.
    """
    return json_ld_list([_event(each, page) for day in days for each in day.entries])


def _event(entry: Entry, page: str) -> Node:
    event = entry.event
    first, last = bounds(event.edtf) if event.edtf else (None, None)
    return {
        "@type": "Event",
        "@id": f"#{event.slug}",
        "name": event.title,
        "description": plain_text(event.description),
        "startDate": first.isoformat() if first else "",
        "endDate": last.isoformat() if last else "",
        "location": [entity_node(each, page) for each in entry.places],
        "actor": [entity_node(each, page) for each in entry.actors],
        "subjectOf": [
            {"@type": "NewsArticle", "url": relative(path, page)} for path in _evidence(entry)
        ],
    }


def _evidence(entry: Entry) -> list[str]:
    return list(dict.fromkeys(each.report.path for each in entry.reports))
