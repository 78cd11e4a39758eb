"""Bring Arabic words to one stem, and know those too common to search for.

The stemmer is light10 (Larkey, Ballesteros and Connell, "Light stemming for Arabic information
retrieval", 2007), which works on folded letters: it takes off a leading "and", the article with
what is written together with it, and common endings. Snowball's goes by the letters that folding
takes away: on folded forms it parts a noun from the same noun with the article.

We differ in three things. Three letters stay, not two: with two, "class" becomes "in". A leading
waw is taken off behind the article as well, so that a noun that begins with one has one stem with
the article and without it. The endings of verbs, and the t that a feminine noun has before other
endings, are taken off too.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..corpus.fold import forms

SHORTEST = 3
_AND = "و"
_ARTICLES = ("بال", "كال", "فال", "ال", "لل")
# Folded, so that they stand for others as well.
_ENDINGS = ("ها", "ان", "ات", "ون", "ين", "وا", "يه", "ه", "ي", "ت")

_STOP_WORDS = """
في من إلى على عن مع بين بعد قبل عند لدى منذ حتى خلال ضد دون حول تحت فوق أمام وراء نحو عبر مثل
سوى غير أن إن أنه أنها أنهم إنه إنها إنهم بأن لأن لأنه لأنها كأن لكن لكنه لكنها
هو هي هم هن هما أنا نحن أنت أنتم هذا هذه ذلك تلك هؤلاء أولئك هذان هاتان
الذي التي الذين اللذان اللذين اللتان اللتين اللاتي اللواتي
ما ماذا ممن مما عما فيما بما كما إنما لا لم لن لما ليس ليست قد لقد هل كيف متى أين كم
كان كانت كانوا كنت يكون تكون يكن تكن
كل كلا بعض أي أية أيضا فقط جدا نفس نفسه نفسها ذات كذلك لذلك بذلك هنا هناك
حيث حين حينما عندما بينما إذا إذ ثم أو أم بل لو لولا إلا كي لكي
فيه فيها فيهم منه منها منهم عليه عليها عليهم إليه إليها إليهم عنه عنها عنهم به بها بهم له لها لهم
"""


def stem(form: str) -> str:
    """Return the stem of a folded form."""
    stemmed = _without_and(bare(_without_and(form)))
    for ending in _ENDINGS:
        if stemmed.endswith(ending) and len(stemmed) >= SHORTEST + len(ending):
            stemmed = stemmed.removesuffix(ending)
    return stemmed


def bare(form: str) -> str:
    """Return a form without the article, and without what is written together with the article."""
    joined = _without_and(form)
    for article in _ARTICLES:
        if joined.startswith(article) and len(joined) >= SHORTEST + len(article):
            return joined.removeprefix(article)
    return form


def _without_and(form: str) -> str:
    return form[1:] if form.startswith(_AND) and len(form) > SHORTEST else form


def stop_words() -> Iterator[str]:
    """Yield the folded words that a query is not ranked by, also with a leading "and"."""
    for word in forms(_STOP_WORDS):
        yield from (word, _AND + word)
