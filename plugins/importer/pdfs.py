"""Read the text layer of a PDF with pypdf, where that is installed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module

from ..corpus.problems import ImportProblems
from .capture import Capture
from .limits import TookTooLong, at_most

SECONDS = 60


def from_pdf(capture: Capture) -> Iterator[Capture]:
    """Yield a PDF's text; the original is the PDF.

    Raises ImportProblems where it has no text layer, is damaged, or pypdf is not installed.
    """
    try:
        reader = import_module("pypdf").PdfReader
    except ModuleNotFoundError as missing:
        raise ImportProblems(
            "reading PDF needs pypdf: install it with .venv/bin/pip install pypdf"
        ) from missing
    try:
        with at_most(SECONDS):
            pages = [
                page.extract_text() or "" for page in reader(io.BytesIO(capture.content)).pages
            ]
    except TookTooLong as late:
        raise ImportProblems(f"reading the PDF took more than {SECONDS} seconds") from late
    except Exception as error:  # pypdf raises many kinds on damaged files
        raise ImportProblems(f"the PDF cannot be read: {error}") from error
    text = "\n\n".join(pages)
    if not text.strip():
        raise ImportProblems("the PDF has no text layer: it is a picture of a page")
    yield replace(capture, content=text.encode(), whole=capture.content, charset="utf-8")
