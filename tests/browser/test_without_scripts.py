"""An article says as much without JavaScript as with it."""

from __future__ import annotations

from collections import Counter

import pytest

from .conftest import Opened

ARTICLES = (
    "articles/syria-direct-desperate-defense.html",
    "articles/la-times-rebel-hold.html",
    "ar/articles/voa-hours-from-falling.html",
)
# Every word in sight, outside of the controls that only scripts make work.
WORDS = """() => {
  document.querySelectorAll("[data-scripted]").forEach((each) => each.remove());
  return document.body.innerText.split(/\\s+/).filter(Boolean);
}"""


@pytest.mark.parametrize("address", ARTICLES)
def test_an_article_loses_no_word(tab: Opened, plain: Opened, address: str) -> None:
    """Each word that is in sight with scripts is in sight without them, as often."""
    assert tab.page.viewport_size
    plain.page.set_viewport_size(tab.page.viewport_size)
    with_scripts = Counter(tab.go(address).evaluate(WORDS))
    without = Counter(plain.go(address).evaluate(WORDS))
    assert with_scripts.total() > 300
    assert with_scripts - without == Counter()


@pytest.mark.parametrize("address", ARTICLES)
def test_no_control_does_nothing(plain: Opened, address: str) -> None:
    """Without scripts every button in sight belongs to a form that works."""
    page = plain.go(address)
    visible = [each for each in page.locator("button").all() if each.is_visible()]
    assert [each.inner_text() for each in visible if not each.evaluate("e => !!e.form")] == []
