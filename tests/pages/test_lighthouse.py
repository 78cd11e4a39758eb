"""What Lighthouse gives for the main pages, served over http."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from .lighthouse import PAGES, measure

ENOUGH = 98  # of 100, in each category


@pytest.mark.browser
@pytest.mark.usefixtures("tools")
def test_the_main_pages_score_98_or_more(site: Path) -> None:
    """In accessibility, best practices and search engines' eyes.

    Performance depends on what else the machine does: `make lighthouse` measures it.
    """
    assert shutil.which("chromium"), "Chromium is missing: run make test-core"
    measured = measure(site, list(PAGES.values()))
    assert len(measured) == len(PAGES)
    short = [each for each in measured if min(each.scores[1:]) < ENOUGH]
    assert short == []
