"""Turn a capture's bytes into text, and say how sure that is.

The order is that of the WHATWG HTML standard (byte order mark, transport, prescan), with two
changes for archives: bytes that are valid UTF-8 with non-ASCII letters are UTF-8 whatever is
declared, and what is declared must decode. What is left is detected (charset-normalizer).
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from ..corpus.problems import ImportProblems
from .capture import Decoded
from .language import language_of

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
PRESCAN = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})""")
PRESCAN_BYTES = 4096
SAMPLE_BYTES = 200_000
FIRST_HIGH = 0x80
WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
"""Labels that browsers read as a larger set (WHATWG Encoding standard, § 4.2)."""
CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
WESTERN = "cp1252"
LIKELY = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "iso8859_2", "iso8859_5", "iso8859_7", "koi8_r", "koi8_u", "gb18030", "big5", "shift_jis",
    "euc_jp", "euc_kr", "iso2022_jp", "cp874", "cp866", "mac_roman", "mac_cyrillic",
]  # fmt: skip
"""Encodings that pages and text files are found in; no other is guessed."""
ARABIC_ARTICLE = {"cp1256": b"\xc7\xe1", "iso8859_6": b"\xc7\xe4"}
CODE_PAGES = {
    **dict.fromkeys(("en", "fr", "de", "es", "pt", "it", "nl"), WESTERN),
    "tr": "cp1254",
}
"""What texts in Latin letters are written in, where nothing is declared."""
WINDOWS_ONLY = re.compile(rb"[\x80-\x9f]")
LATIN_2 = re.compile(rb"[\xa9\xab\xae\xb9\xbb\xbe]")
"""Letters of Czech, Polish and Hungarian where ISO 8859-2 has them and Windows does not."""

NORDIC = re.compile(
    rb"[\x00-\xa0\xab\xb0\xb7\xbb\xc4\xc5\xc6\xc9\xd6\xd8\xe0\xe4\xe5\xe6\xe9\xf6\xf8]*"
)
"""What Swedish, Danish and Norwegian are written in; Central Europe has other letters as well."""
GREEK_ISO = b"\xb6"
"""An accented Alpha where ISO 8859-7 has it and Windows does not."""
HIGH_WORDS = re.compile(rb"[\x81-\x9f\xa1-\xff]{4,}")
FEW_LETTERS = 20


def decode(content: bytes, declared: str = "") -> Decoded:
    """Decode a capture; `declared` is a charset named outside of it (mail, web server).

    Raises ImportProblems where the bytes are no text.
    """
    if not content.strip(b"\x00 \t\r\n"):
        raise ImportProblems("the capture is empty")
    return _without_controls(
        _marked(content)
        or _plain_utf8(content)
        or _declared(content, declared)
        or _detected(content)
    )


def _marked(content: bytes) -> Decoded | None:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            text = content[len(mark) :].decode(encoding, "replace")
            return Decoded(text, encoding, "bom", _replaced(text))
    return _utf16_without_mark(content)


def _utf16_without_mark(content: bytes) -> Decoded | None:
    """Recognise UTF-16 text by the NUL in every second byte of its spaces and ASCII letters.

    Which of the two bytes it is tells their order: one that begins with an ASCII letter has the
    bytes of a space in both orders.
    """
    sample = content[:SAMPLE_BYTES]
    first, second = sample[::2], sample[1::2]
    for encoding, nul, low in (("utf-16-le", second, first), ("utf-16-be", first, second)):
        most = nul.count(b"\x00") > 3 * low.count(b"\x00")
        if most and nul.count(b"\x00") > len(sample) // 20 and low.count(b" ") > len(sample) // 100:
            text = content.decode(encoding, "replace")
            return Decoded(text, encoding, "detected", "no byte order mark")
    return None


def _plain_utf8(content: bytes) -> Decoded | None:
    if b"\x1b$" in content or b"~{" in content:
        return None  # ISO-2022 and HZ are written in ASCII bytes
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _nearly_utf8(content)
    return Decoded(text, "utf-8", "utf-8")


def _nearly_utf8(content: bytes) -> Decoded | None:
    """Accept UTF-8 with a torn character or two: a page cut by a byte limit."""
    text = content.decode("utf-8", "replace")
    torn = text.count("\ufffd")
    whole = sum(1 for letter in text[:SAMPLE_BYTES] if letter > "\x7f") - torn
    if torn * 20 > whole:
        return None
    return Decoded(text, "utf-8", "utf-8", _replaced(text))


def _declared(content: bytes, declared: str) -> Decoded | None:
    prescan = PRESCAN.search(content[:PRESCAN_BYTES])
    names = (declared, prescan.group(1).decode("ascii") if prescan else "")
    for name in filter(None, names):
        try:
            encoding = codecs.lookup(name).name
            encoding = WIDER.get(encoding, encoding)
            text = content.decode(encoding)
            if encoding == WESTERN and _is_not_western(content[:SAMPLE_BYTES]):
                continue
            return Decoded(text, encoding, "declared")
        except (LookupError, UnicodeDecodeError):
            continue
    return None


def _is_not_western(sample: bytes) -> bool:
    """Tell whether words are written in high bytes alone, as in no language of that code page.

    Servers and editors declare it of whatever they are given.
    """
    words = sum(map(len, HIGH_WORDS.findall(sample)))
    return words >= FEW_LETTERS and words * 2 > sum(byte >= FIRST_HIGH for byte in sample)


def _detected(content: bytes) -> Decoded:
    sample = content[:SAMPLE_BYTES]
    if b"\x00" in sample:
        raise ImportProblems("the capture is not text (it has NUL bytes)")
    encoding = _arabic(sample) or _best_guess(sample)
    text = content.decode(encoding, "replace")
    doubt = "detected from the letters, nothing is declared"
    return Decoded(text, encoding, "detected", " ".join(filter(None, (doubt, _replaced(text)))))


def _arabic(sample: bytes) -> str:
    """Return the Arabic code page in whose bytes the article "al-" stands again and again."""
    high = sum(byte >= FIRST_HIGH for byte in sample)
    counts = {name: sample.count(article) for name, article in ARABIC_ARTICLE.items()}
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] * 30 > high else ""


def _best_guess(sample: bytes) -> str:
    """Return the likeliest encoding; the language of a text's plain words decides first."""
    language = language_of(sample.decode("ascii", "ignore"))
    if language in CODE_PAGES:
        return CODE_PAGES[language]
    best = from_bytes(sample, cp_isolation=LIKELY).best()
    name = best.encoding if best else WESTERN
    name = WIDER.get(codecs.lookup(name).name, name)
    if name == "cp1250":
        return _central(sample)
    if name == "cp1253" and GREEK_ISO in sample and not WINDOWS_ONLY.search(sample):
        return "iso8859_7"
    same = sample.decode(name, "replace") == sample.decode(WESTERN, "replace")
    return WESTERN if same else name


def _central(sample: bytes) -> str:
    """Return which of the code pages of Central Europe a text is in, or that it is Nordic."""
    if NORDIC.fullmatch(sample):
        return WESTERN
    is_latin_2 = LATIN_2.search(sample) and not WINDOWS_ONLY.search(sample)
    return "iso8859_2" if is_latin_2 else "cp1250"


def _replaced(text: str) -> str:
    count = text.count("\ufffd")
    return f"{count} bytes could not be read" if count else ""


def _without_controls(decoded: Decoded) -> Decoded:
    """Drop control characters (no text has them; XML and Markdown refuse them), and count them."""
    text, dropped = CONTROLS.subn("", decoded.text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n")
    note = f"{dropped} control characters dropped" if dropped else ""
    doubt = "; ".join(filter(None, (decoded.doubt, note)))
    return Decoded(text, decoded.encoding, decoded.how, doubt)
