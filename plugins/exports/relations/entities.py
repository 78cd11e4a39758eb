"""Say as relations who and what the reports are about: entities, their names, their roles."""

from __future__ import annotations

from collections.abc import Iterator

from ...corpus.addresses import entity_page
from ...corpus.model import Corpus
from .columns import DESCRIPTION, INTEGER, NUMBER, Column, Row, Table


def _entities(corpus: Corpus) -> Iterator[Row]:
    for each in corpus.entities:
        point = each.coordinates
        where = (point.latitude, point.longitude, point.precision) if point else (None, None, "")
        names = (each.slug, each.kind, each.name, each.wikidata)
        page = entity_page(each.kind, each.slug)
        yield (*names, *where, each.within, each.homepage, each.description, page)


def _aliases(corpus: Corpus) -> Iterator[Row]:
    for entity in corpus.entities:
        for number, each in enumerate(entity.aliases, 1):
            yield (entity.slug, number, each.text, each.language)


def _roles(corpus: Corpus) -> Iterator[Row]:
    for entity in corpus.entities:
        for number, each in enumerate(entity.roles, 1):
            yield (entity.slug, number, each.title, each.of, each.when)


ENTITIES = Table(
    "entities",
    "one row a person, group, place, organisation or work",
    (
        *(Column("slug", "names the entity"), Column("kind", "person, group, place, …")),
        *(Column("name", "the canonical form"), Column("wikidata", "Q and digits")),
        Column("latitude", "WGS 84 degrees", NUMBER),
        Column("longitude", "WGS 84 degrees", NUMBER),
        Column("precision", "point, district, city, region or country"),
        Column("within", "slug of what contains it", to="entities.slug"),
        *(Column("homepage", "its own site"), DESCRIPTION),
        Column("page", "its page, relative to the site's root"),
    ),
    ("slug",),
    _entities,
)
ALIASES = Table(
    "aliases",
    "one row a further form of a name",
    (
        Column("entity", "the entity's slug", to="entities.slug"),
        Column("number", "1 is the first", INTEGER),
        *(Column("text", "the form"), Column("language", "BCP 47, where it is known")),
    ),
    ("entity", "number"),
    _aliases,
)
ROLES = Table(
    "roles",
    "one row an office or a part that somebody had",
    (
        Column("entity", "the entity's slug", to="entities.slug"),
        *(Column("number", "1 is the first", INTEGER), Column("title", "what it was")),
        Column("of", "slug of what it was in", to="entities.slug"),
        Column("when", "EDTF"),
    ),
    ("entity", "number"),
    _roles,
)
