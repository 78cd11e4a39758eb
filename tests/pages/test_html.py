"""Every page is valid HTML, by two checkers that find different things."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from .conftest import every_page, ran

# The checker takes the address that it reads from for no address at all, so that 'self' is empty.
NO_ORIGIN = "Content Security Policy"
# What is quoted in a report is in the report's language, and may be most of a page.
MOSTLY_QUOTED = "This document appears to be written in"


def test_html_validate_finds_nothing(site: Path, tools: Path) -> None:
    """Neither an error nor a warning, in either language."""
    command: list[str | Path] = ["node", tools / "node_modules/html-validate/bin/html-validate.mjs"]
    chosen = ["--config", tools / "htmlvalidate.json", "--formatter", "json"]
    printed = ran([*command, *chosen, "**/*.html"], site)
    found = {
        Path(each["filePath"]).relative_to(site).as_posix(): [
            (fault["ruleId"], fault["line"], fault["message"]) for fault in each["messages"]
        ]
        for each in json.loads(printed)
        if each["messages"]
    }
    assert found == {}


def test_the_nu_checker_finds_nothing(site: Path, tools: Path) -> None:
    """What the W3C's checker says of every page, but for what it can't know."""
    if not shutil.which("java"):
        pytest.skip("no java: the Nu checker is left out")
    jar = tools / "node_modules/vnu-jar/build/dist/vnu.jar"
    chosen = ["--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html"]
    messages = json.loads(ran(["java", "-jar", jar, *chosen, site], site))["messages"]
    assert every_page(site)
    found = [
        (each["url"].rpartition("/output/")[2], each.get("lastLine"), each["message"])
        for each in messages
        if NO_ORIGIN not in each["message"] and not each["message"].startswith(MOSTLY_QUOTED)
    ]
    assert found == []
