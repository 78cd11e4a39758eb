"""Audit the dependencies: `make audit`.

First what needs no network: what is installed is what requirements.lock names. Then pip-audit asks
which faults are known of these versions. The end status is 0 where none is, 1 where one is or an
installed version differs, and 2 where nobody could be asked.
"""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

LOCK = Path(__file__).resolve().parent.parent / "requirements.lock"
_PINNED = re.compile(r"^([A-Za-z0-9_.-]+)==([^\s;]+)", re.MULTILINE)
_ASKED = ("-r", str(LOCK), "--require-hashes", "--disable-pip", "--progress-spinner", "off")
_UNANSWERED = re.compile(r"ConnectionError|ConnectTimeout|Max retries|Could not reach|ProxyError")


def differing(lock: str) -> list[str]:
    """Return a line for each package that is installed in another version than a lock names."""
    pins: dict[str, list[str]] = {}
    for name, pinned in _PINNED.findall(lock):  # a package may have a version for each Python
        pins.setdefault(name, []).append(pinned)
    return [
        f"{name}: {installed} is installed, the lock names {' or '.join(pins[name])}"
        for name in pins
        if (installed := _installed(name)) and installed not in pins[name]
    ]


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # locked for another system
        return ""


def main(program: str) -> int:
    """Say what is wrong with the dependencies; `program` is pip-audit's path."""
    wrong = differing(LOCK.read_text("utf-8"))
    if wrong:
        sys.stdout.write("\n".join(wrong) + "\nRun make html once: it installs what is locked.\n")
        return 1
    sys.stdout.write("What is installed is what the lock names.\n")
    done = subprocess.run([program, *_ASKED], check=False, capture_output=True, text=True)
    if done.returncode and _UNANSWERED.search(done.stderr):
        sys.stdout.write(
            "No network: nobody could be asked for known faults. Try again with one.\n"
        )
        return 2
    sys.stdout.write(done.stdout + done.stderr)
    return min(done.returncode, 1)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
