"""Compose a content folder of the exports' objects: every file that they say, as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...annotate.anchors import Remembered, anchor_paragraphs, write_memory
from ...annotate.assembly import ANCHORS
from .headed import TextFile, Thing, article_file, entity_file, event_file, is_machines
from .resting import Exported
from .tables import claim_file, collection_file


def content_files(exported: Exported, *, with_originals: bool = False) -> Iterator[TextFile]:
    """Yield the files of a content folder: path and text.

    `with_originals`: the captures will lie in the folder, so that the articles may name them.
    Events that the machine finds again have no file.
    """
    yield collection_file(exported.build)
    for each in exported.articles:
        yield article_file(each, with_original=with_originals)
    yield from map(entity_file, exported.entities)
    yield from map(event_file, (each for each in exported.events if not is_machines(each)))
    yield from map(claim_file, exported.claims)
    yield ANCHORS, write_memory(line for each in exported.articles for line in _memory(each))


def _memory(article: Thing) -> Iterator[Remembered]:
    """Yield what is to be remembered of an article's anchors, so that they stay as they are."""
    paragraphs = article["paragraphs"]
    fresh = anchor_paragraphs(article["slug"], [each.get("text", "") for each in paragraphs])
    for remembered, paragraph in zip(fresh.memory, paragraphs, strict=True):
        yield replace(remembered, anchor=paragraph["anchor"])
    for paragraph in paragraphs:
        for old in paragraph.get("past", ()):
            yield Remembered(article["slug"], old, "", (), paragraph["anchor"])
