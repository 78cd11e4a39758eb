"""Make a content folder from exports: `python -m plugins.exports.back DATA CONTENT`.

DATA is the folder `data/` of a built archive, CONTENT a folder that is not there yet. What the
exports have not, the content has not: pages, what the import removed, and the captures, unless
`--originals` names their folder.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ...annotate.anchors import Remembered, anchor_paragraphs, write_memory
from ...annotate.assembly import ANCHORS, assemble_folder
from ...corpus.problems import ContentProblems, SijillError
from .files import (
    TextFile,
    article_file,
    claim_file,
    collection_file,
    entity_file,
    event_file,
    is_machines,
)
from .resting import Exported, Thing, with_texts

_LISTS = ("articles", "entities", "events", "claims")


class NotExports(SijillError):
    """The folder does not hold the exports of an archive."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m plugins.exports.back", description=__doc__)
    parser.add_argument("data", metavar="DATA", type=Path)
    parser.add_argument("content", metavar="CONTENT", type=Path)
    parser.add_argument("--originals", metavar="FOLDER", type=Path, help="copy the captures too")
    options = parser.parse_args(arguments)
    if options.content.exists() and any(options.content.iterdir()):
        sys.stderr.write(f"{options.content}: EXPORT-PLACE name a folder that is not there yet.\n")
        return 1
    try:
        missing = write_content(options.data, options.content, options.originals)
    except (SijillError, ContentProblems) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for slug in missing:
        sys.stdout.write(f"{slug}: left out, its text is not in this edition\n")
    sys.stdout.write(f"{options.content}: build it with make html CONTENT={options.content}\n")
    return 0


def write_content(data: Path, content: Path, originals: Path | None = None) -> tuple[str, ...]:
    """Write a content folder; return the slugs of the articles that had no text to write.

    Raises NotExports where `data` does not hold exports, ContentProblems where what was written
    does not build.
    """
    exported, missing = with_texts(read_exports(data))
    if originals:
        shutil.copytree(originals, content / "originals")
    for path, text in _files(exported, with_originals=originals is not None):
        target = content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8", newline="\n")
    problems = assemble_folder(content).problems
    if problems:
        raise ContentProblems(problems)
    return missing


def read_exports(data: Path) -> Exported:
    """Return the objects of the JSON files; raises NotExports where one is missing or broken."""
    try:
        build = json.loads((data / "build.json").read_text("utf-8"))
        read = {name: json.loads((data / f"{name}.json").read_text("utf-8")) for name in _LISTS}
        entities = [*read["entities"]["entities"], *read["entities"]["merged"]]
        rest: dict[str, Any] = {name: read[name][name] for name in ("articles", "events", "claims")}
        return Exported(build, entities=entities, **rest)
    except (OSError, ValueError, KeyError) as error:
        raise NotExports(
            f"{data}: EXPORT-DATA this folder does not hold the exports of an archive ({error}). "
            "Name the folder data of a built one."
        ) from error


def _files(exported: Exported, *, with_originals: bool) -> Iterator[TextFile]:
    yield collection_file(exported.build)
    for each in exported.articles:
        yield article_file(each, with_original=with_originals)
    yield from map(entity_file, exported.entities)
    yield from map(event_file, (each for each in exported.events if not is_machines(each)))
    yield from map(claim_file, exported.claims)
    yield ANCHORS, write_memory(line for each in exported.articles for line in _memory(each))


def _memory(article: Thing) -> Iterator[Remembered]:
    """Yield what is to be remembered of an article's anchors, so that they stay as they are."""
    paragraphs = article["paragraphs"]
    fresh = anchor_paragraphs(article["slug"], [each.get("text", "") for each in paragraphs])
    for remembered, paragraph in zip(fresh.memory, paragraphs, strict=True):
        yield replace(remembered, anchor=paragraph["anchor"])
    for paragraph in paragraphs:
        for old in paragraph.get("past", ()):
            yield Remembered(article["slug"], old, "", (), paragraph["anchor"])


if __name__ == "__main__":
    sys.exit(main())
