"""Hold that levelling makes variants equal and loses no offset."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.annotate.names.level import level, levelled

MIXED = st.text(
    st.sampled_from("ab A'’ʿ-‑–\u00a0 \n\t\u200f\u0301éİßشّـ\u0651“\x00\x01") | st.characters(),
    max_size=40,
)


@given(MIXED)
def test_every_letter_has_its_place(text: str) -> None:
    """Both levelled forms are as long as each other, and every span lies in the source."""
    found = level(text)
    assert len(found.cased) == len(found.low)
    spans = [found.span(at, at + 1) for at in range(len(found.cased))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert [start for start, _ in spans] == sorted(start for start, _ in spans)


@given(MIXED)
def test_levelling_twice_is_levelling_once(text: str) -> None:
    """What is level stays level."""
    assert levelled(levelled(text)) == levelled(text)


def test_ayn_and_apostrophe_variants_meet() -> None:
    """All ways to write an ayn are equal to leaving it out."""
    assert {levelled(name) for name in ("Sha'ar", "Sha’ar", "Shaʿar", "Shaʾar")} == {"Shaar"}


def test_a_possessive_keeps_its_apostrophe() -> None:
    """The s of a possessive does not join the name."""
    assert level("Kilo’s").cased == "Kilo's"


def test_accents_and_harakat_are_dropped() -> None:
    """A scholar's spelling meets a newsroom's."""
    assert (levelled("Ṣākhūr"), levelled("الصّاخُور")) == ("Sakhur", "الصاخور")


def test_a_span_takes_the_marks_of_its_letters() -> None:
    """No accent is cut from its letter, and a leading ayn belongs to the name."""
    text = "in ʿAyn cafe\u0301"
    found = level(text)
    assert text[slice(*found.span(3, 6))] == "ʿAyn"
    assert text[slice(*found.span(7, 11))] == "cafe\u0301"
