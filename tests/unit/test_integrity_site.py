"""The checks of a finished site."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.integrity.checked import Checked
from plugins.integrity.site import check_site

CSP = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'


def codes(root: Path, body: str) -> list[str]:
    """Return the codes of the faults of a site of two pages, one of which has this body."""
    (root / "sub").mkdir()
    (root / "sub" / "there.html").write_text(f'<html><head>{CSP}</head><p id="p1">x</p></html>')
    (root / "theme.css").write_text("p { color: red }")
    (root / "index.html").write_text(f"<html><head>{CSP}</head><body>{body}</body></html>")
    return [fault.code for fault in check_site(root)]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<a href="sub/gone.html">x</a>', "LINK-DEAD"),
        ('<a href="sub/">x</a>', "LINK-DEAD"),
        ('<a href="sub/there.html#p2">x</a>', "LINK-PLACE"),
        ('<a href="/sub/there.html">x</a>', "LINK-ABSOLUTE"),
        ('<a href="//example.org/x">x</a>', "LINK-ABSOLUTE"),
        ('<img src="https://example.org/x.png">', "LOAD-REMOTE"),
        ('<img src="x.png">', "LOAD-DEAD"),
        ('<link rel="stylesheet" href="//example.org/x.css">', "LOAD-REMOTE"),
        ('<form action="https://example.org/">', "LOAD-REMOTE"),
    ],
)
def test_what_does_not_open_from_disk_is_a_fault(tmp_path: Path, body: str, code: str) -> None:
    """Each way of leaving the folder, or of leading nowhere, has its code."""
    assert codes(tmp_path, body) == [code]


def test_good_links_are_no_faults(tmp_path: Path) -> None:
    """Relative links to files and places, links out of the archive, data: images."""
    body = (
        '<a href="sub/there.html#p1">x</a><a href="#here" id="here">x</a>'
        '<a href="https://example.org/">x</a><img src="data:image/png;base64,xx">'
        '<link rel="stylesheet" href="theme.css">'
    )
    assert codes(tmp_path, body) == []


def test_style_sheets_load_nothing_from_elsewhere(tmp_path: Path) -> None:
    """url() and @import are looked at as well."""
    (tmp_path / "a.css").write_text(
        '@import url("https://example.org/x.css") layer(a); p { background: url(y.png) }'
    )
    assert sorted(fault.code for fault in check_site(tmp_path)) == ["LOAD-DEAD", "LOAD-REMOTE"]


def test_a_page_without_a_policy_is_a_fault(tmp_path: Path) -> None:
    """Every page says that nothing is loaded from elsewhere."""
    (tmp_path / "a.html").write_text("<html><body>x</body></html>")
    assert [fault.code for fault in check_site(tmp_path)] == ["CSP-MISSING"]


def recheck(root: Path, memory: Path) -> list[str]:
    """Return the faults of a site that may have been checked before."""
    return [str(fault) for fault in check_site(root, Checked(memory))]


def test_a_page_that_stands_is_not_read_again(tmp_path: Path) -> None:
    """What was found good is known by its file; a change of the file has it read."""
    root, memory = tmp_path / "site", tmp_path / "memory.sqlite"
    root.mkdir()
    assert codes(root, '<a href="sub/there.html#p1">x</a>') == []
    assert recheck(root, memory) == []
    assert recheck(root, memory) == []
    (root / "index.html").write_text(f'<html><head>{CSP}</head><a href="none.html">x</a></html>')
    assert [each.split()[1] for each in recheck(root, memory)] == ["LINK-DEAD"]


def test_a_page_that_stands_must_not_point_at_what_is_gone(tmp_path: Path) -> None:
    """Its links are looked at again where another page lost a place, or is no longer there."""
    root, memory = tmp_path / "site", tmp_path / "memory.sqlite"
    root.mkdir()
    assert codes(root, '<a href="sub/there.html#p1">x</a>') == []
    assert recheck(root, memory) == []
    (root / "sub" / "there.html").write_text(f'<html><head>{CSP}</head><p id="p222">x</p></html>')
    assert [each.split()[1] for each in recheck(root, memory)] == ["LINK-PLACE"]
    (root / "sub" / "there.html").unlink()
    assert [each.split()[1] for each in recheck(root, memory)] == ["LINK-DEAD"]


def test_a_site_with_a_fault_is_not_remembered(tmp_path: Path) -> None:
    """The fault is found again as long as it is there."""
    root, memory = tmp_path / "site", tmp_path / "memory.sqlite"
    root.mkdir()
    assert codes(root, '<a href="none.html">x</a>') == ["LINK-DEAD"]
    assert recheck(root, memory) == recheck(root, memory) != []
