"""Go the whole way from a content folder to the frozen corpus, with all that is wrong on it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path

from ..corpus.freezing import UNREAD, freeze
from ..corpus.model import Corpus, Entity, Site
from ..corpus.problems import Problem, problem
from ..corpus.reading import Content, read_content
from ..corpus.references import Slugs, check_references
from .anchors import read_memory, write_memory
from .article import Worked
from .events import Decided, Group, confirmed_slug, decide, found_events, grouped
from .every import annotate_every
from .keeping import Kept
from .lending import lent, without_idle
from .names import shared_aliases

ANCHORS = "anchors.tsv"


@dataclass(frozen=True, slots=True)
class Assembled:
    """The corpus, the problems of its content (none: it is good), and the anchors to remember.

    `groups` are what its found events are made from, for an edition that shows less.
    """

    corpus: Corpus
    problems: tuple[Problem, ...]
    anchors: str
    groups: tuple[Group, ...] = ()


def assemble_folder(content: Path, site: Site | None = None) -> Assembled:
    """Read, annotate, check and freeze a content folder. Nothing is written."""
    return assemble(read_content(content, site), remembered(content))


def assemble(
    content: Content,
    anchors: str = "",
    executor: Executor | None = None,
    kept: Kept | None = None,
    registry: Sequence[Entity] = (),
) -> Assembled:
    """Annotate, check and freeze what was read.

    `anchors` is the text of the anchors' ledger; `kept` has the articles of earlier builds;
    `registry` are entities that the collection may borrow.
    """
    own = content.entities
    offered = lent(own, registry)
    content = replace(content, entities=tuple(sorted((*own, *offered), key=lambda each: each.slug)))
    published = [each for each in content.articles if each.status == "published"]
    worked = annotate_every(published, content.entities, read_memory(anchors), executor, kept)
    content = without_idle(content, offered, [each.annotated for each in worked])
    corpus, unresolved = freeze(content, [each.annotated for each in worked])
    decided = _decided(corpus, content, worked)
    linked = (reference for each in worked for reference in each.references)
    problems = (
        *content.problems,
        *check_references((*content.references, *linked), _slugs(content)),
        *_shared(own),
        *unresolved,
        *(() if any(each.code in UNREAD for each in content.problems) else decided.problems),
    )
    memory = (line for each in worked for line in each.memory)
    return Assembled(
        with_found(decided.corpus, decided.groups),
        tuple(sorted(set(problems))),
        write_memory(memory),
        decided.groups,
    )


def with_found(corpus: Corpus, groups: Sequence[Group]) -> Corpus:
    """Return the corpus with the found events that it can show beside those of files."""
    return replace(corpus, found=(*corpus.found, *found_events(groups, corpus)))


def _decided(corpus: Corpus, content: Content, worked: Sequence[Worked]) -> Decided:
    """Group what the articles tell of, and do what the curator decided about it."""
    told = {each.annotated.article.slug: each.candidates for each in worked}
    inside = (one for each in corpus.articles for one in told[each.article.slug])
    return decide(grouped(inside, corpus.entity), content.decisions, corpus)


def _slugs(content: Content) -> Slugs:
    confirmed = (confirmed_slug(each) for each in content.decisions.confirmed)
    return Slugs(
        {each.slug: each for each in content.entities},
        {
            "article": frozenset(each.slug for each in content.articles),
            "event": frozenset((*(each.slug for each in content.events), *confirmed)),
            "claim": frozenset(each.slug for each in content.claims),
        },
    )


def remembered(content: Path) -> str:
    """Return the text of a content folder's ledger of anchors, empty where there is none."""
    path = content / ANCHORS
    return path.read_text("utf-8") if path.is_file() else ""


def remember(content: Path, anchors: str) -> None:
    """Write the ledger of anchors, where it has changed."""
    if anchors != remembered(content):
        fresh = content / f".{ANCHORS}.{os.getpid()}"  # two builds of one content may run at once
        with fresh.open("w", encoding="utf-8", newline="\n") as file:
            file.write(anchors)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(content / ANCHORS)


def _shared(entities: Sequence[Entity]) -> Iterator[Problem]:
    for one, other in shared_aliases(entities):
        wrong = f'the alias "{other.text}" is also one of {one.where.path}:{one.where.line}.'
        remedy = "Tell them apart: [surname], [near: word, word], or not: in one of the files."
        yield problem(other.where, "ALIAS-SHARED", wrong, remedy)
