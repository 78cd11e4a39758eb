"""Describe an entity to machines, as schema.org has it."""

from __future__ import annotations

from markupsafe import Markup

from ..corpus.jsonld import SCHEMA_TYPES, json_ld, wikidata_address
from ..corpus.lines import plain_text
from ..corpus.model import Corpus, Entity


def entity_json_ld(corpus: Corpus, entity: Entity) -> Markup:
    """Return a Person, Organization, Place or CreativeWork (https://schema.org)."""
    point = entity.coordinates
    container = corpus.entity.get(entity.within)
    return json_ld(
        {
            "@type": SCHEMA_TYPES[entity.kind],
            "name": entity.name,
            "alternateName": list(dict.fromkeys(alias.text for alias in entity.aliases)),
            "description": plain_text(entity.description),
            "url": entity.homepage,
            "sameAs": wikidata_address(entity.wikidata),
            _container_property(entity): {
                "@type": SCHEMA_TYPES[container.kind],
                "name": container.name,
            }
            if container
            else None,
            "geo": {
                "@type": "GeoCoordinates",
                "latitude": point.latitude,
                "longitude": point.longitude,
            }
            if point
            else None,
        }
    )


def _container_property(entity: Entity) -> str:
    """Return the property that leads to what contains the entity."""
    if entity.kind == "place":
        return "containedInPlace"
    return "memberOf" if entity.kind == "person" else "parentOrganization"
