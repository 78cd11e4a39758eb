"""A server on the loopback that counts whoever calls."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


class _Sink(BaseHTTPRequestHandler):
    """Answer nothing to anybody, and keep what was asked for."""

    def _count(self) -> None:
        self.server.calls.append(f"{self.command} {self.headers.get('Host')}{self.path}")  # type: ignore[attr-defined]
        self.send_response(204)
        self.end_headers()

    do_GET = do_POST = do_HEAD = do_OPTIONS = do_CONNECT = _count  # noqa: N815 (the library's names)

    def log_message(self, *_: object) -> None:
        """Print nothing."""


class _Files(SimpleHTTPRequestHandler):
    """Serve a site without a word."""

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@contextmanager
def sink() -> Iterator[tuple[int, list[str]]]:
    """Run a sink; give its port and the calls that it gets."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Sink)
    server.calls = []  # type: ignore[attr-defined]
    with _running(server):
        yield server.server_port, server.calls  # type: ignore[attr-defined]


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site on the loopback; give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Files, directory=str(site)))
    with _running(server):
        yield f"http://127.0.0.1:{server.server_port}"


@contextmanager
def _running(server: ThreadingHTTPServer) -> Iterator[None]:
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
