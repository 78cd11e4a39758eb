"""Recognise captions and credits of pictures that a text capture has lost.

Evidence is one of: a line that is a credit (agency names between brackets, "Photo courtesy of"),
the lines of the same group above it, a sentence that says of itself that it is a picture, or a
sentence that stands twice in a row in a group, as alternative text and caption do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .capture import Block, Removed
from .rules import PublisherRules
from .wording import fold, is_sentence

LONGEST_CAPTION = 70
LONGEST_CREDIT = 25
MOST_CHARACTERS = 800
"""A pattern that backtracks stays cheap on a line of this length."""
LARGEST_GROUP = 6
AGENCY = (
    r"(?:AFP|AP|Reuters|REUTERS|Getty|EPA|EFE|dpa|DPA|ANSA|TASS|AA|PA|SANA|Xinhua|Anadolu|Bloomberg"
    r"|Associated Press|Agence France|European Pressphoto|Shutterstock|Alamy|NurPhoto|Zuma|ZUMA"
    r"|Rex|Flickr|Wikimedia|iStock|Sputnik|Magnum|Polaris|Redux|Twitter|Facebook|Instagram|YouTube"
    r"|Telegram|Handout|Courtesy|courtesy|Creative Commons|File photo|file photo|Photo|photo|Image"
    r"|رويترز|أ ف ب|ا ف ب|أسوشيتد برس|الأناضول|فرانس برس)"
)
BRACKETED = re.compile(rf"[\[(](?=[^\])]*(?<!\w){AGENCY}(?!\w))[^\[\]()]{{2,120}}[\])]\s*[.]?$")
ALONE = re.compile(
    r"(?:(?:photo|photograph|picture|image|photo credit|image credit|credit|foto|bild|crédit photo"
    r"|crédits?|fotografía|imagen|صورة|تصوير)s?\s*(?::|by\b|©|/)\s*\S.*|©\s*\S.*)$",
    re.IGNORECASE,
)
COURTESY = re.compile(
    r"\b(?:photos?|pictures?|images?|video|map|graphic)s? (?:is |are )?(?:courtesy|taken|provided"
    r"|shared|posted|released) (?:of|by)\b|\b(?:photo|image|picture|credit)s?\s?:\s?[A-Z@]"
    r"|\b[Pp]hoto by [A-Z]",
    re.IGNORECASE,
)
OF_ITSELF = re.compile(
    r"\b(?:is|are|was|were) (?:seen|pictured|shown)\b[^.]*\bin (?:a|an|this|the)\b[^.]{0,40}"
    r"\b(?:picture|photo|photograph|image|frame|screengrab|still)"
    r"|^in this\b[^.]{0,60}\b(?:photo|picture|image|frame|screengrab|still)\b"
    r"|^(?:file )?(?:photo|picture|image)(?: illustration)?\s?[:-]|^FILE\b\s?[-:–—]"
    r"|^(?:caption|image caption|media caption)\b",
    re.IGNORECASE,
)


def captions(blocks: Sequence[Block], _rules: PublisherRules) -> Iterator[Removed]:
    """Yield captions and credits."""
    for index, block in enumerate(blocks):
        evidence = _caption_evidence(block.text)
        if evidence:
            yield Removed(block, "caption", evidence)
            yield from _above(blocks, index)
        elif _stands_twice(blocks, index):
            yield Removed(block, "caption", "the line stands twice in a row above a credit")


def is_credit(text: str) -> bool:
    """Tell whether a line is nothing but a credit."""
    if len(text) > MOST_CHARACTERS or len(text.split()) > LONGEST_CREDIT:
        return False
    found = BRACKETED.search(text)
    return bool(ALONE.match(text)) or (found is not None and found.start() == 0)


def _caption_evidence(text: str) -> str:
    if len(text) > MOST_CHARACTERS or len(text.split()) > LONGEST_CAPTION:
        return ""
    bracket = BRACKETED.search(text)
    if bracket and _is_after_caption(text[: bracket.start()]):
        return f"ends with a credit: {bracket.group()}"
    for pattern in (ALONE, COURTESY, OF_ITSELF):
        found = pattern.search(text) if pattern is not ALONE else pattern.match(text)
        if found:
            return f"says that it is a picture's: {found.group()[:60]}"
    return ""


def _is_after_caption(before: str) -> bool:
    """Tell whether the words before a credit can be a caption: no speech, at most two sentences."""
    quoted = any(mark in before for mark in '"“”«»')
    return not quoted and len(re.findall(r"[.!?]\s", before)) <= 1


def _above(blocks: Sequence[Block], index: int) -> Iterator[Removed]:
    """Yield the caption that stands over a bare credit in the same group."""
    credit = blocks[index]
    if not is_credit(credit.text):
        return
    group = [block for block in blocks[:index] if block.group == credit.group]
    if len(group) >= LARGEST_GROUP:
        group = group[-1:]
    for block in group:
        if not _caption_evidence(block.text):
            yield Removed(block, "caption", f"stands over a credit: {credit.text[:60]}")


def _stands_twice(blocks: Sequence[Block], index: int) -> bool:
    block = blocks[index]
    neighbours = (*blocks[max(index - 1, 0) : index], *blocks[index + 1 : index + 2])
    return is_sentence(block.text) and any(
        other.group == block.group and fold(other.text) == fold(block.text) for other in neighbours
    )
