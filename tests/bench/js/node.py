"""Ask the real JavaScript search about an index, in Node."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

HERE = Path(__file__).parent
RUNTIME = HERE.parents[2] / "theme/static/js/search.js"


class Search:
    """The search over a built site, running in Node until the block ends."""

    def __init__(self, site: Path) -> None:
        self._site = site

    def __enter__(self) -> Self:
        """Start Node."""
        self._node = subprocess.Popen(
            ["node", HERE / "ask.js", self._site, RUNTIME],
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

    def ask(self, name: str, *given: object) -> Any:
        """Call a function of the search and return its answer."""
        assert self._node.stdin
        assert self._node.stdout
        self._node.stdin.write(json.dumps([name, *given]) + "\n")
        self._node.stdin.flush()
        return json.loads(self._node.stdout.readline())
