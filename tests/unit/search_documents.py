"""A small collection to search in; its sentences are made up."""

from __future__ import annotations

from pathlib import Path

from plugins.search.documents import SearchDocument
from plugins.search.index import build_index


def _report(slug: str, title: str, date: str, publisher: str, *texts: str) -> SearchDocument:
    paragraphs = tuple((f"p{number}", text) for number, text in enumerate(texts, 1))
    return SearchDocument(
        *("article", f"articles/{slug}.html", title, date, publisher),
        *(publisher.replace("-", " ").title(), "en", paragraphs),
        entities=tuple(each for each in ("qasr", "mirza") if each in slug.split("-")),
    )


DOCUMENTS = (
    _report(
        "bridge-qasr",
        "Bridge bombed in Qasr",
        "2015-03-02",
        "river-post",
        "The bridge of the old town was bombed at dawn.",
        "Two bombs fell near the Zürich bakery, said the mayor. A third did not explode.",
    ),
    _report(
        "harvest",
        "A poor harvest",
        "2015-03-09",
        "hill-times",
        "Farmers say the wheat harvest is the poorest in ten years.",
        "The mayor of the town near the river asked for wheat.",
    ),
    _report(
        "talks-mirza",
        "Talks with Mirza about the bridge",
        "2015-04",
        "river-post",
        "The old commander met the mayor of the town. The talks ended without a word.",
        "He asked that the bombing of the old bridge end.",
    ),
    _report(
        "market-qasr",
        "Market day",
        "2016-01-20",
        "hill-times",
        "The market opened again. Bread and wheat were sold; nobody spoke of bombardment.",
    ),
    _report("undated", "Letters to the editor", "", "", "A reader asks who mends the bridges."),
    SearchDocument(
        *("place", "places/qasr.html", "Qasr", "", "", "", "en"),
        paragraphs=(("", "A town on the river."),),
        entities=("qasr",),
        aliases=("al-Kasr", "Kasr el-Nahr", "قصر النهر"),
    ),
    SearchDocument(
        *("person", "people/mirza.html", "Mirza al-Tayyib", "", "", "", "en"),
        paragraphs=(("", "A commander of the hills."),),
        entities=("mirza",),
        aliases=("ميرزا الطيب", "Meerza"),
    ),
    SearchDocument(
        *("event", "timeline.html#bridge-falls", "The bridge falls", "2015-03-02", "", "", "en"),
        paragraphs=(("", "The old bridge is bombed."),),
        entities=("qasr",),
    ),
    SearchDocument(
        *("claim", "claims/bombs.html", "Bombs on the bridge", "", "", "", "en"),
        paragraphs=(("", "Two bombs fell near the bakery"),),
        entities=("qasr",),
    ),
    SearchDocument(
        *("article", "articles/pont.html", "Le pont détruit", "2016-02-01", "river-post"),
        *("River Post", "fr", (("p1", "Les bombes ont détruit le pont de la ville."),)),
    ),
    SearchDocument(
        *("article", "articles/jisr.html", "قصف الجسر", "2016-02-03", "river-post"),
        *("River Post", "ar", (("p1", "قصفت الطائرات الجسرَ القديم في المدينة."),)),
    ),
)


def write_site(folder: Path, documents: tuple[SearchDocument, ...] = DOCUMENTS) -> Path:
    """Write the index of some documents as a built site has it."""
    for file in build_index(documents):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    return folder
