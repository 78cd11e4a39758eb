"""Find the events that the articles' sentences tell of: found, until a curator confirms them."""

from .candidates import Candidate, candidates
from .deciding import Decided, confirmed_slug, decide
from .grouping import Group, found_events, grouped

__all__ = [
    "Candidate",
    "Decided",
    "Group",
    "candidates",
    "confirmed_slug",
    "decide",
    "found_events",
    "grouped",
]
