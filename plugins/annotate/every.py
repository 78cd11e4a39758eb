"""Annotate every article, here or on an executor's workers, and only those that need it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache

from ..corpus.freezing import final_slugs
from ..corpus.model import Article, Entity
from ..corpus.steps import counted
from .anchors import Remembered
from .article import Worked, annotate
from .keeping import Kept, key_of
from .names import Registry, compile_registry

_CHUNK = 64  # articles a task: enough to outweigh the cost of sending it
_FEW = 96  # below this many articles starting workers costs more than they save

_Memory = Mapping[str, tuple[Remembered, ...]]


@dataclass(frozen=True, slots=True)
class _Task:
    """A share of the articles, with what earlier builds remember of each."""

    entities: tuple[Entity, ...]
    articles: tuple[Article, ...]
    memory: tuple[tuple[Remembered, ...], ...]


def annotate_every(
    articles: Sequence[Article],
    entities: Sequence[Entity],
    memory: _Memory,
    executor: Executor | None = None,
    kept: Kept | None = None,
) -> tuple[Worked, ...]:
    """Return every article annotated, in the order given; the same on whatever executor.

    Without one, few articles are worked on here and many on a process for each core. `kept` has
    what earlier builds annotated.
    """
    registry, by_slug = _compiled(tuple(entities))
    keys = {
        each.slug: key_of(each, memory.get(each.slug, ()), by_slug, registry) for each in articles
    }
    recalled = kept.recall(keys, registry) if kept else {}
    fresh = [each for each in articles if each.slug not in recalled]
    worked = _worked(fresh, tuple(entities), memory, executor)
    by_article = recalled | {each.annotated.article.slug: each for each in worked}
    if kept:
        pairs = [(each, _key_after(each, by_slug, registry)) for each in worked]
        kept.keep(pairs, list(keys), registry)
    return tuple(by_article[each.slug] for each in articles)


def _key_after(worked: Worked, by_slug: Mapping[str, Entity], registry: Registry) -> bytes:
    """Return the key that the next build will ask for: this one's anchors are its memory."""
    return key_of(worked.annotated.article, worked.memory, by_slug, registry)


def _worked(
    articles: Sequence[Article],
    entities: tuple[Entity, ...],
    memory: _Memory,
    executor: Executor | None,
) -> tuple[Worked, ...]:
    tasks = [
        _Task(entities, tuple(part), tuple(memory.get(each.slug, ()) for each in part))
        for part in _shares(articles)
    ]
    if executor is not None:
        return _joined(executor.map(_work, tasks), len(articles))
    if len(articles) < _FEW:
        return _joined(map(_work, tasks), len(articles))
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        return _joined(pool.map(_work, tasks), len(articles))


def _shares(articles: Sequence[Article]) -> Iterable[Sequence[Article]]:
    return (articles[at : at + _CHUNK] for at in range(0, len(articles), _CHUNK))


def _joined(parts: Iterable[Sequence[Worked]], total: int) -> tuple[Worked, ...]:
    return tuple(worked for part in counted("annotate", parts, total) for worked in part)


def _work(task: _Task) -> tuple[Worked, ...]:
    registry, by_slug = _compiled(task.entities)
    return tuple(
        annotate(article, registry, by_slug, memory)
        for article, memory in zip(task.articles, task.memory, strict=True)
    )


@cache
def _compiled(entities: tuple[Entity, ...]) -> tuple[Registry, Mapping[str, Entity]]:
    """Compile the registry once a process; processes forked later have it already."""
    plain = {each.slug: each for each in entities}
    final = final_slugs(entities)
    return compile_registry(entities), {slug: plain[final[slug]] for slug in plain}
