"""Try every hostile string there is: some at a time, each a collection of its own.

One page a string and sink is too much for a browser that loads style sheets and scripts; `looking`
opens the pages of a part in frames, many at once.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from playwright.sync_api import Browser

from . import hostile, looking
from .conftest import ROOT, build
from .looking import Seen

PART = 200  # strings; as many as a feed has entries
# The integrity check names a page: articles/a7.html:1: LINK-DEAD …
_DEAD = re.compile(r"^articles/a(\d+)\.html:1: LINK-", re.MULTILINE)
_ENGLISH = 'INTERFACE_LANGUAGES = ["en"]\n'


@dataclass
class Swept:
    """What was seen of some strings: with the sanitizer alone, with the policy alone, exported."""

    strings: int = 0
    sinks: dict[str, int] = field(default_factory=dict)
    sanitizer: Seen = field(default_factory=Seen)
    policy: Seen = field(default_factory=Seen)
    exports: Seen = field(default_factory=Seen)
    queries: Seen = field(default_factory=Seen)

    def add(self, told: dict[str, object]) -> None:
        """Take what another part found in, as `asdict` gives it."""
        self.strings += int(str(told["strings"]))
        for sink, count in told["sinks"].items():  # type: ignore[attr-defined]
            self.sinks[sink] = self.sinks.get(sink, 0) + count
        for name in ("sanitizer", "policy", "exports", "queries"):
            getattr(self, name).add(Seen(**told[name]))  # type: ignore[arg-type]


def sweep(browser: Browser, folder: Path, strings: Sequence[str]) -> Swept:
    """Return what was seen of all strings; parts that an earlier run has finished are kept."""
    whole = Swept()
    folder.mkdir(parents=True, exist_ok=True)
    for first in range(0, len(strings), PART):
        kept = folder / f"part-{first}.json"
        if not kept.exists():
            part = sweep_part(browser, folder / "part", strings[first : first + PART])
            kept.write_text(json.dumps(asdict(part)), "utf-8")
        whole.add(json.loads(kept.read_text("utf-8")))
    return whole


def sweep_part(browser: Browser, folder: Path, strings: Sequence[str]) -> Swept:
    """Build some strings with and without the sanitizer, export them, and look at everything.

    With the policy alone, at the pages of the articles: they have each string in most sinks.
    """
    shutil.rmtree(folder, ignore_errors=True)
    planted = hostile.plant(folder / "content", strings)
    for name, layers in (("clean", hostile.ESCAPED), ("raw", hostile.UNSAFE)):
        settings = folder / f"{name}.py"
        settings.write_text(layers.format(root=str(ROOT), cache=str(folder / "cache")) + _ENGLISH)
        _build(planted, folder / name, settings)
        if name == "clean":  # before the other build, which gives the content other anchors
            export(planted.content, folder / name, registry="")
    clean = folder / "clean"
    part = Swept(len(strings), planted.sinks)
    part.sanitizer = looking.look_in_frames(browser, looking.pages_of(clean, guarded=False))
    part.policy = looking.look_in_frames(browser, looking.pages_of(folder / "raw" / "articles"))
    part.exports = looking.look_in_frames(browser, looking.exports_of(clean))
    looking.unguard(clean)
    part.queries = looking.ask(browser, clean, strings)
    return part


def _build(planted: hostile.Planted, site: Path, settings: Path) -> None:
    """Build; articles with a link that leads nowhere stop a build: they are taken out, counted."""
    status, printed = build(planted.content, site, str(settings))
    if status:
        dead = sorted(set(_DEAD.findall(printed)))
        assert dead, printed
        for number in dead:
            hostile.take_out(planted, int(number), "LINK")
        status, printed = build(planted.content, site, str(settings))
    assert status == 0, printed


def export(content: Path, site: Path, registry: str = "content") -> None:
    """Write the large formats into a site, as `make exports` does."""
    done = subprocess.run(
        [sys.executable, "-m", "plugins.exports", str(content), str(site)],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "REGISTRY": registry},
    )
    assert done.returncode == 0, done.stderr
