"""A collection that borrows entities from another."""

from __future__ import annotations

import shutil
from pathlib import Path

from plugins.annotate.assembly import Assembled, assemble
from plugins.corpus.model import Alias, Entity, Where
from plugins.corpus.reading import read_content

STOCK = Path(__file__).resolve().parent.parent / "golden" / "stock" / "content"
COUNCIL = Entity("council", "organisation", "Council", where=Where("entities/organisations/c.md"))
FERRY = Entity("ferry", "work", "Ferry", where=Where("entities/works/ferry.md"))
VALLEY = Entity("valley-land", "place", "Valley Land", where=Where("entities/places/v.md"))


def built(content: Path, *registry: Entity) -> Assembled:
    """Assemble the stock collection with a registry to borrow from."""
    return assemble(read_content(content), registry=registry)


def slugs(assembled: Assembled) -> set[str]:
    """Return the slugs of the corpus's entities."""
    assert assembled.problems == ()
    return {each.slug for each in assembled.corpus.entities}


def engineers(within: str = "") -> Entity:
    """Return an entity that the stock article names."""
    where = Where("entities/groups/engineers.md")
    return Entity("engineers", "group", "Engineers", within=within, where=where)


def test_a_lent_entity_that_is_named_links() -> None:
    """What the articles name is part of the collection, with what it lies in."""
    found = built(STOCK, engineers("council"), COUNCIL, FERRY)
    assert {"engineers", "council"} <= slugs(found)
    assert "engineers" in {each.entity for each in found.corpus.articles[0].mentions}


def test_a_lent_entity_that_nothing_names_is_left_out() -> None:
    """A collection has no page for what it does not speak of."""
    assert slugs(built(STOCK, FERRY, VALLEY)) & {"ferry", "valley-land"} == set()


def test_the_collections_own_file_comes_first() -> None:
    """An entity of the same slug is not lent."""
    other = Entity("marbat", "person", "Someone else", where=Where("entities/people/marbat.md"))
    assert built(STOCK, other).corpus.entity["marbat"].kind == "place"


def test_an_alias_that_clashes_is_no_error_of_the_collection() -> None:
    """A lent entity that would be taken for an own one stays away."""
    other = Entity("marbat-river", "place", "River", (Alias("Marbat"),), where=VALLEY.where)
    assert "marbat-river" not in slugs(built(STOCK, other))


def test_a_publisher_may_be_a_lent_entity(tmp_path: Path) -> None:
    """An article's references find what is lent."""
    shutil.copytree(STOCK, tmp_path / "content")
    (tmp_path / "content" / "entities" / "organisations" / "river-post.md").unlink()
    where = Where("entities/organisations/river-post.md")
    post = Entity("river-post", "organisation", "River Post", where=where)
    assert "river-post" in slugs(built(tmp_path / "content", post))
