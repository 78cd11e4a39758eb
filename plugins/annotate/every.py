"""Annotate every article, here or on an executor's workers."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache

from ..corpus.freezing import final_slugs
from ..corpus.model import Article, Entity
from .anchors import Remembered
from .article import Worked, annotate
from .names import Registry, compile_registry

_CHUNK = 64  # articles a task: enough to outweigh the cost of sending it
_FEW = 128  # below this many articles starting workers costs more than they save


@dataclass(frozen=True, slots=True)
class _Task:
    """A share of the articles, with what earlier builds remember of each."""

    entities: tuple[Entity, ...]
    articles: tuple[Article, ...]
    memory: tuple[tuple[Remembered, ...], ...]


def annotate_every(
    articles: Sequence[Article],
    entities: Sequence[Entity],
    memory: Mapping[str, tuple[Remembered, ...]],
    executor: Executor | None = None,
) -> tuple[Worked, ...]:
    """Return every article annotated, in the order given; the same on whatever executor.

    Without one, few articles are worked on here and many on a process for each core.
    """
    tasks = [
        _Task(tuple(entities), tuple(part), tuple(memory.get(each.slug, ()) for each in part))
        for part in _shares(articles)
    ]
    if executor is not None:
        return _joined(executor.map(_work, tasks))
    if len(articles) < _FEW:
        return _joined(map(_work, tasks))
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        return _joined(pool.map(_work, tasks))


def _shares(articles: Sequence[Article]) -> Iterable[Sequence[Article]]:
    return (articles[at : at + _CHUNK] for at in range(0, len(articles), _CHUNK))


def _joined(parts: Iterable[Sequence[Worked]]) -> tuple[Worked, ...]:
    return tuple(worked for part in parts for worked in part)


def _work(task: _Task) -> tuple[Worked, ...]:
    registry, by_slug = _compiled(task.entities)
    return tuple(
        annotate(article, registry, by_slug, memory)
        for article, memory in zip(task.articles, task.memory, strict=True)
    )


@cache
def _compiled(entities: tuple[Entity, ...]) -> tuple[Registry, Mapping[str, Entity]]:
    """Compile the registry once a process: the tuple's hash stands for its content."""
    plain = {each.slug: each for each in entities}
    final = final_slugs(entities)
    return compile_registry(entities), {slug: plain[final[slug]] for slug in plain}
