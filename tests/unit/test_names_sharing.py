"""Hold what happens where two entities share an alias."""

from __future__ import annotations

from plugins.annotate.names import compile_registry, find_mentions, shared_aliases
from plugins.corpus.model import Alias, Entity, Paragraph, Where

HERE = Entity("hama-city", "place", "Hama city", (Alias("Hama"),), within="hama-province")
THERE = Entity("hama-village", "place", "Hama village", (Alias("Hama"),), within="elsewhere")
PROVINCE = Entity("hama-province", "place", "Hama province", not_same=("hama-city",))
FAR = Entity("elsewhere", "place", "Qamar")


def entity_of_last(text: str, *, dateline: str = "") -> str:
    """Return the entity of the last mention, or an empty string if its words are unlinked."""
    registry = compile_registry((HERE, THERE, PROVINCE, FAR))
    found = find_mentions(registry, (Paragraph("p", text),), dateline=dateline)
    return found[-1].entity if found and found[-1].end == len(text) else ""


def test_an_undecided_alias_stays_unlinked() -> None:
    """Nothing speaks for either of two entities."""
    assert entity_of_last("They went to Hama") == ""


def test_the_dateline_decides() -> None:
    """The place that an article was filed from, or one in it or around it, is meant."""
    assert entity_of_last("They went to Hama", dateline="elsewhere") == "hama-village"


def test_a_dateline_may_be_a_name() -> None:
    """A dateline is a slug or a name, in any case."""
    assert entity_of_last("They went to Hama", dateline="QAMAR") == "hama-village"


def test_the_nearest_full_name_decides() -> None:
    """Of two that stood before, the later is meant."""
    assert entity_of_last("Hama village, then Hama city, then Hama") == "hama-city"


def test_the_place_around_it_decides() -> None:
    """A place is meant when the one that it alone lies in is named."""
    assert entity_of_last("From Qamar they went to Hama") == "hama-village"


def test_as_written_beats_another_case() -> None:
    """Of two names that differ in case, the one as written is meant."""
    agency = Entity("sana-agency", "organisation", "SANA")
    city = Entity("sana-city", "place", "Sana")
    found = find_mentions(compile_registry((agency, city)), (Paragraph("p", "SANA in Sana"),))
    assert [mention.entity for mention in found] == ["sana-agency", "sana-city"]


def test_shared_aliases_are_reported_with_their_places() -> None:
    """Two entities that share an alias without a rule are a pair."""
    one = Entity("a", "place", "Old Fort", (Alias("a-Shaar", where=Where("a.md", 3)),))
    other = Entity("b", "person", "Someone", (Alias("A-Sha'ar", where=Where("b.md", 5)),))
    pairs = shared_aliases((other, one))
    assert [(p.where.path, q.where.path) for p, q in pairs] == [("a.md", "b.md")]


def test_a_rule_settles_a_shared_alias() -> None:
    """`near`, `surname` or `not:` on one side is enough."""
    plain = Entity("plain", "place", "Jordan")
    near = Entity("near", "place", "River", (Alias("Jordan", near=("bank",)),))
    surname = Entity("surname", "person", "A. Jordan", (Alias("Jordan", surname=True),))
    other = Entity("other", "place", "Other", (Alias("Jordan"),), not_same=("plain",))
    assert shared_aliases((plain, near, surname, other)) == ()


def test_an_acronym_and_a_word_share_nothing() -> None:
    """Case tells an acronym from a name."""
    assert shared_aliases((Entity("a", "place", "Sana"), Entity("b", "group", "SANA"))) == ()


def test_a_merged_entity_leads_to_the_other() -> None:
    """The aliases of an entity with `same-as` are the other's."""
    old = Entity("old", "place", "Halab", same_as="new")
    new = Entity("new", "place", "Aleppo", (Alias("Halab"),))
    found = find_mentions(compile_registry((old, new)), (Paragraph("p", "Halab"),))
    assert [mention.entity for mention in found] == ["new"]
    assert shared_aliases((old, new)) == ()


def test_a_circle_of_merges_ends() -> None:
    """Two entities that are each the same as the other still compile."""
    one, two = Entity("a", "place", "Aa", same_as="b"), Entity("b", "place", "Bb", same_as="a")
    assert compile_registry((one, two)).names
