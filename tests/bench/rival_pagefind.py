"""Have Pagefind index the same text, and count what a browser loads from it over http."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from plugins.search.documents import SearchDocument

SHOWN = 10
TICK = 0.05  # seconds between two looks at its memory
_PAGE = (
    '<!doctype html><html lang="{}"><title>{}</title><main data-pagefind-body><h1>{}</h1>{}</main>'
)
_ASK = """async ([query, shown]) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const { results } = await pagefind.search(query);
  await Promise.all(results.slice(0, shown).map((each) => each.data()));
  return results.length;
}"""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What Pagefind made: seconds, bytes of the bundle, files, most memory in bytes."""

    seconds: float
    size: int
    files: int
    memory: int


def write_pages(site: Path, documents: Iterable[SearchDocument]) -> None:
    """Write a page for each document."""
    for document in documents:
        path = site / document.url
        path.parent.mkdir(parents=True, exist_ok=True)
        title = html.escape(" ".join((document.title, *document.aliases)))
        texts = "".join(f"<p>{html.escape(text)}</p>" for _, text in document.paragraphs)
        path.write_text(_PAGE.format(document.language, title, title, texts), encoding="utf-8")


def index(site: Path) -> Indexed:
    """Have Pagefind index the pages of a site."""
    started = time.perf_counter()
    with subprocess.Popen([_program(), "--silent", "--site", site]) as running:
        memory = 0
        while running.poll() is None:
            memory = max(memory, _most_memory(running.pid))
            time.sleep(TICK)
    seconds = time.perf_counter() - started
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, "pagefind")
    files = [each for each in (site / "pagefind").rglob("*") if each.is_file()]
    size = sum(each.stat().st_size for each in files)
    return Indexed(seconds, size, len(files), memory)


def _program() -> Path:
    """Return the program that the package brings."""
    found = find_spec("pagefind_bin")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("pagefind_bin")
    return Path(found.origin).with_name("pagefind")


def _most_memory(process: int) -> int:
    """Return the most memory that a process had so far (Linux), in bytes; zero if it is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return 0
    held = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(held[1]) * 1024 if held else 0


class _Counting(SimpleHTTPRequestHandler):
    """Serve files, and add up the bytes of their bodies."""

    def __init__(self, *given: Any, sent: list[int], **rest: Any) -> None:
        self._sent = sent
        super().__init__(*given, **rest)

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a body."""
        content = source.read()
        self._sent.append(len(content))
        outputfile.write(content)

    def log_message(self, *_given: object) -> None:
        """Say nothing."""


@contextmanager
def _served(site: Path) -> Iterator[tuple[str, list[int]]]:
    """Serve a folder on the loopback interface; what is sent is noted in the list."""
    sent: list[int] = []
    handler = partial(_Counting, directory=str(site), sent=sent)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", sent
        server.shutdown()


def costs(site: Path, queries: Sequence[str]) -> list[int]:
    """Return the bytes that each query loads in Chromium, with ten results, from a cold start."""
    (site / "index.html").write_text("<!doctype html><title>Ask</title>", encoding="utf-8")
    found = []
    with _served(site) as (address, sent), sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for query in queries:
            page = browser.new_context().new_page()
            page.goto(address + "index.html")
            sent.clear()
            page.evaluate(_ASK, [query, SHOWN])
            found.append(sum(sent))
            page.context.close()
        browser.close()
    return found
