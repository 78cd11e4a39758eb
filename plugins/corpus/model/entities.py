"""Say what an entity is: a person, group, place, organisation or work, and its names."""

from __future__ import annotations

from dataclasses import dataclass

from .places import Where

KINDS = ("person", "group", "place", "organisation", "work")
PRECISIONS = ("point", "district", "city", "region", "country")


@dataclass(frozen=True, slots=True)
class Alias:
    """Another form of an entity's name.

    `language` is a BCP 47 tag or empty. `exact`: letters must have this very case. `surname`:
    links only after a longer name of the same entity has stood in the same article. `near`: links
    only where one of these words stands in the same paragraph.
    """

    text: str
    language: str = ""
    exact: bool = False
    surname: bool = False
    near: tuple[str, ...] = ()
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A point in WGS 84 decimal degrees, and the size of what it stands for (see PRECISIONS)."""

    latitude: float
    longitude: float
    precision: str


@dataclass(frozen=True, slots=True)
class Role:
    """What a person or group was: `title`, of an entity (slug, may be empty), when (EDTF)."""

    title: str
    of: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, group, place, organisation or work. `description` is Markdown."""

    slug: str
    kind: str
    name: str
    aliases: tuple[Alias, ...] = ()
    wikidata: str = ""
    coordinates: Coordinates | None = None
    within: str = ""
    not_same: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    same_as: str = ""
    homepage: str = ""
    description: str = ""
    where: Where = Where("")

    def names_in(self, language: str) -> tuple[str, ...]:
        """Return the aliases that carry this language tag, as written."""
        return tuple(alias.text for alias in self.aliases if alias.language == language)
