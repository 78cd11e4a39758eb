"""Tell a text's language from its script and its commonest words, where nothing declares it."""

from __future__ import annotations

import re

from .wording import words_of

COMMON = {
    "en": "the of and to in that for was said with his from were which their",
    "fr": "le la les des et du une est dans pour que qui sur au avec",
    "de": "der die und den das von mit ist des dem nicht ein eine auf sich",
    "es": "el los las del que una por con para se su fue como más al",
    "pt": "os do da em um uma para com não que foi dos ao mais pelo",
    "it": "il di che è gli della per una nel sono con dei alla non più",
    "nl": "de het een van en dat op te zijn met voor niet aan er ook",
    "tr": "ve bir bu için ile olarak olan daha çok sonra kadar ancak göre ise olduğu",
}
SCRIPTS = (
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
)
PERSIAN = re.compile("[پچژگ]")
UKRAINIAN = re.compile("[іїєґ]")
SAMPLE = 20_000


def language_of(text: str) -> str:
    """Return a BCP 47 tag, or an empty string where the text does not tell."""
    sample = text[:SAMPLE]
    letters = sum(map(str.isalpha, sample))
    for tag, script in SCRIPTS:
        share = len(script.findall(sample))
        if share * 3 > letters > 0:
            return _within_script(tag, sample, share)
    words = words_of(sample)
    counts = {tag: sum(map(set(line.split()).__contains__, words)) for tag, line in COMMON.items()}
    best = max(sorted(counts), key=counts.__getitem__)
    return best if counts[best] * 20 > len(words) else ""


def _within_script(tag: str, sample: str, share: int) -> str:
    if tag == "ar" and len(PERSIAN.findall(sample)) * 40 > share:
        return "fa"
    if tag == "ru" and len(UKRAINIAN.findall(sample)) * 40 > share:
        return "uk"
    return tag
