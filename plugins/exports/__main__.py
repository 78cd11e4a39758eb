"""Write the large formats into a built site: `python -m plugins.exports CONTENT OUTPUT`.

The site says which edition it is; what is written is of that edition. A site that is not built
from the content as it is now is refused: its pages and its exports would differ.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..annotate.assembly import assemble, remembered, with_found
from ..corpus.edition import Secrets, publish, secrets
from ..corpus.model import Corpus, Entity, Site
from ..corpus.problems import ContentProblems, SijillError
from ..corpus.reading import read_content, read_entities
from ..corpus.reading.redactions import read_redactions
from ..integrity.leaks import check_leaks
from ..writing.publishing import MARK, lock
from . import tables
from .heavy.making import write_heavy


class NotASite(SijillError):
    """The output folder holds no site that was built from the content as it is."""


class Leaked(SijillError):
    """A large export has what the public edition may not show."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m plugins.exports", description=__doc__)
    parser.add_argument("content", metavar="CONTENT", type=Path)
    parser.add_argument("output", metavar="OUTPUT", type=Path)
    parser.add_argument(
        "--originals", action="store_true", help="put the captures into collection.zip"
    )
    options = parser.parse_args(arguments)
    try:
        with lock(options.output.resolve()):
            corpus, kept_back = corpus_of_site(options.content, options.output)
            before = _files(options.output)
            missing = write_heavy(
                corpus,
                options.content,
                options.output,
                os.environ,
                with_originals=options.originals,
            )
            _require_no_leak(options.output, before, kept_back)
    except (ContentProblems, SijillError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"{options.output}: EXPORT-DISK {error}\nBuild the site again.\n")
        return 1
    for each in missing:
        sys.stdout.write(f"{each.path}: not written, it needs {each.package}: ")
        sys.stdout.write(f"pip install {each.package}\n")
    sys.stdout.write(f"{options.output / 'data.html'} lists what was written\n")
    return 0


def _files(output: Path) -> dict[str, tuple[int, int]]:
    """Return what tells whether a file of a site was written anew: its number and its time."""
    states = ((path, path.stat()) for path in output.rglob("*") if path.is_file())
    return {
        path.relative_to(output).as_posix(): (state.st_ino, state.st_mtime_ns)
        for path, state in states
    }


def _require_no_leak(
    output: Path, before: Mapping[str, tuple[int, int]], kept_back: Secrets
) -> None:
    """Take away each file written since that has what this edition may not; raise Leaked."""
    made = {path for path, state in _files(output).items() if before.get(path) != state}
    faults = list(check_leaks(output, kept_back, only=made))
    if faults:
        for path in {each.path for each in faults} & made:
            (output / path).unlink()
        listed = "\n".join(map(str, faults))
        raise Leaked(f"{listed}\nThese exports were taken away. Build the site again.")


def corpus_of_site(content: Path, output: Path) -> tuple[Corpus, Secrets]:
    """Return the corpus that a site was built from, in its edition, and what that keeps back.

    Raises ContentProblems where the content is not good, NotASite where `output` is no site, or
    one of another state of the content: then its JSON files are not what they would be now.
    """
    corpus, kept_back = edition_of(content, _site_of(output))
    for file in tables.files(corpus):
        if (output / file.path).read_bytes() == file.content:
            continue
        raise NotASite(
            f"{output}: EXPORT-OLD the site is not of the content as it is now. Build it again."
        )
    return corpus, kept_back


def edition_of(content: Path, site: Site) -> tuple[Corpus, Secrets]:
    """Return the corpus of a content folder in the site's edition, and what that keeps back.

    Raises ContentProblems.
    """
    assembled = assemble(read_content(content, site), remembered(content), registry=_lent(content))
    problems = list(assembled.problems)
    corpus = assembled.corpus
    kept_back = Secrets()
    if site.edition == "public":
        redactions, wrong = read_redactions(content, corpus)
        problems += wrong
        kept_back = secrets(corpus, redactions=redactions)
        corpus = with_found(publish(corpus, redactions=redactions), assembled.groups)
    if problems:
        raise ContentProblems(problems)
    return corpus, kept_back


def _lent(content: Path) -> tuple[Entity, ...]:
    """Return the entities that a collection may borrow, as a build does (pelicanconf.py)."""
    folder = Path(os.environ.get("REGISTRY", "content") or content)
    return () if folder.resolve() == content.resolve() else read_entities(folder)[0]


def _site_of(output: Path) -> Site:
    """Return what a site says of itself."""
    try:
        told = json.loads((output / MARK).read_text("utf-8"))
        return Site(told["title"], told["subtitle"], told["language"], told["edition"])
    except (OSError, ValueError, KeyError) as error:
        raise NotASite(
            f"{output}: EXPORT-SITE there is no site in this folder. Build one there first."
        ) from error


if __name__ == "__main__":
    sys.exit(main())
