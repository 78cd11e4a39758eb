"""List the words that say that something was said, each with its frame.

A frame says where the content stands:

- SAY: "X said (that) Y", "Y, X said", "Y, said X".
- TELL: as SAY, with a hearer: "X told Z (that) Y", "Y, X told Z".
- SHOW: a finding, often a document's: "the poll found that Y", "Y, the poll found".
- TAKE: a stance towards something: "X denied Y", "X accused Z of Y", "X wants to Y".

The choice of words follows what the PolNeAR corpus annotates as attribution (Newell, Margolin and
Ruths, "An Attribution Relations Corpus for Political News", LREC 2018): speech and writing,
belief, wish, intention and appraisal, as long as a source holds them.
"""

from __future__ import annotations

from enum import Enum

from .inflection import forms
from .lexicon import word_set
from .words import QUOTE


class Frame(Enum):
    """Where the content of a cue verb stands; the module's docstring says how."""

    SAY = "say"
    TELL = "tell"
    SHOW = "show"
    TAKE = "take"


_SAY = """
say add note report announce state declare claim argue write explain insist acknowledge admit
confirm recall tweet respond reply contend assert conclude reiterate estimate maintain suggest
allege predict post comment remark observe stress emphasize boast joke caution complain concede
continue lament proclaim quip retort testify vow pledge swear believe think recount repeat
disclose reveal clarify agree counter muse whisper shout exclaim calculate reckon read opine
elaborate interject chime grumble stipulate emphasise hint imply echo brag rebut concur disagree
signal foresee retweet
"""
_TELL = """
tell ask warn inform remind assure urge advise notify convince persuade
"""
_SHOW = """
show find indicate demonstrate
"""
_TAKE = """
deny reject dismiss refute dispute accuse blame call describe label brand characterize portray
cast criticize condemn denounce blast slam attack decry deride mock question challenge praise
applaud hail laud thank welcome endorse back support favor oppose advocate promote defend demand
propose recommend promise threaten offer order encourage discourage implore beg appeal request
hope want wish plan intend expect fear worry doubt suspect know understand
decide refuse decline discuss mention cite invoke detail outline highlight
underscore liken tout envision unveil express resent speculate wonder protest object
point refer speak charge rule state rate criticise characterise lambaste castigate ridicule taunt
bemoan disavow repudiate renounce dub credit fault commend rebuke regard deem apologise apologize
analyse portend rip bash celebrate
"""

# A verb of this list counts only with one of these words behind it ("pointed out", "called for").
PARTICLES: dict[str, frozenset[str]] = {
    "point": frozenset(("out", "to")),
    "refer": frozenset(("to",)),
    "speak": frozenset(("of", "about", "out")),
    "object": frozenset(("to", "that")),
    "complain": frozenset(("that", "about", "of", "bitterly")),
    "continue": frozenset((",",)),
    "read": frozenset((":", ",")),
    "post": frozenset((":", "that", ",", "on")),
    "offer": frozenset(("to",)),
    "appeal": frozenset(("to", "for")),
    "maintain": frozenset(("that", ",", "he", "she", "they")),
    "charge": frozenset(("that", ",", QUOTE)),
    "rule": frozenset(("that", ",", QUOTE)),
    "state": frozenset(("that", ",", ":", QUOTE, "in", "on")),
    "plan": frozenset(("to", "on")),
    "hope": frozenset(("to", "that", "the", "for", "he", "she", "they", "it")),
    "refuse": frozenset(("to",)),
    "decline": frozenset(("to",)),
    "know": frozenset(("that",)),
    "understand": frozenset(("that",)),
}

# Forms that are something else nearly always ("the state", "back home", "the rules").
_NOT_VERBS = word_set(
    "credit credits fault faults signal signals echo state states rule rules rate rates rating "
    "back counter cast charge"
)


def _table() -> dict[str, tuple[str, Frame]]:
    table: dict[str, tuple[str, Frame]] = {}
    rows = ((Frame.TAKE, _TAKE), (Frame.SHOW, _SHOW), (Frame.TELL, _TELL), (Frame.SAY, _SAY))
    for frame, lemmas in rows:
        for lemma in lemmas.split():
            for form in forms(lemma):
                if form not in _NOT_VERBS:
                    table[form] = (lemma, frame)
    return table


VERBS = _table()
SPEECH = frozenset(form for form, (_, frame) in VERBS.items() if frame in (Frame.SAY, Frame.TELL))

# "the number" in "X put the number at N".
PUT = frozenset(("put", "puts", "putting", "placed", "places"))
MEASURES = word_set(
    "number numbers toll figure figures total count cost price share size estimate odds"
)

# "described X as Y": the "as" goes on with the content; behind other stances it begins a clause.
AS_VERBS = word_set(
    "describe characterize portray brand label cast hail dismiss denounce condemn cite tout rate "
    "reject mock decry praise see call envision criticize refer"
)

# What a speaker sends: "X issued a statement calling for Y" says what X calls for.
DOCUMENTS = word_set(
    "letter letters statement tweet tweets report proposal resolution petition memo speech message "
    "post posts note appeal"
)
# "at" begins the number of "X put Y at N" before one of these words or a digit.
AMOUNTS = word_set(
    "more about nearly around least between up some roughly approximately over less fewer almost "
    "half just only no one two three four five six seven eight nine ten twenty dozens hundreds "
    "thousands"
)
# "by the account of X", "in X's words".
ACCOUNTS = word_set("account accounts words view count opinion telling reckoning estimate")

# "X's claim that", "his statement that", "a promise to", "a report by X that".
NOUNS = word_set(
    """
    claim claims statement statements assertion assertions allegation allegations accusation
    accusations announcement report reports estimate estimates warning warnings admission argument
    belief view opinion conclusion suggestion prediction promise pledge vow threat call calls demand
    plan plans proposal decision hope hopes fear fears concern concerns doubt doubts criticism
    denial acknowledgment acknowledgement insistence recommendation request refusal comment comments
    remark remarks description assessment account testimony contention complaint complaints rhetoric
    commitment endorsement opposition support determination theory idea notion explanation response
    """
)
