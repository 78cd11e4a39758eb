"""Know the collection that captures are imported into: its entities, articles and originals."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from ..corpus.header import read_header
from .likeness import Likenesses, Sketch
from .storing import Shelf
from .wording import fold

ARTICLES, ORIGINALS, CLEANING = "articles", "originals", "cleaning"
QUARANTINE, DRAFTS = "quarantine", "drafts"
MANIFEST = "manifest-sha256.txt"
HEAD_BYTES = 2048
HASH_HEX = 64


@dataclass(slots=True)
class Collection:
    """What is there when an import begins, kept up to date while it runs.

    `originals` maps SHA-256 to the path below originals/; `owners` maps it to an article's slug.
    `articles` maps slugs to paths below the content folder, `organisations` and `places` folded
    names and slugs to slugs.
    """

    root: Path
    originals: dict[str, str] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    articles: dict[str, str] = field(default_factory=dict)
    organisations: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    likenesses: Likenesses = field(default_factory=Likenesses)
    shelf: Shelf = field(default_factory=Shelf)


def read_collection(root: Path, registry: Path | None = None) -> Collection:
    """Read what is in a content folder; an empty or absent folder is an empty collection.

    `registry` is a content folder whose entities the collection may borrow when it is built.
    """
    there = Collection(root, originals=read_manifest(root / ORIGINALS / MANIFEST))
    for path in sorted((root / ARTICLES).rglob("*.md")):
        there.articles[path.stem] = path.relative_to(root).as_posix()
    for path in sorted((root / CLEANING).glob("*.toml")):
        _recall(there, path)
    for lender in (registry, root) if registry else (root,):
        there.organisations |= _names(lender / "entities" / "organisations")
        there.places |= _names(lender / "entities" / "places")
    return there


def read_manifest(path: Path) -> dict[str, str]:
    """Return SHA-256 to path of a manifest in the form of `sha256sum`."""
    if not path.is_file():
        return {}
    pairs = (line.partition("  ") for line in path.read_text("utf-8").splitlines())
    return {digest: name for digest, _, name in pairs if len(digest) == HASH_HEX and name}


def _recall(there: Collection, path: Path) -> None:
    """Read the first lines of a cleaning report: whose it is, and its sketch."""
    with path.open("rb") as report:
        head = report.read(HEAD_BYTES).decode("utf-8", "ignore")
    try:
        facts = tomllib.loads(head.partition("\n\n")[0])
    except tomllib.TOMLDecodeError:
        return  # a torn or edited report: its capture is cleaned again
    for capture in (facts.get("sha256", ""), *facts.get("also", ())):
        there.owners[capture] = path.stem
    there.digests[path.stem] = facts.get("made_from", "")
    there.likenesses.add(path.stem, sketch_read(facts.get("sketch", "")))


def sketch_read(written: str) -> Sketch:
    """Read a sketch as a report has it: hashes in hexadecimal, eight digits each."""
    return tuple(int(written[n : n + 8], 16) for n in range(0, len(written), 8))


def sketch_written(sketch: Sketch) -> str:
    """Write a sketch as hashes in hexadecimal, eight digits each."""
    return "".join(f"{each:08x}" for each in sketch)


def _names(folder: Path) -> dict[str, str]:
    names: dict[str, str] = {}
    for path in sorted(folder.glob("*.md")):
        header, _ = read_header(path.read_text("utf-8", errors="replace"), path.name)
        forms = [
            value.text.partition(" [")[0]
            for entry in header.fields
            if entry.key in ("name", "aliases")
            for value in entry.values
        ]
        for form in (path.stem, *forms):
            names.setdefault(fold(form), path.stem)
    return names
