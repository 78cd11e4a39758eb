"""Make a content folder from exports: `python -m plugins.exports.back DATA CONTENT`.

DATA is the folder `data/` of a built archive, or a collection.zip, CONTENT a folder that is not
there yet. With collection.zip, which `make exports` writes, all of it comes back. Without, the
content has what the JSON files have: no pages, no vocabulary, nothing of what the import removed,
and no captures, unless `--originals` names their folder.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from ...annotate.assembly import assemble_folder
from ...corpus.problems import ContentProblems, SijillError
from .composing import content_files
from .reading import read_exports
from .resting import with_texts
from .unpacking import COLLECTION, ORIGINALS, unpack


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
        notes = write_content(options.data, options.content, options.originals)
    except (SijillError, ContentProblems) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.writelines(f"{note}\n" for note in notes)
    sys.stdout.write(f"{options.content}: build it with make html CONTENT={options.content}\n")
    return 0


def write_content(data: Path, content: Path, originals: Path | None = None) -> tuple[str, ...]:
    """Write a content folder; return, a line each, what was left out and why.

    Raises NotExports where `data` does not hold exports, NotACollection where its archive is
    none, ContentProblems where what was written does not build.
    """
    archive = data / COLLECTION if data.is_dir() else data
    if archive.is_file():
        without = "without its capture, which this archive has not: see --originals"
        notes = tuple(f"{each}: {without}" for each in unpack(archive, content, originals))
    else:
        notes = tuple(_compose(data, content, originals))
    problems = assemble_folder(content).problems
    if problems:
        raise ContentProblems(problems)
    return notes


def _compose(data: Path, content: Path, originals: Path | None) -> Iterator[str]:
    """Write what the JSON files say; yield what they do not."""
    exported, missing = with_texts(read_exports(data))
    if originals:
        shutil.copytree(originals, content / ORIGINALS)
    for path, text in content_files(exported, with_originals=originals is not None):
        target = content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8", newline="\n")
    yield f"{COLLECTION} is not there: no pages, no vocabulary, nothing of what the import removed"
    yield from (f"{slug}: left out, its text is not in this edition" for slug in missing)


if __name__ == "__main__":
    sys.exit(main())
