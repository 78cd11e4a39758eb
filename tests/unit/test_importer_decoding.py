"""Bytes become text in the encoding that they are in, and doubt is said."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.corpus.problems import ImportProblems
from plugins.importer.decoding import decode

ENGLISH = "The café on the quay – “Chez Zoé” – sold bread for €3 that morning.\n" * 4
ARABIC = "قال المجلس إن المخزن سيفتح أبوابه للعائلات التي فقدت منازلها في الفيضان.\n" * 4
TURKISH = "Nehir kasabası ambarını açtı ve üç üye bunu bir toplantı için söyledi, dedi şef.\n" * 4
FRENCH = "Le conseil a décidé d’ouvrir le grenier aux familles, et la route sera libérée.\n" * 4
RUSSIAN = "Совет города на реке решил открыть зернохранилище для семей, потерявших дома.\n" * 4


@pytest.mark.parametrize(
    ("text", "encoding", "mark", "how"),
    [
        (ENGLISH, "utf-8", b"", "utf-8"),
        (ENGLISH, "utf-8", codecs.BOM_UTF8, "bom"),
        (ENGLISH, "utf-16-le", codecs.BOM_UTF16_LE, "bom"),
        (ARABIC, "utf-16-be", codecs.BOM_UTF16_BE, "bom"),
        (ENGLISH, "utf-16-le", b"", "detected"),
        (ENGLISH, "cp1252", b"", "detected"),
        (ARABIC, "cp1256", b"", "detected"),
        (RUSSIAN, "cp1251", b"", "detected"),
        (ARABIC, "utf-8", b"", "utf-8"),
        (ARABIC, "iso8859_6", b"", "detected"),
        (RUSSIAN, "koi8_r", b"", "detected"),
        (TURKISH, "cp1254", b"", "detected"),
        (FRENCH, "cp1252", b"", "detected"),
    ],
)
def test_decodes_what_archives_hold(text: str, encoding: str, mark: bytes, how: str) -> None:
    """UTF-8, UTF-16 and the Windows code pages are read right, with or without a mark."""
    decoded = decode(mark + text.encode(encoding))
    assert decoded.text == text
    assert decoded.how == how


@pytest.mark.parametrize("encoding", ["cp1256", "cp1252", "utf-16-le"])
def test_says_that_it_guessed(encoding: str) -> None:
    """An encoding that nothing declares is doubtful, and the doubt is said."""
    text = ARABIC if encoding == "cp1256" else ENGLISH
    assert decode(text.encode(encoding)).doubt


def test_a_declared_charset_is_believed() -> None:
    """A page's own charset decides, read as browsers read it."""
    page = b'<meta charset="iso-8859-1"><p>' + "“Zoé”".encode("cp1252")
    decoded = decode(page)
    assert decoded.how == "declared"
    assert decoded.text.endswith("“Zoé”")


def test_valid_utf8_wins_over_a_wrong_declaration() -> None:
    """Pages saved again as UTF-8 keep their old charset line; the bytes tell the truth."""
    page = b'<meta charset="windows-1252"><p>' + ENGLISH.encode()
    assert decode(page).text.endswith(ENGLISH)


def test_a_charset_from_outside_is_believed() -> None:
    """A mail's or a web server's charset comes with the capture."""
    assert decode("Zoé".encode("cp1252"), "windows-1252").text == "Zoé"


def test_control_characters_go_and_are_counted() -> None:
    """No text has NUL or bell; how many were dropped is part of the doubt."""
    decoded = decode(b"one\x07two\x00three")
    assert decoded.text == "onetwothree"
    assert "2 control characters dropped" in decoded.doubt


def test_torn_utf8_is_utf8_with_a_doubt() -> None:
    """A page cut in the middle of a character loses that one, and says so."""
    decoded = decode((ARABIC * 3).encode()[:-3])
    assert decoded.encoding == "utf-8"
    assert "could not be read" in decoded.doubt


@pytest.mark.parametrize(
    "content", [b"", b"  \n", b"\x00\x00", b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe\x80"]
)
def test_refuses_what_is_no_text(content: bytes) -> None:
    """Nothing, white space and images are refused with a message."""
    with pytest.raises(ImportProblems):
        decode(content)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(content: bytes) -> None:
    """Law: decoding raises nothing but the refusal, and never lets control characters through."""
    try:
        decoded = decode(content)
    except ImportProblems:
        return
    assert not any(letter < " " and letter not in "\n\t" for letter in decoded.text)
