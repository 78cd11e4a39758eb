"""Read the header of a content file: `key: value` lines between two lines `---`.

The form is Pelican's native one (Python-Markdown's Meta-Data): all that follows the first colon
is the value, and indented lines below a key are its list. Each value keeps its line, so that an
error can name it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .model import Where
from .problems import Problem, problem

FENCE = "---"


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a key, and where it stands."""

    text: str
    where: Where


@dataclass(frozen=True, slots=True)
class Field:
    """A key with all of its values."""

    key: str
    values: tuple[Value, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class Header:
    """The fields of a header in file order, the text below it, and the line that begins on."""

    fields: tuple[Field, ...]
    body: str
    body_line: int


def read_header(text: str, path: str) -> tuple[Header, tuple[Problem, ...]]:
    """Split a file's text into its header and its body; problems tell which lines are no header."""
    lines = text.split("\n")
    if lines[0].strip() != FENCE:
        return Header((), text, 1), (
            problem(
                Where(path),
                "HEADER-MISSING",
                "the file does not begin with a header.",
                'Begin it with a line "---", then lines "key: value", then a line "---".',
            ),
        )
    end = next((n for n, line in enumerate(lines[1:], 1) if line.strip() == FENCE), 0)
    if not end:
        return Header((), "", len(lines)), (
            problem(Where(path), "HEADER-OPEN", "the header is not closed.", 'Add a line "---".'),
        )
    fields, problems = _fields(lines[1:end], path)
    body = "\n".join(lines[end + 1 :])
    return Header(fields, body, end + 2), problems


def _fields(lines: list[str], path: str) -> tuple[tuple[Field, ...], tuple[Problem, ...]]:
    fields: list[Field] = []
    problems: list[Problem] = []
    for where, line in _numbered(lines, path):
        key, colon, rest = line.partition(":")
        if line[0] in " \t" and fields:
            value = Value(line.strip(), where)
            last = fields[-1]
            fields[-1] = Field(last.key, (*last.values, value), last.where)
        elif colon and key.strip():
            values = (Value(rest.strip(), where),) if rest.strip() else ()
            fields.append(Field(key.strip(), values, where))
        else:
            problems.append(
                problem(
                    where,
                    "HEADER-LINE",
                    f'"{line.strip()[:60]}" is no "key: value".',
                    "Add the key, or indent the line by four spaces to continue a list.",
                )
            )
    return tuple(fields), tuple(problems)


def _numbered(lines: list[str], path: str) -> Iterator[tuple[Where, str]]:
    for number, line in enumerate(lines, 2):
        if line.strip():
            yield Where(path, number), line
