"""Read the registry of entities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from .. import edtf
from ..addresses import FOLDERS, KIND_OF_FOLDER
from ..header import Value
from ..model import PRECISIONS, Alias, Coordinates, Entity, Role, Where
from ..problems import Problem, did_you_mean, problem
from ..references import Reference
from ..schema import ENTITY
from .files import Part, Sheet, doubled, read_sheet, sources

_OPTIONS = re.compile(r"(?P<form>.*\S)\s*\[(?P<options>[^\[\]]*)\]\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
_LATITUDE, _LONGITUDE = 90.0, 180.0


def read_entities(content: Path) -> tuple[tuple[Entity, ...], tuple[Problem, ...]]:
    """Return the entities of a content folder by slug, with what is wrong in their files."""
    part = read_entity_files(content)
    return part.values, part.problems


def read_entity_files(content: Path) -> Part[Entity]:
    """Return the entities of a content folder by slug, and what they refer to."""
    entities: list[Entity] = []
    references: list[Reference] = []
    problems: list[Problem] = []
    places: dict[str, list[Where]] = {}
    for source in sources(content, "entities", ".md"):
        kind = KIND_OF_FOLDER.get(source.path.split("/")[1], "")
        if not kind:
            problems.append(_no_kind(source.path))
            continue
        sheet = read_sheet(source, ENTITY)
        places.setdefault(source.slug, []).append(sheet.where)
        entity, wrong = _entity(sheet, kind)
        entities.append(entity)
        references.extend((*sheet.references, *_references(sheet, entity)))
        problems.extend((*sheet.problems, *wrong))
    entities.sort(key=lambda each: (each.slug, each.where.path))
    return Part(tuple(entities), tuple(references), (*problems, *doubled(places, "entities")))


def _no_kind(path: str) -> Problem:
    folders = ", ".join(sorted(FOLDERS.values()))
    wrong = "the folder of this file says no kind of entity."
    return problem(Where(path), "ENTITY-FOLDER", wrong, f"Move it into one of: {folders}.")


def _entity(sheet: Sheet, kind: str) -> tuple[Entity, list[Problem]]:
    problems: list[Problem] = []
    aliases = [_alias(value, problems) for value in sheet.values("aliases")]
    roles = [_role(value, problems) for value in sheet.values("roles")]
    entity = Entity(
        slug=sheet.source.slug,
        kind=kind,
        name=sheet.text("name", sheet.source.slug),
        aliases=tuple(aliases),
        wikidata=sheet.text("wikidata"),
        coordinates=_coordinates(sheet, problems),
        within=sheet.text("within"),
        not_same=sheet.texts("not"),
        roles=tuple(roles),
        same_as=sheet.text("same-as"),
        homepage=sheet.text("homepage"),
        description=sheet.header.body.strip(),
        where=sheet.where,
    )
    return entity, problems


def _references(sheet: Sheet, entity: Entity) -> Iterator[Reference]:
    """Yield what an entity refers to where the kind asked for depends on its own."""
    for value in sheet.values("within"):
        kinds = ("place",) if entity.kind == "place" else ("organisation", "group")
        yield Reference(value.text, value.where, kinds)
    for value in sheet.values("same-as"):
        yield Reference(value.text, value.where, (entity.kind,))
    for value, role in zip(sheet.values("roles"), entity.roles, strict=True):
        if role.of:
            yield Reference(role.of, value.where)


def _alias(value: Value, problems: list[Problem]) -> Alias:
    match = _OPTIONS.match(value.text)
    if not match:
        return Alias(value.text, where=value.where)
    language, exact, surname = "", False, False
    near: tuple[str, ...] = ()
    for option in _split(match["options"], ";"):
        if option == "exact":
            exact = True
        elif option == "surname":
            surname = True
        elif option.startswith("near:"):
            near = tuple(_split(option.removeprefix("near:"), ","))
        elif _LANGUAGE.match(option):
            language = option
        else:
            problems.append(_no_option(option, value.where))
    return Alias(match["form"], language, exact, surname, near, value.where)


def _split(text: str, separator: str) -> Iterator[str]:
    return (part.strip() for part in text.split(separator) if part.strip())


def _no_option(option: str, where: Where) -> Problem:
    remedy = did_you_mean(option, ("exact", "surname", "near: word")) or (
        "The options are a language tag, exact, surname and near: word, word."
    )
    return problem(where, "ALIAS-OPTION", f'"{option}" is no option of an alias.', remedy)


def _role(value: Value, problems: list[Problem]) -> Role:
    title, of, when = ([part.strip() for part in value.text.split(";")] + ["", ""])[:3]
    if when and not edtf.is_valid(when):
        wrong = f'"{when}" is no EDTF.'
        remedy = "Write a role as: title; entity slug; EDTF, for example 2015/2017."
        problems.append(problem(value.where, "DATE-EDTF", wrong, remedy))
    return Role(title, of, when)


def _coordinates(sheet: Sheet, problems: list[Problem]) -> Coordinates | None:
    text = sheet.text("coordinates")
    if not text:
        return None
    parts = [part.strip() for part in text.split(",")]
    try:
        latitude, longitude, precision = float(parts[0]), float(parts[1]), parts[2]
    except (ValueError, IndexError):
        latitude, longitude, precision = 0.0, 0.0, ""
    if precision in PRECISIONS and abs(latitude) <= _LATITUDE and abs(longitude) <= _LONGITUDE:
        return Coordinates(latitude, longitude, precision)
    remedy = f"Write latitude, longitude, precision; precision is one of {', '.join(PRECISIONS)}."
    problems.append(
        problem(sheet.place("coordinates"), "VALUE-COORDINATES", f'"{text}" is no point.', remedy)
    )
    return None
