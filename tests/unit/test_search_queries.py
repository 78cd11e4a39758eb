"""What readers may write into the search box, and what they get; the browser's script in Node."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from tests.bench.js.node import Search
from tests.unit.search_documents import write_site


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Search]:
    """Run the search over the small collection."""
    if shutil.which("node") is None:
        pytest.skip("no node to run the browser's script in")
    with Search(write_site(tmp_path_factory.mktemp("site"))) as running:
        yield running


def found(search: Search, query: str, **options: object) -> list[str]:
    """Return the names of the pages found, in order."""
    answer: dict[str, Any] = search.ask("search", query, {"limit": 100, **options})
    assert answer["problems"] == []
    return [each["url"].partition("/")[2].removesuffix(".html") for each in answer["results"]]


def test_a_result_says_what_it_is(search: Search) -> None:
    """The fields promised to scripts are there."""
    (result,) = search.ask("search", "harvest", {})["results"]
    assert {key: result[key] for key in ("url", "kind", "title", "date", "publisher")} == {
        "url": "articles/harvest.html",
        "kind": "article",
        "title": "A poor harvest",
        "date": "2015-03-09",
        "publisher": "hill-times",
    }
    assert result["score"] > 0


def test_another_form_of_a_word_finds_it(search: Search) -> None:
    """Words are brought to their stems."""
    assert "harvest" in found(search, "farmer harvests")


def test_documents_with_all_words_come_first(search: Search) -> None:
    """Words are joined by OR, and those that have more of them lead."""
    urls = found(search, "wheat farmers")
    assert urls[0] == "harvest"
    assert "market-qasr" in urls


def test_words_side_by_side_come_first(search: Search) -> None:
    """Of two documents with the same words, the one that has them together leads."""
    assert found(search, "mayor river", kind="article")[0] == "harvest"
    scores = {
        near: search.ask("search", "old bridge", {"near": near, "kind": "article"})["results"]
        for near in (True, False)
    }
    together = {near: {each["url"]: each["score"] for each in scores[near]} for near in scores}
    url = "articles/talks-mirza.html"
    assert together[True][url] > together[False][url]


def test_words_that_are_nowhere_do_not_empty_the_list(search: Search) -> None:
    """One known word is enough."""
    assert "harvest" in found(search, "wheat xqzzqx")


def test_a_phrase_keeps_the_order_and_the_forms(search: Search) -> None:
    """Quoted words stand one after the other, as written."""
    assert found(search, '"bridge of the old town"') == ["bridge-qasr"]
    assert found(search, '"the old bridge"') == ["", "talks-mirza"]
    assert search.ask("search", '"town old"', {})["relaxed"] is True


def test_a_phrase_does_not_reach_over_paragraphs(search: Search) -> None:
    """The last word of one paragraph and the first of the next are no neighbours."""
    assert search.ask("search", '"dawn two"', {})["relaxed"] is True


def test_a_phrase_goes_with_words(search: Search) -> None:
    """The phrase must be there, the word may be."""
    assert found(search, '"the mayor of the town" wheat') == ["harvest", "talks-mirza"]


def test_a_phrase_of_common_words_is_kept_beside_a_word(search: Search) -> None:
    """Documents with the phrase are found though nothing in it is ranked by."""
    assert {"bridge-qasr", "harvest"} <= set(found(search, '"of the" farmers'))


def test_a_quotation_mark_that_is_not_closed_yet(search: Search) -> None:
    """While a reader types, its words are words; once sent, it is a phrase to the end."""
    assert "harvest" in found(search, '"poorest har', prefix=True)
    assert search.ask("search", '"poorest har', {"prefix": True})["relaxed"] is False
    assert found(search, '"wheat harvest') == ["harvest"]


def test_a_phrase_that_is_nowhere_is_read_as_words(search: Search) -> None:
    """The results say so."""
    answer = search.ask("search", '"wheat bridge"', {})
    assert answer["relaxed"] is True
    assert answer["results"]


def test_a_word_is_left_out(search: Search) -> None:
    """A minus before a word or a phrase excludes."""
    assert "market-qasr" not in found(search, "wheat -bread")
    assert "harvest" in found(search, "wheat -bread")
    assert "harvest" not in found(search, 'wheat -"wheat harvest"')
    assert "talks-mirza" in found(search, "bridge -old-town")


def test_a_star_stands_for_any_ending(search: Search) -> None:
    """All words that begin so are found, whatever their stems."""
    assert {"market-qasr", "bridge-qasr"} <= set(found(search, "bomb*"))


def test_a_word_being_typed_finds_its_completions(search: Search) -> None:
    """The last word is a beginning, if the box says that it is being typed."""
    assert "harvest" in found(search, "harv", prefix=True)


def test_a_title_is_searched_alone(search: Search) -> None:
    """`title:` leaves out documents that have the word in their text only."""
    assert set(found(search, "title:bridge")) == {"bridge-qasr", "talks-mirza", "", "bombs"}


def test_documents_that_mention_an_entity(search: Search) -> None:
    """`person:` and `place:` take any part of any name, or the slug."""
    assert set(found(search, "person:tayyib")) == {"mirza", "talks-mirza"}
    assert set(found(search, "place:kasr kind:article")) == {"bridge-qasr", "market-qasr"}
    assert found(search, "person:qasr") == []
    assert found(search, "entity:qasr") == found(search, "place:qasr")
    assert found(search, "group:kasr") == []


def test_a_publisher_is_chosen(search: Search) -> None:
    """`source:` takes the slug or words of the name."""
    assert set(found(search, "wheat source:hill-times")) == {"harvest", "market-qasr"}
    assert set(found(search, 'source:"hill times"')) == {"harvest", "market-qasr"}


def test_dates_bound_the_results(search: Search) -> None:
    """`after:` includes the day, `before:` does not; a month counts from its first day."""
    assert set(found(search, "wheat after:2015-03-09")) == {"harvest", "market-qasr"}
    assert set(found(search, "wheat after:2015-03-10")) == {"market-qasr"}
    assert found(search, "wheat before:2015-03-09") == []
    assert set(found(search, "bridge after:2015-04 before:2015-05")) == {"talks-mirza"}


def test_what_is_no_date_is_read_as_words(search: Search) -> None:
    """A slip after `after:` does not empty the list."""
    assert "harvest" in found(search, "wheat after:yesterday")


def test_fields_have_arabic_names(search: Search) -> None:
    """They do what their English names do."""
    assert found(search, "مكان:kasr") == found(search, "place:kasr")
    assert found(search, "wheat مصدر:hill-times بعد:٢٠١٥-٠٣-١٠") == ["market-qasr"]
    assert found(search, "نوع:claim bridge") == ["bombs"]


def test_a_kind_is_chosen(search: Search) -> None:
    """The option and the field do the same."""
    assert found(search, "bridge", kind="claim") == ["bombs"]
    assert found(search, "bridge kind:claim") == ["bombs"]


def test_another_name_finds_the_entity_and_its_articles(search: Search) -> None:
    """A name leads to its entity, first, and to articles that use other names."""
    urls = found(search, "Kasr el-Nahr")
    assert urls[0] == "qasr"
    assert {"bridge-qasr", "market-qasr"} <= set(urls)


def test_the_arabic_name_finds_english_text(search: Search) -> None:
    """In any spelling that folds to it."""
    urls = found(search, "قَصْر النهر")
    assert urls[0] == "qasr"
    assert "bridge-qasr" in urls


def test_exact_spelling_finds_nothing_else(search: Search) -> None:
    """No other forms, names or typos."""
    assert set(found(search, "bombs", exact=True)) == {"bridge-qasr", "bombs"}
    assert "talks-mirza" in found(search, "bombs")
    assert found(search, "kasr", exact=True) == ["qasr"]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("harvset", "harvest"),
        ("tarvest", "harvest"),
        ("hravest", "harvest"),
        ("bombardmant", "bombardment"),
        ("bomabrdmnet", "bombardment"),
        ("brdige", "bridge"),
    ],
)
def test_a_typo_is_understood(search: Search, wrong: str, right: str) -> None:
    """One edit in a word, two in a long one; neighbours swapped count one; first letter too."""
    answer = search.ask("search", f"the {wrong} now", {})
    assert answer["meant"] == f"the {right} now"
    assert answer["results"]


def test_each_language_has_its_own_stems(search: Search) -> None:
    """A query may have words of several languages."""
    assert {"pont", "jisr"} <= set(found(search, "bombe détruits الطائرة"))


def test_an_unknown_ending_finds_the_word(search: Search) -> None:
    """A form that stands nowhere leads to words that begin like it."""
    assert set(found(search, "bakeries")) == {"bridge-qasr", "bombs"}


def test_order_by_date(search: Search) -> None:
    """Newest or oldest first; what has no date comes last."""
    assert found(search, "bridge kind:article", sort="oldest") == [
        *("bridge-qasr", "talks-mirza", "undated")
    ]
    assert found(search, "bridge kind:article", sort="newest") == [
        *("talks-mirza", "bridge-qasr", "undated")
    ]


def test_common_words_alone_are_searched_for(search: Search) -> None:
    """They are left out only beside others."""
    assert found(search, "who")


def test_nothing_is_nothing(search: Search) -> None:
    """An empty query and one of signs find nothing and fail at nothing."""
    assert found(search, "") == []
    assert found(search, '"" -- ?! ""') == []
