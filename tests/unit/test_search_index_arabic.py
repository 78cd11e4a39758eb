"""Arabic is searched as well as English: forms of a word have one stem, and prefixes find it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from plugins.corpus.fold import fold, forms
from plugins.search.documents import SearchDocument
from plugins.search.stemming import looked_up_as, stem, stop_words
from tests.bench.js.node import Search
from tests.unit.search_documents import write_site


def _report(name: str, title: str, *texts: str) -> SearchDocument:
    paragraphs = tuple((f"p{number}", text) for number, text in enumerate(texts, 1))
    return SearchDocument(
        "article",
        f"articles/{name}.html",
        title,
        "2016-02-03",
        language="ar",
        paragraphs=paragraphs,
    )


DOCUMENTS = (
    _report("bakery", "المخبز القديم", "عاد الناس إلى المدينة، وفتح المخبز أبوابه في الصباح."),
    _report("river", "ضفة النهر", "مرّت طائرتان فوق مدينة صغيرة على النهر."),
    _report("ministers", "وزراء جدد", "قال وزير الزراعة إن الحكومة تزرع القمح."),
    _report(
        "school", "مدرسة", "الوزير زار المدرسة، والمدرسة بلا سقف، وقصفت الطائرات الطريق إليها."
    ),
    SearchDocument(
        *("article", "articles/stories.html", "Stories", "2016-02-04", "", "", "en"),
        paragraphs=(("p1", "A paper from Cairo writes of bread."),),
    ),
)


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Search]:
    """Run the search over the reports."""
    if shutil.which("node") is None:
        pytest.skip("no node to run the browser's script in")
    with Search(write_site(tmp_path_factory.mktemp("site"), DOCUMENTS)) as running:
        yield running


def found(search: Search, query: str, **options: object) -> set[str]:
    """Return the names of the reports found."""
    answer = search.ask("search", query, {"limit": 100, **options})
    urls = (each["url"] for each in answer["results"])
    return {url.removeprefix("articles/").removesuffix(".html") for url in urls}


@pytest.mark.parametrize(
    "words",
    [
        "مدينة المدينة والمدينة بالمدينة للمدينة وللمدينة كالمدينة فالمدينة ومدينة مدينته مدينتها",
        "حكومة الحكومة الحكومية حكومي والحكومة حكومات",
        "طائرة الطائرة طائرات والطائرات بالطائرات طائرتان طائرتين",
        "مسؤول المسؤول مسؤولون المسؤولين والمسؤولين",
        "وزير الوزير والوزير ووزير للوزير",
        "قصف القصف قصفت قصفوا وقصف للقصف",
        "كتاب الكتاب والكتاب كتابه كتابها كتابين",
    ],
)
def test_the_forms_of_a_word_have_one_stem(words: str) -> None:
    """With the article or without, with what is written together with it, in the plural."""
    assert len({stem(form, "ar") for form in forms(words)}) == 1


@pytest.mark.parametrize("pair", [("فئة", "في"), ("قلب", "كلب"), ("جيش", "جوش"), ("وطن", "طن")])
def test_other_words_have_other_stems(pair: tuple[str, str]) -> None:
    """What is left of a short word is never a different word."""
    first, second = (stem(fold(word), "ar") for word in pair)
    assert first != second


def test_nouns_are_looked_up_without_the_article() -> None:
    """A word that only begins as the article does stays whole, and other languages have none."""
    assert looked_up_as(fold("بالمدينة"), "ar-SY") == (fold("بالمدينة"), fold("مدينة"))
    assert looked_up_as(fold("بالون"), "ar") == (fold("بالون"),)
    assert looked_up_as("alcohol", "en") == ("alcohol",)


def test_common_words_are_known() -> None:
    """In folded letters, also where "and" is written together with them."""
    assert {fold(word) for word in ("إلى", "على", "وفي", "التي", "أنّ")} <= stop_words("ar")
    assert fold("مدينة") not in stop_words("ar")


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("مدينة", {"bakery", "river"}),
        ("المدينة", {"bakery", "river"}),
        ("الْمَدِينَة", {"bakery", "river"}),
        ("المدينه", {"bakery", "river"}),
        ("طائرة", {"river", "school"}),
        ("وزير", {"ministers", "school"}),
        ('"وزير الزراعة"', {"ministers"}),
        ("في المدينة", {"bakery", "river"}),
        ("مدينة -طائرتان", {"bakery"}),
        ("title:مدرسة", {"school"}),
        ("زراع*", {"ministers"}),
        ("المدبنة", {"bakery", "river"}),
    ],
)
def test_arabic_is_found(search: Search, query: str, names: set[str]) -> None:
    """Words, vowel signs or none, phrases, without a word, in a title, a beginning, a typo."""
    assert found(search, query) == names


@pytest.mark.parametrize("typed", ["مدي", "مدين", "المد", "المدين"])
def test_a_beginning_finds_the_word(search: Search, typed: str) -> None:
    """With the article or without, though the text has the one or the other."""
    assert {"bakery", "river"} <= found(search, typed, prefix=True)
