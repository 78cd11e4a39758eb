"""Tell a page that stands in a report's place from a report that is only short.

Servers and publishers send such pages with the report's address: an error, a check for robots, a
question about cookies, the first lines above a paywall. Evidence is a sentence that they say, in a
capture with little other text.
"""

from __future__ import annotations

import re

from ..corpus.problems import ImportProblems
from .capture import Cleaned

SHORT = 400
"""Characters of a report's text from which on these sentences may be anybody's."""
PAYWALL = re.compile(
    r"(?:subscribe|sign in|log in|register|sign up) (?:now )?(?:to|and) (?:continue|keep|read"
    r"|unlock)"
    r"|already (?:a|have a) (?:subscriber|subscription|member)|(?:for|to) subscribers only"
    r"|this (?:article|content|story) is (?:only )?(?:for|available to) (?:our )?(?:subscribers"
    r"|members)"
    r"|réservée? aux abonnés|weiterlesen mit|nur für abonnenten|solo para suscriptores"
    r"|للمشتركين فقط|اشترك لمتابعة القراءة",
    re.IGNORECASE,
)
IN_PLACE = {
    "an error page": re.compile(
        r"\b(?:404|410|403|500|502|503)\b.{0,20}\b(?:not found|gone|forbidden|error|unavailable"
        r"|bad gateway)|page (?:you (?:were|are) looking for|not found|cannot be found)"
        r"|access denied",
        re.IGNORECASE,
    ),
    "a check for robots": re.compile(
        r"checking (?:if the site|your browser)|verify (?:that )?you are (?:a )?human"
        r"|enable javascript and cookies|are you a robot",
        re.IGNORECASE,
    ),
    "a question about cookies": re.compile(
        r"before you continue|accept all cookies|you agree to our use of cookies", re.IGNORECASE
    ),
}


def named_stub(cleaned: Cleaned) -> str:
    """Return a doubt where a capture stops at a paywall, else an empty string.

    Raises ImportProblems where another page stands in the report's place.
    """
    if sum(len(block.text) for block in cleaned.blocks) >= SHORT:
        return ""
    removed = (each.block.text for each in cleaned.removed)
    said = "\n".join((cleaned.title, *(block.text for block in cleaned.blocks), *removed))
    walled = PAYWALL.search(said)
    if walled:
        return f"it stops at a paywall: {walled.group()}"
    for kind, pattern in IN_PLACE.items():
        found = pattern.search(said)
        if found:
            raise ImportProblems(f"it is {kind} and no report: {found.group()}")
    return ""
