"""Hold what words are read against: the publication date, the narrative so far, the tense."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

# What the narrative falls back to where nothing is known; every value that rests on it is masked.
NO_DAY = date(2000, 6, 14)

_TO = (
    "expected|scheduled|plan(?:s|ned|ning)?|due|set|slated|likely|ready|agreed|intend(?:s|ed)?"
    "|hope[sd]?|want(?:s|ed)?|about|going|is|are|vowed|promised|ha(?:s|ve|d)|need(?:s|ed)?"
    "|continue|decided?|prepar(?:ed?|ing)|try(?:ing)?|seek(?:s|ing)?"
)
_CUE = re.compile(
    rf"\b(?:(?P<future>(?:{_TO}) to"
    r"|(?:will|would|shall|may|might|must|should|to|'ll|cannot)(?: \w+)? be(?: \w+)?"
    r"|will|won't|shall|would|'ll|'d|may|might|should|must"
    r"|scheduled|slated|planned|planning|expected|due|payable|upcoming|effective|expires?|begins"
    r"|opens|starts|coming)"
    r"|(?P<past>was|were|wasn't|weren't|had|hadn't|did|didn't|been"
    r"|(?<!\ba )(?<!\ban )(?<!\bthe )(?<!still )[a-z]+ed|said|told|came|went"
    r"|began|fell|rose|won|lost|made|took|gave|met|led|left|held|sent|got|broke|struck|hit|shot"
    r"|found|saw|became|put|ran|brought|fought|spoke|wrote|drove|flew|grew|sold|bought|paid"
    r"|set|cut|shut|hurt|read|fled|shows?|says))\b"
)
_STOP = re.compile(r"[.!?;]\s+(?=\S)(?<!\bno. )(?<![a-z]\.[a-z]. )|[\"“”]|--| _ ")
_REACH_BACK, _REACH_AHEAD = 110, 70


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is read against.

    `text` is the paragraph as matched, `written` as it stands. `narrative` is the day, and
    `period` the TIMEX3 value of the quarter or half year ("1989-Q3"), that was spoken of last;
    `year` the last year that was named.
    `day_first`: in 3/4/2016 the day stands before the month.
    """

    published: date
    text: str
    written: str
    narrative: date | None = None
    period: str = ""
    year: int = 0
    day_first: bool = False

    @property
    def day(self) -> date:
        """Return the day that the narrative stands at."""
        return self.narrative or self.published

    def capital(self, start: int) -> bool:
        """Tell whether the word at this offset is written with a capital."""
        return self.written[start : start + 1].isupper()

    def direction(self, start: int, end: int) -> int:
        """Tell by the nearest verb whether the words mean the past (-1), the future (1) or (0)."""
        return _direction(self.text, start, end)


@lru_cache(maxsize=4096)
def _direction(text: str, start: int, end: int) -> int:
    """Look for a cue before the words in their sentence, then after them."""
    before = text[max(0, start - _REACH_BACK) : start]
    stops = [stop.end() for stop in _STOP.finditer(before)]
    cues = list(_CUE.finditer(before, stops[-1] if stops else 0))
    if not cues:
        after = text[end : end + _REACH_AHEAD]
        stop = _STOP.search(after)
        cue = _CUE.search(after, 0, stop.start() if stop else len(after))
        cues = [cue] if cue else []
    if not cues:
        return 0
    return 1 if cues[-1]["future"] else -1
