"""Write the tables as Parquet, where pyarrow is installed (the extra `parquet`)."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from ...corpus.model import Corpus
from ..relations import TABLES


def write_parquet(corpus: Corpus, folder: Path) -> None:
    """Write a file for each table; raises ImportError where pyarrow is not installed."""
    arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    types = {
        "text": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "boolean": arrow.bool_(),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        rows = list(table.rows(corpus))
        columns = [
            arrow.array([row[place] for row in rows], types[column.type])
            for place, column in enumerate(table.columns)
        ]
        made = arrow.table(columns, names=[each.name for each in table.columns])
        parquet.write_table(made, folder / f"{table.name}.parquet", compression="zstd")
