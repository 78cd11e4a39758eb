"""Know what a page reads of the corpus, so that it stands until that changes.

Whatever the corpus answers is a fact: the article of a slug, the events of an entity, all claims.
A fact has a number (of its name and key) and a digest (of the answer). `Watched` is a corpus that
notes the number of each fact that it is asked for, those that are not there too; `facts` gives the
digests of all facts there are. A page that reads nothing but a watched corpus can be left as it is
as long as no fact that it read has another digest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import blake2b
from typing import Any, TypeVar

from .model import Annotated, Claim, Corpus, Entity, Event, Sighting, Statement

LOOKUPS = (
    "article",
    "entity",
    "event",
    "claim",
    "cleaning",
    "articles_of",
    "sightings_of",
    "spellings_of",
    "named_by",
    "events_of",
    "events_in",
    "statements_by",
    "statements_in",
    "claims_about",
    "places_in",
)
_SINGLE = ("article", "entity", "event", "claim", "cleaning")
WHOLES = (
    "articles",
    "entities",
    "merged",
    "events",
    "claims",
    "cleanings",
    "drafts",
    "vocabulary",
    "found",
    "publishers",
    "span",
)
_LISTS = tuple(each for each in LOOKUPS if each not in (*_SINGLE, "sightings_of"))
EVERYTHING = "everything"  # a lookup that is gone through from end to end

_Value = TypeVar("_Value")


@lru_cache(maxsize=1 << 18)
def number(name: str, key: str = "") -> int:
    """Return the number of a fact: 64 bits of a hash of its name and key."""
    return int.from_bytes(blake2b(f"{name}\0{key}".encode(), digest_size=8).digest())


def digest(*parts: bytes) -> bytes:
    """Return a hash of parts that have no length of their own to tell them apart by."""
    hashed = blake2b(digest_size=16)
    for part in parts:
        hashed.update(b"%d:" % len(part))
        hashed.update(part)
    return hashed.digest()


def written(value: object) -> bytes:
    """Return a value's words in Python: all of a dataclass, and nothing of where it lies."""
    return repr(value).encode("utf-8", "surrogatepass")


class _WatchedMapping(Mapping[str, _Value]):
    """A lookup of the corpus that notes the keys it is asked for."""

    def __init__(self, name: str, mapping: Mapping[str, _Value], noted: set[int]) -> None:
        self._name = name
        self._mapping = mapping
        self._noted = noted

    def __getitem__(self, key: str) -> _Value:
        self._noted.add(number(self._name, key))
        return self._mapping[key]

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401
        """Return the value of a key, or the default."""
        self._noted.add(number(self._name, key))
        return self._mapping.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._noted.add(number(self._name, str(key)))
        return key in self._mapping

    def __iter__(self) -> Iterator[str]:
        self._noted.add(number(EVERYTHING))
        return iter(self._mapping)

    def __len__(self) -> int:
        self._noted.add(number(EVERYTHING))
        return len(self._mapping)


class Watched(Corpus):
    """A corpus that notes in `noted` which facts it was asked for. Of the site it notes nothing."""

    noted: set[int]

    @classmethod
    def of(cls, corpus: Corpus) -> Watched:
        """Return a corpus that answers as the given one does."""
        watched = object.__new__(cls)
        noted: set[int] = set()
        watched.__dict__.update(site=corpus.site, noted=noted, _corpus=corpus)
        return watched


def _lookup(name: str) -> property:
    def read(self: Watched) -> Mapping[str, object]:
        mapping: Mapping[str, object] = getattr(self.__dict__["_corpus"], name)
        return _WatchedMapping(name, mapping, self.noted)

    return property(read)


def _whole(name: str) -> property:
    def read(self: Watched) -> object:
        self.noted.add(number(name))
        return getattr(self.__dict__["_corpus"], name)

    return property(read)


for each in LOOKUPS:
    setattr(Watched, each, _lookup(each))
for each in WHOLES:
    setattr(Watched, each, _whole(each))


def facts(corpus: Corpus, articles: Mapping[str, bytes]) -> dict[int, bytes]:
    """Return the digest of every fact of the corpus, by its number.

    `articles` maps an article's slug to a digest of the annotated article.
    """
    items = _Items(corpus, articles)
    found = {number(name, key): value for name, key, value in items.single()}
    for name in _LISTS:
        for key, values in getattr(corpus, name).items():
            found[number(name, key)] = digest(*map(items.of, values))
    found |= {number("sightings_of", key): value for key, value in items.sightings()}
    wholes = {name: items.whole(name) for name in WHOLES}
    found |= {number(name): value for name, value in wholes.items()}
    found[number(EVERYTHING)] = digest(*wholes.values())
    return found


class _Items:
    """The digests of the corpus's own objects, each computed once."""

    def __init__(self, corpus: Corpus, articles: Mapping[str, bytes]) -> None:
        self._corpus = corpus
        self._articles = articles
        self._known: dict[tuple[type, str], bytes] = {}

    def single(self) -> Iterator[tuple[str, str, bytes]]:
        """Yield the facts about one object."""
        corpus = self._corpus
        named: Iterable[tuple[str, Mapping[str, Any]]] = (
            ("article", corpus.article),
            ("entity", corpus.entity),
            ("event", corpus.event),
            ("claim", corpus.claim),
        )
        for name, mapping in named:
            for key, value in mapping.items():
                yield name, key, self.of(value)
        for key, cleaning in corpus.cleaning.items():
            yield "cleaning", key, digest(written(cleaning))

    def of(self, value: object) -> bytes:
        """Return the digest of an object of the corpus, or of what a lookup holds in its place."""
        match value:
            case Annotated():
                return self._articles[value.article.slug]
            case (Claim() as claim, Statement() as statement):
                return self.of(claim) + digest(written(statement))
            case Sighting():
                return self._articles[value.annotated.article.slug]
            case Entity() | Event() | Claim():
                key = (type(value), f"{value.slug}\0{getattr(value, 'status', '')}")
                if key not in self._known:
                    self._known[key] = digest(written(value))
                return self._known[key]
        return digest(written(value))

    def sightings(self) -> Iterator[tuple[str, bytes]]:
        """Yield for each entity a digest of the articles that name it."""
        naming: dict[str, list[bytes]] = {}
        for annotated in self._corpus.articles:
            own = self._articles[annotated.article.slug]
            for slug in {each.entity for each in annotated.mentions}:
                naming.setdefault(slug, []).append(own)
        for slug, found in naming.items():
            yield slug, digest(*found)

    def whole(self, name: str) -> bytes:
        """Return the digest of a whole list of the corpus."""
        value = getattr(self._corpus, name)
        if isinstance(value, tuple) and name != "span":
            return digest(*map(self.of, value))
        return digest(written(value))
