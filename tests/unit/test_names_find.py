"""Hold which words of an article link to which entity."""

from __future__ import annotations

import pickle

from plugins.annotate.names import compile_registry, find_mentions
from plugins.corpus.model import Alias, Entity, Paragraph

FAMILY = (
    Alias("Nasser", surname=True),
    Alias("al-Homsi", surname=True),
    Alias("Homsi", surname=True),
)
ENTITIES = (
    Entity("aleppo", "place", "Aleppo", (Alias("حلب", "ar"),), within="syria"),
    Entity("east-aleppo", "place", "East Aleppo", within="aleppo"),
    Entity("sakhour", "place", "Sakhour", (Alias("a-Sakhour"), Alias("الصاخور", "ar"))),
    Entity("syria", "place", "Syria", (Alias("Syrian"),)),
    Entity("amman", "place", "Amman", within="jordan"),
    Entity("jordan", "place", "Jordan", not_same=("jordan-river",)),
    Entity("jordan-river", "place", "Jordan River", (Alias("Jordan", near=("banks", "ford")),)),
    Entity("united-states", "place", "United States", (Alias("US", exact=True),)),
    Entity("united-nations", "organisation", "United Nations", (Alias("UN"),)),
    Entity("the-nation", "organisation", "The Nation", (Alias("Nation"),)),
    Entity("white-helmets", "organisation", "White Helmets"),
    Entity("sham", "group", "Ahrar al-Sham"),
    Entity("samir-nasser", "person", "Samir Nasser", (Alias("Nasser", surname=True),)),
    Entity("layla-nasser", "person", "Layla Nasser", FAMILY[:1]),
    Entity("omar-al-homsi", "person", "Omar al-Homsi", FAMILY[1:]),
)


def links(text: str, *, dateline: str = "", unlink: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Return surface and entity of every mention in one paragraph."""
    registry = compile_registry(ENTITIES)
    found = find_mentions(registry, (Paragraph("p1", text),), unlink, dateline)
    return [(mention.surface, mention.entity) for mention in found]


def surfaces(text: str) -> list[str]:
    """Return the surfaces of the mentions in one paragraph."""
    return [surface for surface, _ in links(text)]


def test_the_longest_name_wins() -> None:
    """A name inside a longer name is not linked."""
    assert links("Rain over east Aleppo") == [("east Aleppo", "east-aleppo")]


def test_a_name_inside_a_word_is_none() -> None:
    """Letters and digits beside a name close it off."""
    assert surfaces("Aleppoland, SubAleppo and Aleppo24") == []


def test_a_surname_is_not_taken_out_of_its_article() -> None:
    """A surname does not match inside the surname with its article."""
    assert surfaces("Omar al-Homsi met Adnan al-Homsi and Zaki-Homsi") == ["Omar al-Homsi"]


def test_compounds_keep_their_name() -> None:
    """A reader sees the name in a compound with a hyphen."""
    text = "rebel-held Aleppo, Aleppo-based, pro-Syrian, Russian-Syrian, Amman–Aleppo road"
    assert surfaces(text) == ["Aleppo", "Aleppo", "Syrian", "Syrian", "Amman", "Aleppo"]


def test_a_name_behind_an_unknown_name_and_a_hyphen_is_none() -> None:
    """The second half of a double name is not a name of its own."""
    assert surfaces("Miss Karl-Aleppo") == []


def test_the_first_letter_may_differ_in_case() -> None:
    """A name opens a sentence with a capital."""
    assert surfaces("A-Sakhour fell; a-Sakhour rose") == ["A-Sakhour", "a-Sakhour"]


def test_an_article_of_one_letter_is_no_word_of_english() -> None:
    """The English article is not the Arabic one, which has a hyphen."""
    assert surfaces("He was a Sakhour man") == ["Sakhour"]


def test_capitals_match_from_four_letters() -> None:
    """A dateline in capitals links."""
    assert surfaces("AMMAN: AHRAR AL-SHAM spoke") == ["AMMAN", "AHRAR AL-SHAM"]


def test_lower_case_never_matches_a_capitalised_name() -> None:
    """A common word is not a name."""
    assert surfaces("a nation of white helmets from aleppo") == []


def test_an_exact_alias_matches_only_as_written() -> None:
    """The pronoun is not the country."""
    assert surfaces("Tell us what the US and Us want") == ["US"]


def test_a_shouted_pronoun_is_no_acronym() -> None:
    """In a line of capitals a common word stays one."""
    assert surfaces("HELP US NOW") == []


def test_possessives_stay_outside() -> None:
    """The mention is the name without its 's."""
    text = "Aleppo's, Aleppo’s, White Helmets’ and UN’S"
    assert surfaces(text) == ["Aleppo", "Aleppo", "White Helmets", "UN"]


def test_plural_and_singular_where_safe() -> None:
    """A demonym has a plural, members of a group a singular; a city has neither."""
    assert surfaces("Syrians and a White Helmet of two Aleppos") == ["Syrians", "White Helmet"]


def test_an_acronym_with_points_is_the_same() -> None:
    """Points in an acronym change nothing."""
    assert surfaces("The U.N. said, the UN said") == ["U.N.", "UN"]


def test_a_surname_needs_an_introduction() -> None:
    """A surname links only after a longer name of its entity."""
    assert surfaces("Nasser left. Samir Nasser came. Nasser spoke") == ["Samir Nasser", "Nasser"]


def test_the_nearest_introduction_before_a_surname_counts() -> None:
    """Two people share a surname: the one named last is meant."""
    text = "Samir Nasser came. Nasser spoke. Layla Nasser came. Nasser left"
    assert [entity for _, entity in links(text)] == ["samir-nasser"] * 2 + ["layla-nasser"] * 2


def test_an_introduction_holds_across_paragraphs() -> None:
    """The article is the unit in which a name is introduced."""
    paragraphs = (Paragraph("a", "Samir Nasser came."), Paragraph("b", "Then Nasser left."))
    found = find_mentions(compile_registry(ENTITIES), paragraphs)
    assert [(m.anchor, m.start, m.surface) for m in found] == [
        ("a", 0, "Samir Nasser"),
        ("b", 5, "Nasser"),
    ]


def test_titles_are_no_part_of_the_name() -> None:
    """A title before a surname neither joins nor hides it."""
    text = "Gen. Samir Nasser came; Captain Nasser, Gen. Nasser, Farid Nasser"
    assert surfaces(text) == ["Samir Nasser", "Nasser", "Nasser"]


def test_hyphens_quotes_and_spaces_are_equal() -> None:
    """Typographic variants of one name meet, and the surface is the author's."""
    text = "Ahrar al‑Sham, Ahrar\u00a0al Sham, Ahrar al–Sham"
    assert surfaces(text) == ["Ahrar al‑Sham", "Ahrar\u00a0al Sham", "Ahrar al–Sham"]


def test_arabic_with_clitics_and_harakat() -> None:
    """Arabic writes small words in one with a name; the mention is the name."""
    assert surfaces("وحلب بحلب والصّاخور للصاخور محلب لصاخور وللصاخور") == [
        "حلب",
        "حلب",
        "الصّاخور",
        "لصاخور",
        "لصاخور",
    ]


def test_context_words_decide() -> None:
    """An alias with `near` links where one of the words stands in the paragraph."""
    assert links("Boats lie on the banks of the Jordan") == [("Jordan", "jordan-river")]


def test_without_context_words_the_other_entity_is_meant() -> None:
    """Without them it links to the entity that needs none."""
    assert links("He flew to Jordan") == [("Jordan", "jordan")]


def test_context_words_of_another_paragraph_do_not_count() -> None:
    """A paragraph is read by itself."""
    paragraphs = (Paragraph("a", "On the banks they sat."), Paragraph("b", "They saw the Jordan."))
    found = find_mentions(compile_registry(ENTITIES), paragraphs)
    assert [mention.entity for mention in found] == ["jordan"]


def test_of_names_that_overlap_the_longest_are_kept() -> None:
    """After the longest, the longest of what it leaves free."""
    chain = ("Omar Hadi Zaki", "Zaki Tall", "Tall Qamar Wadi Rum", "Omar Hadi", "Rum Street")
    registry = compile_registry([Entity(f"e{at}", "place", name) for at, name in enumerate(chain)])
    found = find_mentions(registry, (Paragraph("p", "Omar Hadi Zaki Tall Qamar Wadi Rum Street"),))
    assert [mention.surface for mention in found] == ["Omar Hadi Zaki", "Tall Qamar Wadi Rum"]


def test_addresses_and_handles_are_left_alone() -> None:
    """No name is linked inside an address."""
    assert surfaces("See www.example.org/Aleppo, @Aleppo, a@Aleppo.org, Aleppo.info; #Aleppo") == [
        "Aleppo"
    ]


def test_unlink_by_surface_keeps_the_words_whole() -> None:
    """A surface that is not to be linked hides the shorter name in it."""
    assert links("East Aleppo and Aleppo", unlink=("east Aleppo",)) == [("Aleppo", "aleppo")]


def test_unlink_by_slug() -> None:
    """An entity that is not to be linked leaves no mention."""
    assert links("Aleppo in Syria", unlink=("aleppo",)) == [("Syria", "syria")]


def test_taken_spans_are_never_overlapped_but_introduce() -> None:
    """A curator's link stays alone, and what it names counts as introduced."""
    paragraphs = (Paragraph("a", "Samir Nasser came. Nasser left"),)
    found = find_mentions(compile_registry(ENTITIES), paragraphs, taken={"a": [(0, 12)]})
    assert [(m.start, m.surface) for m in found] == [(19, "Nasser")]


def test_a_registry_survives_pickling() -> None:
    """A worker process gets the registry whole."""
    registry = pickle.loads(pickle.dumps(compile_registry(ENTITIES)))  # noqa: S301
    found = find_mentions(registry, (Paragraph("p", "Aleppo"),))
    assert [mention.entity for mention in found] == ["aleppo"]
