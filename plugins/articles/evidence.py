"""Find the paragraphs by which an article is evidence of an event."""

from __future__ import annotations

from ..corpus.model import Event


def anchors_in(event: Event, article: str) -> tuple[str, ...]:
    """Return the anchors of an article's paragraphs that report an event, each once."""
    return tuple(dict.fromkeys(each.anchor for each in event.evidence if each.article == article))
