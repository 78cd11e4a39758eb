"""Hold which points are said to lie outside of what contains them."""

from __future__ import annotations

import pytest

from plugins.atlas.outlines import outlines
from plugins.atlas.precision import REACH, check_points, metres
from plugins.corpus.model import PRECISIONS, Alias, Coordinates, Entity, Where


def place(slug: str, latitude: float, longitude: float, precision: str, within: str = "") -> Entity:
    """Return a place with a point."""
    point = Coordinates(latitude, longitude, precision)
    where = Where(f"entities/places/{slug}.md", 4)
    return Entity(slug, "place", slug.title(), coordinates=point, within=within, where=where)


CITY = place("aleppo", 36.2, 37.15, "city", "syria")
SYRIA = place("syria", 35.0, 38.5, "country")


def test_a_degree_of_latitude_is_111_kilometres() -> None:
    """The distance is the great circle's."""
    north, south = Coordinates(36, 37, "point"), Coordinates(35, 37, "point")
    assert metres(north, south) == pytest.approx(111_195, abs=5)


def test_what_lies_within_is_no_problem() -> None:
    """A district of the city, the city in its country."""
    assert check_points([CITY, SYRIA, place("sakhour", 36.22, 37.19, "district", "aleppo")]) == ()


def test_swapped_coordinates_are_found() -> None:
    """The usual slip: longitude first. The message names the place, what contains it, the file."""
    (found,) = check_points([CITY, SYRIA, place("sakhour", 37.19, 36.22, "district", "aleppo")])
    assert (found.path, found.line, found.code) == (
        "entities/places/sakhour.md",
        4,
        "PLACE-OUTSIDE",
    )
    assert '"sakhour"' in found.wrong
    assert '"aleppo"' in found.wrong
    assert "coordinates" in found.remedy


def test_a_border_decides_where_its_outline_is_known() -> None:
    """Beirut is near Syria's middle, yet not in it; a place at the border is tolerated."""
    beirut = place("beirut", 33.89, 35.5, "city", "syria")
    border = place("bab-al-hawa", 36.23, 36.69, "point", "syria")
    assert [each.path for each in check_points([SYRIA, beirut])] == ["entities/places/beirut.md"]
    assert check_points([SYRIA, border]) == ()


def test_a_country_is_known_by_any_of_its_names() -> None:
    """The outline is found by an alias too."""
    point = Coordinates(35.0, 38.5, "country")
    other = Entity("sy", "place", "سوريا", aliases=(Alias("Syria"),), coordinates=point)
    assert len(check_points([other, place("beirut", 33.89, 35.5, "city", "sy")])) == 1


def test_a_country_without_an_outline_reaches_far() -> None:
    """Vladivostok is in Russia, Santiago is not."""
    russia = place("russia", 61, 98, "country")
    assert check_points([russia, place("vladivostok", 43.1, 131.9, "city", "russia")]) == ()
    assert len(check_points([russia, place("santiago", -33.4, -70.6, "city", "russia")])) == 1


def test_what_has_no_point_is_left_alone() -> None:
    """Neither a place without coordinates, nor a group within an organisation."""
    vague = Entity("countryside", "place", "Countryside", within="aleppo")
    squad = Entity("squad", "group", "Squad", within="brigade")
    inner = place("lane", 0, 0, "point", "countryside")
    assert check_points([CITY, SYRIA, vague, squad, inner]) == ()


def test_every_precision_has_a_reach() -> None:
    """And a coarser one reaches farther."""
    reaches = [REACH[each] for each in PRECISIONS]
    assert reaches == sorted(reaches)


@pytest.mark.parametrize(
    ("name", "latitude", "longitude"),
    [
        ("Syria", 36.2, 37.15),
        ("Syria", 33.51, 36.29),
        ("Lebanon", 33.9, 35.9),
        ("Jordan", 31.95, 35.93),
        ("Turkey", 37.06, 37.38),
        ("Iraq", 36.34, 43.13),
    ],
)
def test_cities_lie_in_their_countries(name: str, latitude: float, longitude: float) -> None:
    """Aleppo, Damascus, Zahlé, Amman, Gaziantep, Mosul: in one outline, and in no other."""
    holding = [each.name for each in outlines().countries if each.holds(latitude, longitude)]
    assert holding == [name]


def test_the_outlines_say_where_they_come_from() -> None:
    """Source and licence stand beside the data."""
    assert "Natural Earth" in outlines().source
    assert "Public domain" in outlines().licence
