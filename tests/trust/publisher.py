"""Publish a small site as a build does, and nothing else: `python publisher.py OUTPUT TEXT`.

It loads the modules that put a site in place without the rest of the project, so that a fault can
be injected at each system call in little time.
"""

from __future__ import annotations

import importlib
import sys
import types
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = ("index.html", "articles/one.html", "articles/two.html", "search/root.js")


def publishing() -> types.ModuleType:
    """Load plugins/writing/publishing.py without running what lies around it."""
    for name in ("plugins", "plugins.writing", "plugins.corpus"):
        package = types.ModuleType(name)
        package.__path__ = [str(ROOT / name.replace(".", "/"))]
        sys.modules[name] = package
    return importlib.import_module("plugins.writing.publishing")


def main(output: Path, text: str) -> int:
    """Build a site of some files, each of which holds the text."""
    module = publishing()
    try:
        with module.lock(output):
            staging = module.begin(output)
            for name in (*FILES, str(module.MARK)):
                (staging / name).parent.mkdir(exist_ok=True)
                (staging / name).write_text(text)
            module.publish(output)
    except module.SijillError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2]))
