"""Tell a curator which published texts changed since the last build without a correction.

Whoever cites a paragraph should learn that it was changed. When it was, and whether the change is
worth a line, a curator knows and no clock does: so this is a note, never a problem.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..corpus.model import Article
from .anchors import Remembered, changed_paragraphs, digest_of, read_memory

_SHOWN = 5


def corrections_memory(article: Article) -> tuple[Remembered, ...]:
    """Return what to remember of an article's corrections: nothing where it has none."""
    lines = [f"{each.date}; {each.text}" for each in article.corrections]
    return (Remembered(article.slug, "", digest_of("\n".join(lines)), ()),) if lines else ()


def notes(articles: Iterable[Article], before: str, after: str) -> Iterator[str]:
    """Yield a note for each article whose text changed while its corrections did not.

    `before` and `after` are the ledger's text as the last build left it, and as this one will.
    """
    if before == after:
        return
    was, now = (read_memory(text) for text in _where_they_differ(before, after))
    for article in articles:
        old, new = was.get(article.slug, ()), now.get(article.slug, ())
        changed = changed_paragraphs(old, new)
        if changed and _corrections(old) == _corrections(new):
            yield _note(article, changed)


def _where_they_differ(before: str, after: str) -> Iterator[str]:
    """Yield of each text the lines of the articles of which it has another line than the other."""
    old, new = before.split("\n"), after.split("\n")
    slugs = {line.partition("\t")[0] for line in set(old) ^ set(new)}
    for lines in (old, new):
        yield "\n".join(line for line in lines if line.partition("\t")[0] in slugs)


def _corrections(memory: Sequence[Remembered]) -> tuple[Remembered, ...]:
    return tuple(each for each in memory if not each.anchor)


def _note(article: Article, changed: Sequence[str]) -> str:
    shown = ", ".join(f"#{anchor}" for anchor in changed[:_SHOWN])
    more = f" and {len(changed) - _SHOWN} more" if len(changed) > _SHOWN else ""
    return (
        f"{article.where.path}: note: its text is not as the last build had it ({shown}{more})."
        ' Where a reader should know, add a line to "corrections:", as 2016-12-03; What changed.'
    )
