"""Hold the calendar of events."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.corpus.model import Annotated, Article, Corpus, Event, Evidence, Site
from plugins.exports.calendars import calendar

CORPUS = Corpus(
    site=Site("Norden; a <record>"),
    articles=(Annotated(Article("one", "One", "2016-05-04", "g", ""), (), (), (), (), ""),),
    events=(
        Event("fall", "Norden, falls", "2016-05-02/2016-05-03", "territory", ("norden",)),
        Event("since", "Since", "2016-05-04/..", evidence=(Evidence("one", "p1"),)),
        Event("guess", "Guess", "2016-05-05?", status="found"),
        Event("when", "Nobody knows", ""),
    ),
)


def unfolded(corpus: Corpus, siteurl: str = "") -> list[str]:
    """Return the calendar's lines as they were before folding (RFC 5545 § 3.1)."""
    text = calendar(corpus, siteurl).content.decode()
    return text.replace("\r\n ", "").split("\r\n")


def test_a_calendar_has_whole_days() -> None:
    """The end is the day after the last (RFC 5545 § 3.6.1); an open end is left out."""
    lines = unfolded(CORPUS)
    starts = [each for each in lines if each.startswith("DTSTART")]
    assert starts == [f"DTSTART;VALUE=DATE:2016050{day}" for day in (2, 4, 5)]
    assert [each for each in lines if each.startswith("DTEND")] == ["DTEND;VALUE=DATE:20160504"]


def test_a_calendar_escapes_what_has_a_meaning() -> None:
    """Commas and semicolons stand in text as RFC 5545 § 3.3.11 wants."""
    assert "SUMMARY:Norden\\, falls" in unfolded(CORPUS)
    assert "X-WR-CALNAME:Norden\\; a <record>" in unfolded(CORPUS)


def test_a_calendar_tells_found_from_confirmed() -> None:
    """What nobody confirmed is tentative."""
    states = [each for each in unfolded(CORPUS) if each.startswith("STATUS")]
    assert states == ["STATUS:CONFIRMED", "STATUS:CONFIRMED", "STATUS:TENTATIVE"]


def test_a_calendar_has_the_time_of_the_content() -> None:
    """The newest report's day, never the clock's."""
    assert "DTSTAMP:20160504T000000Z" in unfolded(CORPUS)


@given(st.text(min_size=1, max_size=200))
def test_a_calendars_lines_are_short_and_whole(title: str) -> None:
    """No line is over 75 octets, none cuts a character, and unfolding gives the text back."""
    corpus = Corpus(events=(Event("e", title, "2016"),))
    lines = calendar(corpus).content.split(b"\r\n")
    assert all(len(each) <= 75 for each in lines)
    assert all(each.decode() is not None for each in lines)
    (summary,) = [each for each in unfolded(corpus) if each.startswith("SUMMARY:")]
    plain = title.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    assert summary == "SUMMARY:" + "\\n".join(plain.splitlines())
