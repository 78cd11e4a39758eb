"""Measure the main pages with Lighthouse: `make lighthouse` writes it into docs/theme.md."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

TOOLS = Path(__file__).parent / "js"
DOCUMENT = Path(__file__).resolve().parent.parent.parent / "docs" / "theme.md"
START, END = "<!-- make lighthouse writes from here -->\n", "<!-- to here -->\n"
PAGES = {
    "The start page": "index.html",
    "A report": "articles/syria-direct-desperate-defense.html",
    "A place": "places/sakhour.html",
    "The timeline": "timeline.html",
    "A claim": "claims/share-of-east-aleppo-held.html",
    "The start page in Arabic": "ar/index.html",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


@dataclass(frozen=True, slots=True)
class Measured:
    """A page's scores, of 100, in the order of CATEGORIES, and the audits that cost it some."""

    page: str
    scores: tuple[int, ...]
    short: tuple[str, ...]


def measure(site: Path, pages: list[str]) -> tuple[Measured, ...]:
    """Return what Lighthouse gives for each page of a built site, which is served meanwhile."""
    chromium = shutil.which("chromium") or ""
    done = subprocess.run(
        ["node", str(TOOLS / "lighthouse.mjs"), str(site.resolve()), *pages],
        cwd=TOOLS,
        env={**os.environ, "CHROME_PATH": chromium},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return tuple(
        Measured(
            each["page"],
            tuple(each["scores"][category] for category in CATEGORIES),
            tuple(each["short"]),
        )
        for each in json.loads(done.stdout)
    )


def table(measured: tuple[Measured, ...]) -> str:
    """Return the scores as a table in Markdown."""
    names = {path: name for name, path in PAGES.items()}
    lines = [
        f"| {names[each.page]} | {' | '.join(str(score) for score in each.scores)} |"
        for each in measured
    ]
    head = "| page | performance | accessibility | best practices | SEO |\n|---|---|---|---|---|\n"
    return head + "".join(f"{line}\n" for line in lines)


def main(arguments: list[str]) -> None:
    """Measure, print, and with `--write` put the table into the document."""
    written = table(measure(Path(arguments[0]), list(PAGES.values())))
    sys.stdout.write(written)
    if "--write" in arguments:
        before, rest = DOCUMENT.read_text("utf-8").split(START)
        after = rest.partition(END)[2]
        DOCUMENT.write_text(f"{before}{START}{written}{END}{after}", "utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
