"""Find the content's files and turn their bytes into a header and a body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from ..addresses import DEVICE
from ..header import Field, Header, Value, read_header
from ..model import Where
from ..problems import Problem, problem
from ..references import Reference
from ..schema import SLUG, Key, check_header

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Part(Generic[_Value]):
    """What the files of one folder say, what they refer to, and what is wrong in them."""

    values: tuple[_Value, ...]
    references: tuple[Reference, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A content file: its path relative to the content folder, its slug and its bytes."""

    path: str
    slug: str
    raw: bytes


def sources(content: Path, folder: str, suffix: str) -> Iterator[Source]:
    """Yield the files below a folder of the content, sorted by path; links are not followed.

    Names that begin with a dot, an underscore or end with a tilde are editors' own and left out.
    """
    for path in sorted((content / folder).rglob(f"*{suffix}")):
        if path.is_file() and not path.is_symlink() and path.name[0] not in "._":
            yield Source(path.relative_to(content).as_posix(), path.stem, path.read_bytes())


def decode(source: Source) -> tuple[str, tuple[Problem, ...]]:
    """Decode a file as UTF-8; a byte that is none is a problem at its line."""
    try:
        text = source.raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source.raw[: error.start].count(b"\n") + 1
        wrong = f"the byte 0x{source.raw[error.start]:02x} is no UTF-8."
        remedy = "Save the file as UTF-8."
        return "", (problem(Where(source.path, line), "FILE-ENCODING", wrong, remedy),)
    return text.replace("\r\n", "\n").replace("\r", "\n"), ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file with a header, checked against its format's keys."""

    source: Source
    header: Header
    problems: tuple[Problem, ...]
    references: tuple[Reference, ...] = ()

    @property
    def where(self) -> Where:
        """Return the file's first line."""
        return Where(self.source.path)

    def field(self, key: str) -> Field | None:
        """Return the field of this key, if the header has it."""
        return next((field for field in self.header.fields if field.key == key), None)

    def values(self, key: str) -> tuple[Value, ...]:
        """Return the values of this key with their places."""
        field = self.field(key)
        return field.values if field else ()

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the values of this key."""
        return tuple(value.text for value in self.values(key))

    def text(self, key: str, default: str = "") -> str:
        """Return the first value of this key, or the default."""
        return next(iter(self.texts(key)), default)

    def place(self, key: str) -> Where:
        """Return where this key stands, or the file's first line."""
        field = self.field(key)
        return field.where if field else self.where


def read_sheet(source: Source, keys: Mapping[str, Key]) -> Sheet:
    """Decode a file, read its header and check it."""
    text, undecodable = decode(source)
    if undecodable:
        return Sheet(source, Header((), "", 1), undecodable)
    header, problems = read_header(text, source.path)
    if header.fields or not problems:
        problems = (*problems, *check_header(header, keys, source.path))
    return Sheet(source, header, (*problems, *check_slug(source)), _references(header, keys))


def _references(header: Header, keys: Mapping[str, Key]) -> tuple[Reference, ...]:
    return tuple(
        Reference(value.text, value.where, keys[field.key].leads_to)
        for field in header.fields
        if field.key in keys and keys[field.key].leads_to
        for value in field.values
        if SLUG.match(value.text)
    )


def check_slug(source: Source) -> tuple[Problem, ...]:
    """Return a problem where a file's name is no slug, or one that no page can have on Windows."""
    if DEVICE.match(source.slug):
        wrong = f'the file\'s name "{source.slug}" is a device on Windows.'
        remedy = "Rename it: its page could not be copied to every stick."
        return (problem(Where(source.path), "SLUG-RESERVED", wrong, remedy),)
    if SLUG.match(source.slug):
        return ()
    wrong = f'the file\'s name "{source.slug}" is no slug.'
    remedy = "Rename it: a-z, 0-9 and -, at most 80 characters."
    return (problem(Where(source.path), "SLUG-FORM", wrong, remedy),)


def doubled(places: Mapping[str, list[Where]], what: str) -> tuple[Problem, ...]:
    """Return a problem for each slug that two files of one kind share."""
    return tuple(
        problem(
            where,
            "SLUG-TWICE",
            f'the slug "{slug}" is also that of {first.path}.',
            f"Rename one of the files: a slug is unique among {what}.",
        )
        for slug, (first, *others) in places.items()
        for where in others
    )
