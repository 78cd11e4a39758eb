"""Read the content folder into the model, with all that is wrong in it.

Reading never raises for what a curator wrote: it returns problems beside what could be read, so
that all of them are reported at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..decisions import Decisions
from ..model import Article, Claim, Cleaning, Entity, Event, Site, Vocabulary
from ..problems import Problem
from ..references import Reference
from .articles import read_articles
from .claims import read_claims
from .cleanings import read_cleanings
from .decisions import read_decisions
from .entities import read_entities, read_entity_files
from .events import read_events
from .site import read_site
from .vocabulary import read_vocabulary

__all__ = ["Content", "read_content", "read_entities"]


@dataclass(frozen=True, slots=True)
class Content:
    """What the files say, before names are matched and quotes are looked up.

    Events' and statements' anchors are still empty where the curator gave words instead.
    """

    site: Site
    articles: tuple[Article, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    cleanings: tuple[Cleaning, ...]
    references: tuple[Reference, ...]
    problems: tuple[Problem, ...]
    vocabulary: Vocabulary
    decisions: Decisions


def read_content(content: Path, site: Site | None = None) -> Content:
    """Read every file of a content folder; `site` holds what the settings say where it does not."""
    described, site_problems = read_site(content, site or Site())
    articles = read_articles(content)
    entities = read_entity_files(content)
    events = read_events(content)
    claims = read_claims(content)
    cleanings = read_cleanings(content, articles.values)
    vocabulary = read_vocabulary(content)
    decided = read_decisions(content)
    parts = (articles, entities, events, claims, cleanings, vocabulary)
    return Content(
        described,
        articles.values,
        entities.values,
        events.values,
        claims.values,
        cleanings.values,
        (*(each for part in parts for each in part.references), *decided.references),
        (*site_problems, *(each for part in parts for each in part.problems), *decided.problems),
        next(iter(vocabulary.values), Vocabulary()),
        decided.decisions,
    )
