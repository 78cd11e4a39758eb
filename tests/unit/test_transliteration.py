"""Hold which spellings are proposed as one name, and which never are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.corpus.transliteration import ALIKE, alike, skeleton

NAMES = st.text(st.sampled_from("abdehikloqrsuwyz -'’ʿāṣالصخورعحب"), max_size=18)


@pytest.mark.parametrize("spelling", ["a-Sakhour", "al-Sakhur", "as-Sakhoor", "Ṣāḫūr", "الصاخور"])
def test_the_skeletons_of_one_name_meet(spelling: str) -> None:
    """Article, sun letter, vowels and script leave the consonants as they are."""
    assert skeleton(spelling) == skeleton("Sakhour")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Qaddour", "Kadour"),
        ("Dhahir", "Zaher"),
        ("Abdel Rahman", "Abd ar-Rahman"),
        ("Abdulrahman", "عبد الرحمن"),
        ("Nur ad-Din", "Noureddine"),
        ("Hezbollah", "Hizballah"),
        ("Sa'id", "Saeed"),
        ("eastern Ghouta", "East Ghuta"),
        ("Aïcha", "Aisha"),
    ],
)
def test_spellings_of_one_name_are_alike(one: str, other: str) -> None:
    """What systems of transliteration make of one name is proposed as one."""
    assert alike(one, other) >= ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("East Aleppo", "West Aleppo"),
        ("East Aleppo", "Aleppo"),
        ("Brigade 46", "Brigade 80"),
        ("Hassan", "Hussein"),
        ("Salim", "Salam"),
        ("القصير", "القصر"),
        ("Abdul Rahman", "Abdul Rahim"),
        ("Abu Omar Salim", "Abu Omar Salam"),
    ],
)
def test_names_that_differ_are_not_alike(one: str, other: str) -> None:
    """A direction, a number, a consonant or the vowels of a root part two names."""
    assert alike(one, other) < ALIKE


def test_directions_stand_before_the_skeleton() -> None:
    """East and west never meet, whatever the rest."""
    assert skeleton("east Aleppo") != skeleton("west Aleppo")


@given(NAMES, NAMES)
def test_likeness_has_no_direction(one: str, other: str) -> None:
    """It is the same from either side, and between 0 and 1."""
    assert alike(one, other) == pytest.approx(alike(other, one))
    assert 0 <= alike(one, other) <= 1


@given(NAMES)
def test_a_name_is_alike_itself(name: str) -> None:
    """Nothing is more alike than the same name."""
    assert alike(name, name) == 1
