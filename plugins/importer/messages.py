"""Word what an import tells a curator: which key is missing, and in which file to add it."""

from __future__ import annotations

from collections.abc import Sequence

from ..corpus.model import Where
from ..corpus.problems import Problem, problem
from .composing import Composed
from .publishers import Publisher

CODES = {"title": "IMPORT-TITLE", "date": "IMPORT-DATE", "publisher": "IMPORT-PUBLISHER"}
WANTED = {
    "title": "the headline",
    "date": "the publication date in EDTF, such as 2016-11-28",
    "publisher": "the slug of an organisation, such as the-daily-record",
}


def missing(
    composed: Composed, keys: Sequence[str], path: str, sidecar: str
) -> tuple[Problem, ...]:
    """Say which keys could not be told, what was found, and where to add them."""
    return tuple(
        problem(Where(path), CODES[key], _wrong(composed, key), _remedy(key, path, sidecar))
        for key in keys
    )


def _wrong(composed: Composed, key: str) -> str:
    found = composed.value(f"x-{key}-candidates").replace("\n", "; ")
    return f"the {key} cannot be told{f' (found: {found})' if found else ''}; it is a draft."


def _remedy(key: str, path: str, sidecar: str) -> str:
    beside = f', or {key} = "…" to {sidecar} and import again' if sidecar else ""
    return f"Add {key}: ({WANTED[key]}) to {path} and take status: draft away{beside}."


def entity_made(publisher: Publisher, path: str) -> Problem:
    """Say that a publisher had no entity, and that a short one was written."""
    wrong = f'"{publisher.slug}" had no entity; one with the name "{publisher.name}" was written.'
    return problem(Where(path), "IMPORT-ENTITY", wrong, "Check the name; add aliases if you like.")


def unsure(doubts: Sequence[str], path: str, original: str) -> tuple[Problem, ...]:
    """Say what the cleaning is unsure about, and what to compare."""
    remedy = f"Compare the article with originals/{original}."
    return tuple(
        problem(Where(path), "IMPORT-UNSURE", f"{doubt}.", remedy) for doubt in doubts if doubt
    )


def words_kept(places: Sequence[str], path: str) -> tuple[Problem, ...]:
    """Say where an edited article was left as people wrote it."""
    return tuple(
        problem(
            Where(path),
            "IMPORT-EDITED",
            f"{place} was edited here and has changed in the import too; the edit was kept.",
            "Nothing, if the edit is right.",
        )
        for place in places
    )
