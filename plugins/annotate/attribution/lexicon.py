"""List the closed classes of English words that bound a noun phrase or a clause."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


PERSON_PRONOUNS = word_set("he she")
PRONOUNS = PERSON_PRONOUNS | word_set(
    "i we you they it this these those others many most few some one another"
)
POSSESSIVES = word_set("his her their its my our your whose")
RELATIVES = word_set("who which that")
DETERMINERS = POSSESSIVES | word_set(
    "a an the this these those some many several most all both few any no each every another"
)
AUXILIARIES = word_set(
    "am is are was were be been being has have had having do does did will would can could may "
    "might must shall should 's 're 've 'll 'd 'm isn't aren't wasn't weren't hasn't haven't "
    "hadn't doesn't don't didn't won't wouldn't can't couldn't shouldn't mustn't cannot not never"
)
BE = word_set("am is are was were be been being 're 'm isn't aren't wasn't weren't")
ADVERBS = word_set(
    "also then later earlier now once again often always ever still just already first once even "
    "all both soon only meanwhile further thus therefore however instead too long yet so far "
    "simply almost else there going on to seem seems went came"
)
TIMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight "
    "overnight january february march april june july august september october november december "
    "jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. morning afternoon evening night week month "
    "year weekend recently ago"
)
TIME_LEADS = word_set("on in at this last late early next that over the by during")
PREPOSITIONS = word_set(
    "of in on at to for from with by about into over under after before during through between "
    "among against within without near across around behind along amid since until via toward "
    "towards upon inside outside despite including following"
)
CONJUNCTIONS = word_set(
    "and or but nor because while when whenever if although though as than whether unless whereas "
    "that where how why what so"
)
CLAUSE_BREAKS = CONJUNCTIONS - {"and", "or"}
PUNCTUATION = frozenset((",", ";", ":", ".", "?", "!", "—", "–", "-", "―", "...", "…", "“”"))
BRACKETS = {")": "(", "]": "["}
CLAUSE_ENDS = frozenset((";", "—", "―"))
COUNTING = word_set("least most all total many much first addition about around over nearly up")
