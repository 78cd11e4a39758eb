"""List the small words that decide where a name begins, how it is written, and whose it is."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(words.split())


# The Arabic article as reports write it, before sun letters, too.
ARTICLES = _set(
    """
    a ad adh al an ar as ash at ath az e ed edh el en er es esh et ez ul
    """
)

# Parts of names that reports write with either case: articles, and what joins two parts.
PARTICLES = ARTICLES | _set(
    "abu and bin bint da de del della den der di du for ibn in la le of on the to umm van von"
)

# What stands before a hyphen and leaves the name after it whole: "pro-Assad", "ex-Nusra".
PREFIXES = _set(
    """
    all anti co counter cross ex former inter intra mid near neo non post pre pro pseudo
    quasi semi sub then trans ultra un
    """
)

# A capitalised word before a surname that is no given name: what opens a sentence ...
_OPENERS = _set(
    """
    a about according after again against ago all also although among an and another any are
    as asked at back because before behind both but by can could despite did do does during
    each earlier either even ever every few finally for formerly from had has have he her
    here his how however i if in inside instead into is it its just last later like many may
    meanwhile might moreover most much must my near neither never next no nor not nothing
    now of on once one only or other our out outside over perhaps quoting said says she
    should since so some still such than that the their then there these they this those
    though through thus to today told tomorrow too under unlike until up was we were what
    when where whether which while who whom whose why will with within without would
    yesterday yet you your
    """
)
# ... and titles and ranks, which are no part of the name.
_TITLES = _set(
    """
    activist adm admiral adviser advisor affairs aide ambassador analyst archbishop author
    ayatollah bishop brig brigadier businessman caliph capt captain chairman chairwoman
    chancellor chief cleric co-chair col colonel commander commissioner comrade congressman
    coordinator corporal correspondent councillor counsellor defector delegate deputy
    dictator diplomat director dissident doctor dr economist elect emir envoy expert father
    fighter first-lieutenant foreign former founder gen general governor grand hajj hajji
    head historian host imam inspector interim journalist judge justice king lady lawmaker
    lawyer leader lieutenant lord lt maj major marshal martyr mayor mediator member minister
    miss monitor mr mrs ms mufti mullah negotiator nurse officer official opposition
    organizer pastor patriarch photographer pilot pope premier president priest prime prince
    princess prisoner prof professor queen rabbi rapporteur rebel refugee rep reporter
    researcher resident rev reverend rtd saint sayyid secretary senator sergeant sgt shah
    shaikh sheik sheikh sheriff sir specialist spokesman spokesperson spokeswoman staff
    state strongman sultan surgeon teacher uncle vice volunteer warlord writer
    """
)
OPENERS_AND_TITLES = _OPENERS | _TITLES

# A capitalised word after a surname that goes on with the sentence.
CALENDAR = _set(
    """
    monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    """
)

# Words that an acronym becomes by mistake where a whole line is in capitals: "HELP US NOW".
SHOUTED = _set(
    """
    all am an any are as at be can did do for he his if in is it no not now of on one or our
    out so that the they this to un up us was we who why you
    """
)
