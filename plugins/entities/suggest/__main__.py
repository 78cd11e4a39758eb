"""Suggest changes to the content: `python -m plugins.entities.suggest [CONTENT] [--accept]`.

CONTENT/suggestions.md is written; with --accept, what is ticked in it is carried out
first. The exit status is 1 where the content or the list has problems, or would have them after
that; then nothing is changed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ...annotate.assembly import assemble_folder
from ...corpus.model import Corpus
from ...corpus.problems import ContentProblems, Problem
from .accepting import accepted
from .figures import suggest_figures
from .known import suggest_names
from .modelled import INSTALL, Model, model_of_names, suggest_modelled
from .proposal import FIGURE, Change, Suggestion
from .readers import read_annotations, suggest_annotated
from .recording import recorded
from .runs import unknown_names
from .sheet import FILE, Line, read, written
from .surplus import suggest_merges, suggest_removals


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the list of suggestions for the content folder on the command line."""
    parser = argparse.ArgumentParser(prog="python -m plugins.entities.suggest", description=__doc__)
    parser.add_argument("content", metavar="CONTENT", type=Path, nargs="?", default=Path("content"))
    parser.add_argument("--accept", action="store_true", help="carry out what is ticked first")
    options = parser.parse_args(arguments)
    try:
        lines = _marked(options.content)
        if options.accept:
            sys.stdout.write(f"{accept(options.content, lines)} files of the content written\n")
            lines = tuple(line for line in lines if line.tick != "x")
        model = model_of_names()
        count = _write_list(options.content, lines, model)
    except ContentProblems as problems:
        sys.stderr.write(f"{problems}\n")
        return 1
    sys.stdout.write(f"{count} suggestions in {options.content / FILE}\n")
    if model is None:
        sys.stdout.write(f"A model of names would find more of them: {INSTALL}\n")
    return 0


def suggestions(corpus: Corpus, model: Model | None = None) -> Iterator[Suggestion]:
    """Yield all suggestions for a corpus; `model` is a model of names, where there is one."""
    names = tuple(suggest_names(corpus, unknown_names(corpus)))
    yield from names
    if model:
        yield from suggest_modelled(corpus, model, names)
    yield from suggest_merges(corpus.entities)
    yield from suggest_removals(corpus)
    yield from suggest_figures(corpus)


def accept(content: Path, lines: Sequence[Line]) -> int:
    """Carry out the ticked lines; return how many files were written. All of them, or none.

    Raises ContentProblems where a line cannot be carried out, or the content would not build.
    """
    before = {**_files(content, "entities", ".md"), **_files(content, "claims", ".toml")}
    changed, problems = _carried_out(content, before, lines)
    if problems:
        raise ContentProblems(problems)
    for path, text in sorted(changed.items()):
        _write(content / path, text)
    wrong = assemble_folder(content).problems if changed else ()
    if wrong:
        _restore(content, changed, before)
        raise ContentProblems(wrong)
    return len(changed)


def _carried_out(
    content: Path, before: Mapping[str, str], lines: Sequence[Line]
) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """Return the files that the ticked lines change, and what is wrong with the lines."""
    changed, problems = accepted(before, lines)
    if not any(line.tick == "x" and line.change.action == FIGURE for line in lines):
        return changed, problems
    statements, more = recorded(before, lines, assemble_folder(content).corpus)
    return {**changed, **statements}, (*problems, *more)


def _restore(content: Path, changed: Iterable[str], before: Mapping[str, str]) -> None:
    """Put the changed files back as they were; a new one goes."""
    for path in changed:
        if path in before:
            _write(content / path, before[path])
        else:
            (content / path).unlink()


def _marked(content: Path) -> tuple[Line, ...]:
    """Read the marked lines of the list that is there."""
    path = content / FILE
    lines, problems = read(path.read_text("utf-8") if path.is_file() else "")
    if problems:
        raise ContentProblems(problems)
    return lines


def _files(content: Path, folder: str, suffix: str) -> Mapping[str, str]:
    """Return the texts of a folder's files by their path in the content."""
    paths = sorted((content / folder).rglob(f"*{suffix}"))
    return {path.relative_to(content).as_posix(): path.read_text("utf-8") for path in paths}


def _write_list(content: Path, lines: Sequence[Line], model: Model | None) -> int:
    """Write the list anew; return how many suggestions wait in it."""
    assembled = assemble_folder(content)
    if assembled.problems:
        raise ContentProblems(assembled.problems)
    annotations, wrong = read_annotations(content)
    if wrong:
        raise ContentProblems(wrong)
    asked, notes = suggest_annotated(assembled.corpus, annotations)
    found = _each_once((*asked, *suggestions(assembled.corpus, model)))
    _write(content / FILE, written(found, lines, map(str, notes)))
    refused = {line.change for line in lines if line.tick == "-"}
    return sum(each.change not in refused for each in found)


def _each_once(suggestions: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    """Return the suggestions with the reasons for the same change put together."""
    reasons: dict[Change, tuple[str, ...]] = {}
    for each in suggestions:
        reasons[each.change] = (*reasons.get(each.change, ()), *each.reasons)
    return tuple(Suggestion(change, each) for change, each in reasons.items())


def _write(path: Path, text: str) -> None:
    """Replace a file in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text(text, "utf-8", newline="\n")
    fresh.replace(path)


if __name__ == "__main__":
    sys.exit(main())
