"""Ask the real JavaScript search about an index, in Node."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

from plugins.search.runtime import joined

HERE = Path(__file__).parent


class Search:
    """The search over a built site, running in Node until the block ends."""

    def __init__(self, site: Path) -> None:
        self._site = site

    def __enter__(self) -> Self:
        """Start Node."""
        self._folder = TemporaryDirectory()
        runtime = Path(self._folder.name, "search.js")
        runtime.write_bytes(joined("search"))
        self._node = subprocess.Popen(
            ["node", HERE / "ask.js", self._site, runtime],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let Node end."""
        self._node.communicate(timeout=60)
        self._folder.cleanup()

    def ask(self, name: str, *given: object) -> Any:
        """Call a function of the search and return its answer."""
        assert self._node.stdin
        assert self._node.stdout
        self._node.stdin.write(json.dumps([name, *given]) + "\n")
        self._node.stdin.flush()
        return json.loads(self._node.stdout.readline())
