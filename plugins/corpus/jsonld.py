"""Write JSON-LD that can stand in a page's script element."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from .addresses import relative
from .lines import EntityLine

SCHEMA_TYPES = {
    "person": "Person",
    "group": "Organization",
    "place": "Place",
    "organisation": "Organization",
    "work": "CreativeWork",
}


def json_ld(thing: Mapping[str, Any]) -> Markup:
    """Return a schema.org thing as JSON that no text in it can break out of.

    Empty values are left out. `<`, `>` and `&` are escaped as the HTML standard advises for
    scripts (https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements).
    """
    return _written(_in_context(thing))


def json_ld_list(things: Sequence[Mapping[str, Any]]) -> Markup:
    """Return schema.org things of equal rank; empty for none.

    They stand in a list and not in a graph, which some readers of pages do not look into.
    """
    return _written([_in_context(each) for each in things]) if things else Markup()


def _in_context(thing: Mapping[str, Any]) -> dict[str, Any]:
    return {"@context": "https://schema.org", **thing}


def _written(value: object) -> Markup:
    text = json.dumps(_filled(value), ensure_ascii=False)
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - escaped for a script element just above


def entity_node(entity: EntityLine, page: str) -> dict[str, object]:
    """Return what another thing's description says of an entity; its address is from the page."""
    url = relative(entity.path, page)
    return {"@type": SCHEMA_TYPES[entity.kind], "name": entity.name, "url": url}


def _filled(value: object) -> object:
    """Return the value without its empty parts, at any depth."""
    if isinstance(value, Mapping):
        pairs = ((key, _filled(each)) for key, each in value.items())
        return {key: each for key, each in pairs if each not in ("", None, [], {})}
    if isinstance(value, list | tuple):
        return [_filled(each) for each in value]
    return value


def wikidata_address(identifier: str) -> str:
    """Return the address of a Wikidata item, empty for none."""
    return f"https://www.wikidata.org/entity/{identifier}" if identifier else ""
