"""Write the cleaning report of an article: what was removed, where, and why; what was kept.

`content/cleaning/<slug>.toml` begins with the facts that the next import reads (whose capture it
is, what it was made from, the sketch of its text), then an empty line, then the rest.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from ..corpus.placing import part_hash, parts_of
from .capture import Block, Cleaned, Removed
from .collection import sketch_written
from .likeness import Sketch

ENCODER = json.JSONEncoder(ensure_ascii=False)


def quoted(text: str) -> str:
    """Return a TOML basic string; JSON's escapes are TOML's, apart from DEL."""
    return ENCODER.encode(text).replace("\x7f", "\\u007f")


def report_text(  # noqa: PLR0913 - one line of the report each
    cleaned: Cleaned,
    *,
    sha256: str,
    also: Sequence[str],
    made_from: str,
    sketch: Sketch,
    original: str,
    header: Iterable[tuple[str, str]],
    body: str,
) -> str:
    """Return the report's text."""
    decoded = cleaned.decoded
    lines = [
        f"sha256 = {quoted(sha256)}",
        f"also = [{', '.join(map(quoted, also))}]",
        f"made_from = {quoted(made_from)}",
        f"sketch = {quoted(sketch_written(sketch))}",
        "",
        f"original = {quoted(original)}",
        f"encoding = {quoted(decoded.encoding)}",
        f"decoded = {quoted(decoded.how)}",
        f"doubt = {quoted(decoded.doubt)}",
        f"body = [{', '.join(quoted(part_hash(part)) for part in parts_of(body))}]",
        *_kept(cleaned.blocks),
        "",
        "[header]",
        *(f"{quoted(key)} = {quoted(value)}" for key, value in header),
    ]
    for each in cleaned.removed:
        lines.extend(_removed(each))
    return "\n".join(lines) + "\n"


def _kept(blocks: Sequence[Block]) -> tuple[str, ...]:
    """List each kept block: its number, first and last line, in the order of the body."""
    places = (f"    [{block.number}, {block.first}, {block.last}]," for block in blocks)
    return ("kept = [", *places, "]")


def _removed(each: Removed) -> tuple[str, ...]:
    return (
        "",
        "[[removed]]",
        f"block = {each.block.number}",
        f"lines = [{each.block.first}, {each.block.last}]",
        f"reason = {quoted(each.reason)}",
        f"evidence = {quoted(each.evidence)}",
        f"text = {quoted(each.block.text)}",
    )
