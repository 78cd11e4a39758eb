"""Hold the forms of citation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.corpus.citation import apa, chicago, family_and_given, mla, people_of
from plugins.corpus.model import Article

SIGNED = Article(
    slug="a",
    title="Rebels lose a third",
    date="2016-09-28",
    publisher="paper",
    body="",
    byline="By Jane Doe and W.J. van Roe",
    url="https://example.org/a",
    captured="2016-12-01",
)
UNSIGNED = Article(
    slug="b",
    title="b",
    headline="What now?",
    date="2016-11-28?",
    publisher="wire",
    body="",
    byline="The Wire",
)


def test_chicago_inverts_the_first_author_only() -> None:
    """Two authors of a bibliography entry are "Last, First, and First Last"."""
    assert chicago(SIGNED, "The Paper").text == (
        "Doe, Jane, and W.J. van Roe. “Rebels lose a third.” The Paper, September 28, 2016. "
        "https://example.org/a"
    )


def test_chicago_puts_the_publisher_first_where_nobody_signed() -> None:
    """A byline that repeats the publisher is no author, and a guessed date is bracketed."""
    assert chicago(UNSIGNED, "The Wire").text == ("The Wire. “What now?” [November 28, 2016?].")


def test_mla_shortens_months_and_says_when_the_copy_was_taken() -> None:
    """September is "Sept.", the link has no scheme, the capture is the date of access."""
    assert mla(SIGNED, "The Paper").text == (
        "Doe, Jane, and W.J. van Roe. “Rebels lose a third.” The Paper, 28 Sept. 2016, "
        "example.org/a. Accessed 1 Dec. 2016."
    )


def test_apa_has_initials() -> None:
    """Given names become initials, the year comes first."""
    assert apa(SIGNED, "The Paper").text == (
        "Doe, J., & van Roe, W. J. (2016, September 28). Rebels lose a third. The Paper. "
        "https://example.org/a"
    )


def test_apa_without_author_begins_with_the_title() -> None:
    """Where nobody signed, the title takes the author's place."""
    assert apa(UNSIGNED, "The Wire").text == "What now? (2016, November 28?). The Wire."


def test_a_month_is_said_as_each_manual_has_it() -> None:
    """APA puts the year first, MLA shortens the month."""
    article = replace(SIGNED, date="2016-11", byline="Jane Doe", captured="", url="")
    assert apa(article, "The Paper").text == (
        "Doe, J. (2016, November). Rebels lose a third. The Paper."
    )
    assert mla(article, "The Paper").text == (
        "Doe, Jane. “Rebels lose a third.” The Paper, Nov. 2016."
    )


@pytest.mark.parametrize(
    ("name", "split"),
    [
        ("Jane Doe", ("Doe", "Jane")),
        ("Ammar Abu Hamid", ("Abu Hamid", "Ammar")),
        ("Noura al-Halabi", ("al-Halabi", "Noura")),
        ("Wire Staff", ("Wire Staff", "")),
        ("Cher", ("Cher", "")),
        ("نورا الحلبي", ("نورا الحلبي", "")),
    ],
)
def test_a_family_name_keeps_its_particles(name: str, split: tuple[str, str]) -> None:
    """Particles stay with the family name; desks and Arabic letters stay whole."""
    assert family_and_given(name) == split


def test_a_byline_is_a_list_of_people() -> None:
    """Commas, "and" and "&" part the names."""
    assert people_of("By A. Poe, B. Roe and C. Doe") == ("A. Poe", "B. Roe", "C. Doe")
