"""Start Debian's Firefox ESR under Playwright, as strict about files as a reader's own.

Playwright speaks WebDriver BiDi with a Firefox that is installed (channel "moz-firefox"). A driven
Firefox lets pages read sibling files (security.fileuri.strict_origin_policy is among the settings
that remote/content/shared/RecommendedPreferences.sys.mjs relaxes), so that whatever works from a
host would seem to work from disk. Both preferences below are needed to have that undone.
"""

from __future__ import annotations

import shutil

import pytest
from playwright.sync_api import Browser, Playwright

STRICT: dict[str, str | float | bool] = {
    "security.fileuri.strict_origin_policy": True,
    "remote.prefs.recommended": False,
}


def start(
    playwright: Playwright, preferences: dict[str, str | float | bool] | None = None
) -> Browser:
    """Start Firefox, with these preferences too; skip the test where it is missing."""
    path = shutil.which("firefox-esr") or shutil.which("firefox")
    if path is None:
        pytest.skip("no Firefox: install the package firefox-esr")
    return playwright.firefox.launch(
        channel="moz-firefox",
        executable_path=path,
        firefox_user_prefs={**STRICT, **(preferences or {})},
    )
