"""Make a copy of the archive, or check one: `make usb` and `make verify`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from ..corpus.problems import SijillError
from . import verify
from .making import make_bag


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks; return the end status."""
    if arguments and arguments[0] == "verify":
        return verify.main(arguments[1:])
    chosen = _parser().parse_args(arguments)
    try:
        seal = make_bag(
            chosen.site,
            chosen.to,
            chosen.originals,
            sign=chosen.sign,
            epoch=os.environ.get("SOURCE_DATE_EPOCH", ""),
        )
    except SijillError as error:
        sys.stderr.write(f"{error}\nNothing was written to {chosen.to}.\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"{chosen.to}: BAG-DISK {error}\nThe last copy there stays as it was.\n")
        return 1
    sys.stdout.write(f"{chosen.to}: whole, and read back. Open open-me.html there.\nseal: {seal}\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.bag", description=__doc__)
    verbs = parser.add_subparsers(required=True)
    verbs.add_parser("verify", help="check a copy (see verify --help)")
    make = verbs.add_parser("make", help="copy a built site to a folder on a stick")
    make.add_argument("site", type=Path, help="the folder that was built")
    make.add_argument("to", type=Path, help="the folder to write; a copy there is replaced")
    make.add_argument("--originals", type=Path, metavar="CONTENT", help="add its originals")
    make.add_argument("--sign", type=Path, metavar="KEY", help="sign with a minisign secret key")
    return parser


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
