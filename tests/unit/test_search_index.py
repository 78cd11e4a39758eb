"""The files of the index: the same for the same documents, few of them new for a new article."""

from __future__ import annotations

import base64
import gzip
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from plugins.corpus.model import (
    Alias,
    Annotated,
    Article,
    Claim,
    Corpus,
    Entity,
    Event,
    Mention,
    Paragraph,
    Site,
    Statement,
)
from plugins.search.counted_runs import count_runs, plan
from plugins.search.documents import SearchDocument, documents
from plugins.search.index import build_index
from plugins.search.numbering import numbered
from plugins.search.stemming import stem, stop_words
from tests.unit.search_documents import DOCUMENTS


def test_the_same_documents_give_the_same_bytes() -> None:
    """In any order, with workers or without."""
    with ThreadPoolExecutor(2) as executor:
        assert build_index(reversed(DOCUMENTS), executor) == build_index(DOCUMENTS)


def test_runs_are_counted_side_by_side() -> None:
    """Whoosh's temporary files of one process are not those of another."""
    numbering = numbered(DOCUMENTS)
    shared = plan(numbering)
    runs = [numbering.documents[:6], numbering.documents[6:]] * 8
    with ThreadPoolExecutor(4) as executor:
        found = list(executor.map(lambda run: count_runs([run], shared), runs))
    assert found == [count_runs([run], shared) for run in runs]


def test_runs_are_the_same_whatever_they_are_counted_with() -> None:
    """So that those of an earlier build can stand beside new ones."""
    numbering = numbered(DOCUMENTS)
    shared = plan(numbering)
    runs = [numbering.documents[:4], numbering.documents[4:7], numbering.documents[7:]]
    assert count_runs(runs, shared) == tuple(
        each for run in runs for each in count_runs([run], shared)
    )


def test_a_shard_is_a_script_that_a_page_can_load() -> None:
    """Its name begins its content's hash, and it calls the one global."""
    for file in build_index(DOCUMENTS):
        name = file.path.rpartition("/")[2].removesuffix(".js")
        head, _, rest = file.content.decode().partition(",")
        assert head == f'Sijill.shard("{name}"'
        assert gzip.decompress(base64.b64decode(rest.strip('";)\n')))


def test_no_folder_is_crowded() -> None:
    """Shards are spread over folders by the first two digits of their names."""
    for file in build_index(DOCUMENTS)[:-1]:
        top, folder, name = file.path.split("/")
        assert (top, folder) == ("search", name[:2])


def test_only_the_root_has_a_name_of_its_own() -> None:
    """It comes last, so that it is written when all that it names is there."""
    assert build_index(DOCUMENTS)[-1].path == "search/root.js"


def test_no_documents_make_an_index() -> None:
    """An empty collection has a root, and the search finds nothing in it."""
    (root,) = build_index(())
    packed = root.content.decode().partition(",")[2].strip('";)\n')
    assert json.loads(gzip.decompress(base64.b64decode(packed)))["count"] == 0


def test_stems_are_made_by_language() -> None:
    """A word that looks the same may have two stems; an unknown language has none."""
    assert stem("bombing", "en") == "bomb"
    assert stem("bombing", "xx") == "bombing"
    assert stem("maisons", "fr-CA") == "maison"
    assert stem("1st", "en") == "1st"
    assert "the" in stop_words("en-GB")


CORPUS = Corpus(
    Site(language="en"),
    articles=(
        Annotated(
            Article("a-report", "A report", "2020-01-02", "post", "", rights="restricted"),
            (Paragraph("p1", "A town burned."),),
            (Mention("p1", 0, 6, "A town", "town"), Mention("p1", 0, 6, "A town", "town")),
            *((), (), ""),
        ),
    ),
    entities=(
        Entity("post", "organisation", "The Post"),
        Entity(
            "town",
            "place",
            "Town",
            (Alias("Stadt", "de"), Alias("البلدة", "ar")),
            description="A *small* [town](x).",
        ),
    ),
    events=(Event("fire", "The fire", "2020-01-01", places=("town",), description="It burned."),),
    claims=(
        Claim(
            *("burned", "Houses burned", "houses burned", "houses", "town"),
            statements=(Statement(3, 3, "2020", "a-report", "p1", "three burned", said_by="town"),),
        ),
    ),
)


def by_url(corpus: Corpus) -> dict[str, SearchDocument]:
    """Return the documents of a corpus by address."""
    return {document.url: document for document in documents(corpus)}


def test_everything_in_the_corpus_is_a_document() -> None:
    """Articles, entities, events and claims, each at the address of its page."""
    found = by_url(CORPUS)
    assert sorted(found) == [
        "articles/a-report.html",
        "claims/burned.html",
        "organisations/post.html",
        "places/town.html",
        "timeline.html#fire",
    ]
    assert found["articles/a-report.html"].entities == ("town", "town")
    assert found["articles/a-report.html"].publisher_name == "The Post"
    assert found["places/town.html"].aliases == ("Stadt", "البلدة")
    assert found["places/town.html"].arabic == "البلدة"
    assert found["places/town.html"].paragraphs == (("", "A small town."),)
    assert found["timeline.html#fire"].date == "2020-01-01"
    assert found["claims/burned.html"].paragraphs == (("", "three burned"),)


def test_the_public_edition_hides_restricted_text() -> None:
    """Neither the article's paragraphs nor quotes from it can be found there."""
    public = by_url(replace(CORPUS, site=Site(language="en", edition="public")))
    assert public["articles/a-report.html"].paragraphs == ()
    assert public["claims/burned.html"].paragraphs == ()
