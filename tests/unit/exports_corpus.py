"""A small corpus with what makes exports hard: marks, Arabic, open dates, empty parts."""

from __future__ import annotations

from plugins.corpus.model import (
    Alias,
    Annotated,
    Article,
    Claim,
    Coordinates,
    Corpus,
    DateExpression,
    Entity,
    Event,
    Evidence,
    Figure,
    Mention,
    Paragraph,
    Role,
    Site,
    Statement,
)

TEXT = "On Monday the mayor said 40 buses left {Riverton} & more."
ONE = Annotated(
    Article(
        "one",
        "A title & <its> {marks}, 50% of #1_2",
        "2016-11-28?",
        "paper",
        TEXT,
        byline="By Jane Doe and Ammar Abu Hamid",
        headline="“Headline” & 100%",
        url="https://example.org/a?b=1&c={2}",
        archived="https://archive.example.org/1/a.wacz",
        captured="2016-12-01",
        dateline="riverton",
        unlink=("Monday",),
        extra=(("x-shelf", "3\n4"),),
        sha256="0" * 64,
    ),
    (Paragraph("p1", TEXT, past=("p0",)), Paragraph("p2", "Second.", "item")),
    (Mention("p1", 36, 44, "Riverton", "riverton"),),
    (DateExpression("p1", 0, 9, "On Monday", "2016-11-28", "DATE", "2016-11-28"),),
    (Figure("p1", 25, 27, "40", 40.0, None, "buses", said_by="mayor", said_by_surface="mayor"),),
    "",
)
TWO = Annotated(
    Article("two", "وصول الحافلات", "2016-11", "paper", "*x*", language="ar", byline="Paper Staff"),
    (Paragraph("p1", "غادرت الحافلات"),),
    (),
    (),
    (),
    "",
)
WITHHELD = Annotated(
    Article("three", "Kept back", "2016-12-01", "paper", "", rights="restricted"),
    (Paragraph("p9", ""),),
    (Mention("p9", 0, 0, "", "riverton"),),
    (),
    (Figure("p9", 0, 0, "", None, None, ""),),
    "",
)
CORPUS = Corpus(
    site=Site("The <record>", "Of a & b", "en", "full"),
    articles=(TWO, ONE, WITHHELD),
    entities=(
        Entity("mayor", "person", "The Mayor", roles=(Role("mayor", "riverton", "2015/.."),)),
        Entity("paper", "organisation", "The Paper & Co"),
        Entity(
            "riverton",
            "place",
            "Riverton",
            aliases=(Alias("ريفرتون", "ar"), Alias("RT", "", exact=True, near=("bus", "road"))),
            wikidata="Q1",
            coordinates=Coordinates(36.2, 37.16, "city"),
            not_same=("Elsewhere",),
            description="A *town*.",
        ),
    ),
    merged=(Entity("rivertown", "place", "Rivertown", same_as="riverton"),),
    events=(
        Event(
            "left",
            "Buses, some; leave",
            "2016-11-26/2016-11-28",
            "displacement",
            ("riverton",),
            ("mayor",),
            (Evidence("one", "p1"),),
            description="A *line*.",
        ),
        Event("later", "More", "2016-12-01/..", "other", evidence=(Evidence("three", "p9"),)),
    ),
    found=(
        Event(
            "found-2016-11-28-attack-riverton",
            "Buses left",
            "2016-11-28",
            "attack",
            ("riverton",),
            evidence=(Evidence("one", "p1", "Buses left", found=True),),
            status="found",
        ),
    ),
    claims=(
        Claim(
            "buses",
            "Buses that left",
            "buses",
            "buses",
            "Riverton",
            (
                Statement(
                    40.0, None, "2016-11-28", "one", "p1", "40 buses", "mayor", stance="said"
                ),
                Statement(0.0, 0.5, "2016-11", "one", "p1", "40", unit="cars", approximate=True),
                Statement(7.0, 7.0, "2016-12", "three", "p9", "seven"),
            ),
            places=("riverton",),
        ),
    ),
)
