"""The house: which room may import which (docs/decisions.md has the picture)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PLUGINS = Path(__file__).resolve().parent.parent.parent / "plugins"
ROOMS = sorted(path.name for path in PLUGINS.iterdir() if path.is_dir() and path.name[0] != "_")
VIEWS = {
    *(
        "articles",
        "cleaning",
        "entities",
        "timeline",
        "claims",
        "atlas",
        "sources",
        "naming",
        "search",
    ),
    "exports",
}
# What each room may import beside itself; `writing.page` is the form of what views give.
ALLOWED = {
    "corpus": set(),
    "annotate": {"corpus"},
    "importer": {"corpus"},
    "bag": {"corpus", "writing"},  # a copy is put in place as a site is
    "integrity": {"corpus"},
    "writing": {"corpus"},
    **{view: {"corpus", "writing"} for view in VIEWS},
}
MODULES = sorted(PLUGINS.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Yield the dotted names that a module imports, relative ones from the root."""
    package = ("plugins", *path.relative_to(PLUGINS).with_suffix("").parts)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level] if node.level else ()
            yield ".".join((*base, *([node.module] if node.module else [])))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PLUGINS).as_posix())
def test_a_room_imports_only_what_the_house_allows(path: Path) -> None:
    """Data flows one way; views know the model and not each other."""
    room = path.relative_to(PLUGINS).parts[0]
    if room == "__init__.py":
        return
    reached = {name.split(".")[1] for name in imports(path) if name.startswith("plugins.")}
    may = ALLOWED[room] | {room}
    commands = {("entities", "suggest"), ("exports", "back")}
    if (room, path.parent.name) in commands or path.name == "__main__.py":
        may |= {"annotate"}  # a command line, not a view: it reads the corpus as a build does
    if (room, path.name) == ("exports", "__main__.py"):
        may |= {"integrity"}  # it writes into a finished site, which was looked through before
    assert reached <= may


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PLUGINS).as_posix())
def test_only_the_shells_import_pelican(path: Path) -> None:
    """Everything but plugins/<room>/__init__.py can be tested without Pelican."""
    is_shell = path.name == "__init__.py" and path.parent.parent == PLUGINS
    assert is_shell or not any(name.split(".")[0] == "pelican" for name in imports(path))


def test_every_room_has_its_place_in_the_picture() -> None:
    """A new room is added to the rules above, or it is no room."""
    assert set(ROOMS) == set(ALLOWED)


def test_no_entry_at_the_root_shares_a_plugins_name(root: Path) -> None:
    """Pelican's loader looks up the last part of a plugin's name, and would find it there first."""
    names = {path.stem for path in root.iterdir() if path.name[0] != "."}
    assert names & set(ROOMS) == set()
