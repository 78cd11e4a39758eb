"""Measure the promises of docs/trust.md: one function a promise, each in a folder of its own."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright

from plugins.bag.making import make_bag
from plugins.bag.verify import check

from . import crashing, hostile, looking, sweeping
from .bounded import bounded
from .conftest import FULL, PUBLIC, ROOT, build, command, tree
from .encodings import encodings
from .lost import no_source_lost
from .row import Row, Size
from .sink import served, sink
from .test_crash_safety import killed_builds
from .test_phones_home import BROWSERS, VECTORS, build_wild, crawl, foreign
from .test_public_edition import MASKED, leaked, read
from .test_same_bytes import CLOCKS, VARIANTS, built, other_python
from .test_stick import image, run

SHARED = Path(os.environ.get("SIJILL_SHARED", ROOT.parent / "shared"))
SWEPT = ROOT / ".cache" / "trust-sweep"


_CALLS = (
    *("rename", "renameat2", "syncfs", "fsync", "mkdir", "rmdir", "write"),
    *("unlinkat", "statfs", "openat"),
)
SMALL = Size(120, False, _CALLS, 16, 1000)
ALL = Size(120, True, crashing.CALLS, 200, 10_000)


def hostile_markup(folder: Path, size: Size) -> Row:
    """Plant strings in every sink; open every page with both layers, and with each alone."""
    promise = "Hostile markup never runs"
    promised = "0 scripts, 0 forbidden nodes; each of sanitizer and CSP enough alone"
    if not (SHARED / "data" / "hostile").is_dir():
        return Row(promise, promised, "no hostile strings here; set SIJILL_SHARED", None)
    strings = hostile.sample(hostile.strings(SHARED), size.strings)
    planted = hostile.plant(folder / "content", strings)
    settings = folder / "unsafe.py"
    settings.write_text(hostile.UNSAFE.format(root=str(ROOT), cache=str(folder / "cache")))
    shutil.copytree(planted.content, folder / "raw-content")
    for name, chosen in (("clean", FULL), ("raw", str(settings))):
        content = planted.content if name == "clean" else folder / "raw-content"
        status, printed = build(content, folder / name, chosen)
        assert status == 0, printed
    sweeping.export(planted.content, folder / "clean")
    shutil.copytree(folder / "clean", folder / "unguarded")
    looking.unguard(folder / "unguarded")
    both, sanitizer, policy, neither, exports = _looks(folder, strings)
    measured = (
        f"{len(strings)} strings, each as {_counted(planted.sinks)}, and as a search query; "
        f"both: {_told(both)}; sanitizer alone: {_told(sanitizer)}; CSP alone: {len(policy.ran)} "
        f"scripts on {policy.pages} pages; feeds and exports: {_told(exports)}; neither, "
        f"to show that it would be seen: {len(neither.ran)} scripts"
    )
    broken = [both.ran, both.forbidden, sanitizer.ran, sanitizer.forbidden, policy.ran]
    broken += [exports.ran, exports.forbidden]
    if size.all_strings:
        told, found = _swept()
        measured, broken = f"{measured}; {told}", [*broken, *found]
    return Row(promise, promised, measured, not any(broken) and bool(neither.ran))


def _swept() -> tuple[str, list[list[str]]]:
    """Try every string there is; what is done of it stays, so that it can be gone on with."""
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        swept = sweeping.sweep(chromium, SWEPT, hostile.strings(SHARED))
        chromium.close()
    told = (
        f"all {swept.strings} strings in frames, as {_counted(swept.sinks)}: sanitizer alone "
        f"{_told(swept.sanitizer)}, CSP alone {len(swept.policy.ran)} scripts on "
        f"{swept.policy.pages}, feeds and exports {_told(swept.exports)}, "
        f"{swept.queries.pages} queries {len(swept.queries.ran)} scripts"
    )
    parts = (swept.sanitizer, swept.exports, swept.queries)
    found = [*(each.ran for each in parts), *(each.forbidden for each in parts)]
    return told, [*found, swept.policy.ran]


def _looks(folder: Path, strings: Sequence[str]) -> tuple[looking.Seen, ...]:
    """Look with both layers, with the sanitizer alone, with the policy alone, with neither."""
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        both = looking.look(chromium, folder / "clean", strings, translated=True)
        sanitizer = looking.look(chromium, folder / "unguarded", strings)
        policy = looking.look(chromium, folder / "raw")
        looking.unguard(folder / "raw")
        neither = looking.look(chromium, folder / "raw")
        exports = looking.look_in_frames(chromium, looking.exports_of(folder / "clean"))
        chromium.close()
    return both, sanitizer, policy, neither, exports


def _told(seen: looking.Seen) -> str:
    return f"{len(seen.ran)} scripts, {len(seen.forbidden)} nodes on {seen.pages} pages"


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} ({count})" for name, count in counts.items())


def phones_home(folder: Path, _size: Size) -> Row:
    """Open every page of the archive and of one with all vectors; count calls to a sink."""
    site = folder / "site"
    assert build(ROOT / "content", site)[0] == 0
    wild = build_wild(folder / "wild")
    browsers = {name: into for name, into in BROWSERS.items() if _is_here(name)}
    pages = heard = 0
    with sync_playwright() as playwright:
        for into in browsers.values():
            with sink() as (port, calls), into(playwright, port) as browser:
                for each in (site, wild):
                    pages += crawl(browser, each, each.as_uri())
                    with served(each) as address:
                        pages += crawl(browser, each, address)
                heard += len(foreign(calls))
    offline = subprocess.run(
        ["unshare", "--map-root-user", "--net", *command(ROOT / "content", folder / "offline")],
        cwd=ROOT, capture_output=True, check=False,
    ).returncode  # fmt: skip
    measured = (
        f"{heard} calls from {pages} pages ({' and '.join(browsers)}, from disk and over http), "
        f"{len(VECTORS)} vectors in three sinks among them; a build without a network ends with "
        f"{offline}"
    )
    promised = "0 calls, from disk and over http; the build needs no network"
    return Row("Never phones home", promised, measured, heard == 0 and offline == 0)


def _is_here(browser: str) -> bool:
    names = {"Chromium": ("chromium",), "Firefox": ("firefox-esr", "firefox")}[browser]
    return any(shutil.which(name) for name in names)


def crash_safe(folder: Path, size: Size) -> Row:
    """Break publications at each system call, and kill whole builds."""
    promised = "the old site or the new one, whole; the next build needs no help"
    if not crashing.works():
        return Row("Crash safe", promised, "strace may not trace here", None)
    states: Counter[str] = Counter()
    unhealed = 0
    for exchange in (True, False):
        outcomes = list(
            crashing.sweep(folder / "points", size.calls, crashing.FAULTS, exchange=exchange)
        )
        states.update(
            each.state if exchange else f"{each.state} (two renames)" for each in outcomes
        )
        unhealed += sum(not each.healed or bool(each.mess) for each in outcomes)
    kills = Counter(killed_builds(folder / "kills", size.kills))
    killed = kills["whole"] + kills["torn"]
    counted = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
    measured = (
        f"{states.total()} points with SIGKILL, ENOSPC or EIO: {counted}; {unhealed} not healed by "
        f"the next build; {killed} builds killed: {kills['torn']} torn"
    )
    torn = kills["torn"] + sum(n for state, n in states.items() if state.startswith("torn"))
    missing = states["missing"]
    return Row("Crash safe", promised, measured, torn + missing + unhealed == 0)


def same_bytes(folder: Path, _size: Size) -> Row:
    """Build under other circumstances, and compare every file."""
    plain = tree(built(folder / "plain", {"PYTHONHASHSEED": "0"}))
    clocks = CLOCKS if shutil.which("faketime") else ()
    ways: list[tuple[str, dict[str, str], int, str, str]] = [
        *((name, variant, 0o077, "", sys.executable) for name, variant in VARIANTS.items()),
        *((clock, {}, 0o022, clock, sys.executable) for clock in clocks),
    ]
    if python := other_python():
        ways.append(("another Python", {}, 0o022, "", python))
    differing = 0
    for name, variant, umask, clock, python in ways:
        elsewhere = folder / re.sub(r"\W", "-", name)
        other = tree(built(elsewhere, variant, umask=umask, clock=clock, python=python))
        differing += sum(other.get(each) != plain.get(each) for each in {*plain, *other})
    measured = (
        f"{differing} of {len(plain)} files differ over {len(ways)} other builds: "
        f"{', '.join(name for name, *_ in ways)}; each in another folder"
    )
    promised = "0 files differ, whoever builds, where and when"
    return Row("The same bytes", promised, measured, not differing)


def sticks(folder: Path, size: Size) -> Row:
    """Flip bits of a copy, and take one to FAT32 and back."""
    site = folder / "site"
    assert build(ROOT / "content", site)[0] == 0
    bag = folder / "bag"
    make_bag(site, bag)
    files = sorted(path for path in bag.rglob("*") if path.is_file())
    chosen = random.Random(9)  # noqa: S311 (a sample, the same each time)
    seen = 0
    for _ in range(size.flips):
        path = chosen.choice(files)
        kept = path.read_bytes()
        flipped = bytearray(kept)
        at = chosen.randrange(len(flipped) * 8)
        flipped[at // 8] ^= 1 << at % 8
        path.write_bytes(flipped)
        seen += bool(check(bag)[0])
        path.write_bytes(kept)
    measured = f"{seen} of {size.flips} flipped bits found; {len(files)} files, 0 unportable names"
    if shutil.which("mcopy") and shutil.which("mkfs.vfat"):
        disk = image(folder / "stick.img")
        run("mkfs.vfat", "-F", "32", disk)
        run("mcopy", "-s", "-Q", "-i", disk, bag, "::archive")
        run("mcopy", "-s", "-n", "-i", disk, "::archive", folder / "back")
        whole = check(folder / "back") == ([], [])
        measured += f"; from FAT32 back {'whole' if whole else 'NOT WHOLE'}"
    promised = "every flipped bit, missing, added or changed file is named"
    return Row("A copy proves itself", promised, measured, seen == size.flips)


def public_edition(folder: Path, _size: Size) -> Row:
    """Build the collection with canaries; look for them in every file of the public edition."""
    content = ROOT / "tests" / "golden" / "public" / "content"
    shutil.copytree(content, folder / "content")
    for settings in (FULL, PUBLIC):
        status, printed = build(folder / "content", folder / settings, settings)
        assert status == 0, printed
        sweeping.export(folder / "content", folder / settings)
    public = read(folder / PUBLIC)
    full = {word for words in leaked(folder / FULL).values() for word in words}
    held = {word for words in leaked(folder / PUBLIC).values() for word in words}
    masked = held & {*MASKED}
    measured = (
        f"{len(held - masked)} of {len(full - {*MASKED})} canaries and {len(masked)} of "
        f"{len(MASKED)} masked words in {len(public)} files, large exports among them, all unpacked"
    )
    promised = "no restricted text but short quotes, no masked word, in any file"
    return Row(
        "The public edition leaks nothing", promised, measured, not held and full > {*MASKED}
    )


MEASURES: dict[str, Callable[[Path, Size], Row]] = {
    "hostile": hostile_markup,
    "network": phones_home,
    "crash": crash_safe,
    "bytes": same_bytes,
    "stick": sticks,
    "public": public_edition,
    "no-source-lost": no_source_lost,
    "bounded": bounded,
    "encodings": encodings,
}
