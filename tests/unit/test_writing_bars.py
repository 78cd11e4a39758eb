"""How far a build is, and what it did."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from plugins.corpus import steps
from plugins.writing.bars import Bars


class Heard:
    """A watcher that remembers what it hears."""

    def __init__(self) -> None:
        self.all: list[tuple[object, ...]] = []

    def begun(self, name: str) -> None:
        """Remember."""
        self.all.append(("begun", name))

    def counted(self, name: str, done: int, total: int) -> None:
        """Remember."""
        self.all.append(("counted", name, done, total))

    def ended(self, name: str) -> None:
        """Remember."""
        self.all.append(("ended", name))


@pytest.fixture(autouse=True)
def _anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin each test with no steps, tallies and watchers."""
    monkeypatch.setattr(steps, "_taken", [])
    monkeypatch.setattr(steps, "_tallies", {})
    monkeypatch.setattr(steps, "_watchers", [])


def test_a_watcher_hears_a_step_and_its_counts() -> None:
    """Parts of a step are counted by their length, as they come."""
    heard = Heard()
    steps.watch(heard)
    with steps.step("render"):
        assert list(steps.counted("render", ["ab", "c"], 3)) == ["ab", "c"]
    assert heard.all == [
        ("begun", "render"),
        ("counted", "render", 2, 3),
        ("counted", "render", 3, 3),
        ("ended", "render"),
    ]


def test_a_step_that_breaks_off_ends() -> None:
    """A bar of a step that failed does not go on."""
    heard = Heard()
    steps.watch(heard)
    with pytest.raises(ValueError, match="no"), steps.step("read"):
        raise ValueError("no")
    assert heard.all[-1] == ("ended", "read")


def test_tallies_of_one_name_add_up_in_the_summary() -> None:
    """Each language's pages count."""
    steps.tally("pages written", 1200)
    steps.tally("left as they were", 3)
    steps.tally("pages written", 34)
    assert steps.summary().startswith("1,234 pages written, 3 left as they were in 0.0 s.")


def test_the_table_has_a_line_for_each_step_with_its_share() -> None:
    """Steps of one name are one line; shares are of all steps."""
    taken = (steps.Step("read", 1.0, 0.5), steps.Step("render", 3.0, 6.0))
    assert steps.table(taken).split() == [
        *("read", "1.00", "s", "25%", "0.50", "s", "CPU"),
        *("render", "3.00", "s", "75%", "6.00", "s", "CPU"),
    ]


def test_a_bar_shows_how_much_is_done() -> None:
    """On a terminal a step has a bar with what is done and what there is to do."""
    shown = io.StringIO()
    bars = Bars(Console(file=shown, force_terminal=True, width=100))
    steps.watch(bars)
    with steps.step("render"):
        steps.count("render", 40, 80)
        bars._show(always=True)  # noqa: SLF001 (there is no clock in a test)
        assert "40/80" in shown.getvalue()
    bars.close()


def test_a_brief_step_leaves_no_bar() -> None:
    """Ten checks of a moment each would only flicker."""
    shown = io.StringIO()
    bars = Bars(Console(file=shown, force_terminal=True, width=100))
    steps.watch(bars)
    for _ in range(3):
        with steps.step("check"):
            steps.count("check", 1, 1)
    with steps.step("render"):
        bars._show(always=True)  # noqa: SLF001 (as above)
        assert "check" not in shown.getvalue().rpartition("render")[2]
    bars.close()
