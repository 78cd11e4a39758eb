"""List what goes into a copy: the site's files, and the originals where they are asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..corpus.problems import ContentProblems, Problem, SijillError
from .portable import unportable
from .verify import PAYLOAD

ORIGINALS = "originals"
# So that no page from elsewhere opens by a double click, with whatever it would run or load.
SUFFIX = ".original"
_ABOUT = Path("data") / "build.json"
_ARTICLES = Path("data") / "articles.json"
_REDACTIONS = "redactions.toml"


class NoArchive(SijillError):
    """There is no built archive where one was named, or its originals may not leave."""


@dataclass(frozen=True, slots=True)
class Item:
    """A file to copy: where it is, its path in the bag, its size in bytes."""

    source: Path
    path: str
    size: int


def payload(site: Path, content: Path | None = None) -> tuple[Item, ...]:
    """Return the files of a copy, sorted by path.

    Raises ContentProblems with every name that another file system would not keep, and NoArchive.
    """
    if not (site / _ABOUT).is_file():
        raise NoArchive(f"{site}: BAG-SITE there is no archive here. Build it first: make html")
    problems: list[Problem] = []
    items = [*_files(site, PAYLOAD, "", problems)]
    if content is not None:
        items += _originals(site, content, problems)
    sizes = {each.path: each.size for each in items}
    problems += unportable(sizes)
    if len(sizes) < len(items):
        problems.append(Problem(f"{PAYLOAD}/{ORIGINALS}", 1, "NAME-CASE", "the site has it too."))
    if problems:
        raise ContentProblems(problems)
    return tuple(sorted(items, key=lambda each: each.path))


def about(site: Path) -> Mapping[str, Any]:
    """Return what the site's build says of itself."""
    found: Mapping[str, Any] = json.loads((site / _ABOUT).read_text("utf-8"))
    return found


def _files(folder: Path, under: str, suffix: str, problems: list[Problem]) -> Iterator[Item]:
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder).as_posix()
        if path.is_symlink() or not (path.is_dir() or path.is_file()):
            wrong = "it is a link or a device, which a stick cannot hold."
            problems.append(Problem(relative, 1, "FILE-LINK", wrong, "Put the file itself there."))
        elif path.is_file():
            yield Item(path, f"{under}/{relative}{suffix}", path.stat().st_size)


def _originals(site: Path, content: Path, problems: list[Problem]) -> Iterator[Item]:
    """Yield the originals; beside a public edition only those of articles that are public."""
    public = about(site).get("edition") == "public"
    if public and (content / _REDACTIONS).is_file():
        raise NoArchive(
            f"{content}: BAG-ORIGINALS the originals hold the words that this public edition "
            "masks. Make the copy without them."
        )
    under = f"{PAYLOAD}/{ORIGINALS}"
    allowed = _public_originals(site)
    for item in _files(content / ORIGINALS, under, SUFFIX, problems):
        if not public or item.path.removeprefix(f"{under}/").removesuffix(SUFFIX) in allowed:
            yield item


def _public_originals(site: Path) -> frozenset[str]:
    """Return the paths below originals/ of the articles that are public, and of no other."""
    articles = json.loads((site / _ARTICLES).read_text("utf-8"))["articles"]
    named = [(each["rights"], each["original"].removeprefix(f"{ORIGINALS}/")) for each in articles]
    kept_back = {path for rights, path in named if rights != "public"}
    return frozenset(path for _, path in named if path and path not in kept_back)
