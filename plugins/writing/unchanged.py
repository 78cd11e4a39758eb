"""Tell whether a build would change anything, before anything else is loaded.

`python plugins/writing/unchanged.py CONTENT OUTPUT SETTINGS` ends with status 0 where the output
folder holds the site of these very files, and 1 where a build is needed. It needs the standard
library alone, so that asking costs next to nothing.

The seal of a build is written as its last step: a build that did not end has none. It lists the
size and the time of change of every file that the site was made from, and of the mark in the
output folder.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = (
    "plugins",
    "theme",
    "content/entities",
    "pelicanconf.py",
    "publishconf.py",
    "requirements.lock",
)
MARK = "data/build.json"
# What a build writes into the content itself, after it has read it.
LEDGER = "anchors.tsv"


def seal_file(content: Path, output: Path) -> Path:
    """Return the file that holds the seal of a collection's build into an output folder."""
    pair = f"{content.resolve()}\n{output.resolve()}"
    return ROOT / ".cache" / f"seal-{hashlib.sha256(pair.encode()).hexdigest()[:12]}"


def state(content: Path, settings: str) -> str:
    """Return a hash of the sizes and times of all files that a build reads."""
    digest = hashlib.sha256(f"{settings}\n{sys.version}\n".encode())
    for folder in (content.resolve(), *(ROOT / each for each in SOURCES)):
        for line in _lines(folder):
            digest.update(line.encode("utf-8", "surrogateescape"))
    for name in ("SOURCE_DATE_EPOCH", "SITEURL", "REGISTRY"):
        digest.update(f"{name}={os.environ.get(name)}\n".encode())
    return digest.hexdigest()


def _lines(path: Path | str) -> Iterator[str]:
    """Yield a line for each file at or below a path, in the order of names."""
    if not os.path.isdir(path):  # noqa: PTH112 (os.scandir gives strings, and is three times as fast)
        yield _line(path)
        return
    for entry in sorted(os.scandir(path), key=lambda each: each.name):
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _lines(entry.path)
        elif entry.name != LEDGER:
            yield _line(entry.path)


def _line(path: Path | str) -> str:
    try:
        found = os.stat(path)  # noqa: PTH116 (as above)
    except OSError:
        return f"{path} -\n"
    return f"{path} {found.st_size} {found.st_mtime_ns}\n"


def seal(content: Path, output: Path, read: str) -> None:
    """Seal a finished build; `read` is the state of the files before they were read."""
    file = seal_file(content, output)
    file.parent.mkdir(exist_ok=True)
    file.write_text(_sealed(content, output, read), "utf-8")


def break_seal(content: Path, output: Path) -> None:
    """Take the seal away: a build begins, and the site is not known to be good until it ends."""
    seal_file(content, output).unlink(missing_ok=True)


def is_unchanged(content: Path, output: Path, settings: str) -> bool:
    """Tell whether the seal of the last build is that of the files as they are now."""
    try:
        sealed = seal_file(content, output).read_text("utf-8")
    except OSError:
        return False
    return sealed == _sealed(content, output, state(content, settings))


def _sealed(content: Path, output: Path, read: str) -> str:
    return f"{read}\n{_line(content.resolve() / LEDGER)}{_line(output.resolve() / MARK)}"


if __name__ == "__main__":
    given_content, given_output, given_settings = sys.argv[1:4]
    if not is_unchanged(Path(given_content), Path(given_output), given_settings):
        raise SystemExit(1)
    sys.stdout.write(f"Nothing has changed. Open {Path(given_output).resolve() / 'index.html'}\n")
