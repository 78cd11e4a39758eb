"""Say what the corpus is made of: the frozen dataclasses that pass between the rooms.

The words are those of docs/formats.md. Offsets are in code points of a paragraph's text, half
open (`start` included, `end` not), and `surface == text[start:end]` always holds. Dates are EDTF
strings (ISO 8601-2:2019, Library of Congress profile); an empty string means "not known".
"""

from .articles import (
    Annotated,
    Article,
    Correction,
    DateExpression,
    Figure,
    Mention,
    Paragraph,
    Passage,
)
from .claims import Claim, Statement
from .cleanings import Cleaning, Decoding, KeptBlock, RemovedBlock
from .entities import KINDS, PRECISIONS, Alias, Coordinates, Entity, Role
from .events import Event, Evidence, by_time
from .places import Where
from .vocabulary import Form, Term, Vocabulary
from .whole import Corpus, Sighting, Site, Titles

__all__ = [
    "KINDS",
    "PRECISIONS",
    "Alias",
    "Annotated",
    "Article",
    "Claim",
    "Cleaning",
    "Coordinates",
    "Corpus",
    "Correction",
    "DateExpression",
    "Decoding",
    "Entity",
    "Event",
    "Evidence",
    "Figure",
    "Form",
    "KeptBlock",
    "Mention",
    "Paragraph",
    "Passage",
    "RemovedBlock",
    "Role",
    "Sighting",
    "Site",
    "Statement",
    "Term",
    "Titles",
    "Vocabulary",
    "Where",
    "by_time",
]
