"""Hold how places are laid out on a map, labelled, and listed."""

from __future__ import annotations

from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.atlas.labels import SIZE, Label, Mark, place
from plugins.atlas.pages import MapPage, pages
from plugins.atlas.panels import TALLEST, WIDTH, Panel, panels
from plugins.atlas.precision import metres
from plugins.atlas.projection import frame, scale_bar
from plugins.corpus.lines import entity_line
from plugins.corpus.model import Coordinates, Corpus, Entity, Event

POINTS = st.lists(
    st.builds(
        Coordinates,
        latitude=st.floats(-60, 60),
        longitude=st.floats(-170, 170),
        precision=st.just("point"),
    ),
    min_size=1,
    max_size=8,
)


@given(POINTS)
def test_a_frame_holds_its_points(points: list[Coordinates]) -> None:
    """All within the sheet, which is as wide as was asked and no taller."""
    view = frame(points, 2_000, WIDTH, TALLEST)
    assert view.width == WIDTH
    assert view.height <= TALLEST + 1
    for each in points:
        assert -0.5 <= view.x(each.longitude) <= view.width + 0.5
        assert -0.5 <= view.y(each.latitude) <= view.height + 0.5


def test_a_city_is_drawn_to_scale() -> None:
    """A unit is as many metres east as north, within a percent over a city."""
    one, other = Coordinates(36.17, 37.12, "point"), Coordinates(36.23, 37.20, "point")
    view = frame((one, other), 1_000, WIDTH, TALLEST)
    drawn = dist(
        (view.x(one.longitude), view.y(one.latitude)),
        (view.x(other.longitude), view.y(other.latitude)),
    )
    assert drawn * view.unit == pytest.approx(metres(one, other), rel=0.01)


@pytest.mark.parametrize(
    ("unit", "most", "length"), [(20, 132, 2_000), (2_900, 132, 200_000), (1, 132, 100)]
)
def test_the_bar_has_a_round_length(unit: float, most: float, length: int) -> None:
    """The longest of 1, 2, 5, 10, … that fits."""
    assert scale_bar(unit, most) == (length, length / unit)


MARKS = st.lists(
    st.builds(
        Mark,
        x=st.floats(0, 440),
        y=st.floats(0, 400),
        radius=st.floats(1, 12),
        text=st.text("abcdefgh ", min_size=1, max_size=18),
    ),
    max_size=25,
)


def room(label: Label, text: str) -> tuple[float, float, float, float]:
    """Return the rectangle of a label, a little smaller than what it was given."""
    width = len(text) * SIZE * 0.55
    left = label.x - width * {"start": 0, "middle": 0.5, "end": 1}[label.anchor]
    return left, label.y - SIZE * 0.79, left + width, label.y + SIZE * 0.24


@given(MARKS)
def test_labels_never_cover_each_other(marks: list[Mark]) -> None:
    """Nor stick out of the map; what has no room has no label."""
    labels = place(marks, 440, 400)
    assert len(labels) == len(marks)
    rooms = [room(label, mark.text) for label, mark in zip(labels, marks, strict=True) if label]
    for index, (left, top, right, bottom) in enumerate(rooms):
        assert left >= -1
        assert top >= -1
        assert right <= 441
        assert bottom <= 401
        for other in rooms[:index]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_the_first_mark_chooses_first() -> None:
    """A lone mark is labelled at its right; a second at the same place goes elsewhere."""
    mark = Mark(200, 200, 4, "Norden")
    (alone,) = place([mark], 440, 400)
    first, second = place([mark, mark], 440, 400)
    assert alone == first
    assert first is not None
    assert second is not None
    assert (first.anchor, first.leader) == ("start", False)
    assert (first.x, first.y) != (second.x, second.y)


def located(slug: str, latitude: float, longitude: float, precision: str, within: str) -> Entity:
    """Return a place with a point."""
    point = Coordinates(latitude, longitude, precision)
    return Entity(slug, "place", slug.title(), coordinates=point, within=within)


PLACES = (
    located("aleppo", 36.2, 37.15, "city", "syria"),
    located("east", 36.2, 37.18, "city", "aleppo"),
    located("hanano", 36.23, 37.2, "district", "east"),
    located("moscow", 55.75, 37.62, "city", "russia"),
    located("old-city", 36.2, 37.16, "district", "aleppo"),
    located("sakhour", 36.22, 37.19, "district", "east"),
    located("syria", 35.0, 38.5, "country", ""),
    Entity("countryside", "place", "Countryside", within="aleppo"),
    Entity("brigade", "group", "Brigade"),
)


def drawn(*places: Entity) -> tuple[Panel, ...]:
    """Return the panels of these places."""
    corpus = Corpus(entities=places)
    return panels(places, {each.slug: entity_line(corpus, each) for each in places})


def slugs(panel: Panel) -> set[str]:
    """Return what a panel shows."""
    return {each.entity.slug for each in panel.spots}


def test_the_districts_of_a_city_have_a_panel_of_their_own() -> None:
    """At the outermost city; the region shows the city alone, and what is beyond it nowhere."""
    region, city = drawn(*(each for each in PLACES if each.kind == "place"))
    assert region.city is None
    assert slugs(region) == {"aleppo", "syria"}
    assert city.city is not None
    assert city.city.slug == "aleppo"
    assert slugs(city) == {"aleppo", "east", "hanano", "old-city", "sakhour"}
    assert (bool(region.lands), bool(city.lands)) == (True, False)


def test_a_few_places_need_no_panel_of_their_own() -> None:
    """They stand on the region's."""
    (region,) = drawn(PLACES[0], PLACES[2])
    assert slugs(region) == {"aleppo", "hanano"}


def test_places_far_from_the_outlines_still_have_a_map() -> None:
    """Without land, but to scale."""
    (region,) = drawn(PLACES[3])
    assert slugs(region) == {"moscow"}


def test_a_coarser_point_has_a_wider_ring() -> None:
    """A country has none: its outline says it."""
    rings = {each.entity.slug: each.ring for panel in drawn(*PLACES[:7]) for each in panel.spots}
    assert rings["syria"] == 0
    assert rings["east"] > rings["hanano"] > 0


def test_the_list_says_what_the_map_shows() -> None:
    """Every place with a point is a row, also one beyond the map; the rest is named under it."""
    event = Event("fall", "Fall", "2016-05-02", places=("hanano",))
    (page,) = pages(Corpus(entities=PLACES, events=(event,)))
    values = page.values
    assert isinstance(values, MapPage)
    rows = {each.entity.slug: each for each in values.places}
    assert set(rows) == {each.slug for each in PLACES if each.coordinates}
    assert [each.path for each in rows["hanano"].events] == ["timeline.html#fall"]
    assert (rows["moscow"].drawn, rows["hanano"].drawn) == (False, True)
    assert [each.slug for each in values.unlocated] == ["countryside"]


def test_no_points_give_no_map() -> None:
    """An empty sheet says nothing."""
    assert list(pages(Corpus(entities=PLACES[7:]))) == []


def test_a_long_list_of_places_is_parted() -> None:
    """The map is on the first page; the list goes on behind it."""
    many = tuple(located(f"p{n:03}", 36.0 + n / 1000, 37.0, "point", "") for n in range(130))
    first, second = (page.made_of(Corpus()) for page in pages(Corpus(entities=many)))
    assert isinstance(first, MapPage)
    assert isinstance(second, MapPage)
    assert (len(first.places), len(second.places), second.panels) == (120, 10, ())
