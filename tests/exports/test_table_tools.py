"""Read the tables with what analysts use: frictionless, SQLite, Datasette, Parquet, JSON Schema."""

from __future__ import annotations

import csv
import json
import sqlite3
import subprocess
import sys
import time
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest

from plugins.exports.relations import TABLES


def test_frictionless_finds_nothing_wrong(data: Path) -> None:
    """Types, keys, references, sizes and hashes of every table hold."""
    pytest.importorskip("frictionless", reason="frictionless is not installed")
    # In a process of its own: it takes seconds to load, and warns about itself.
    script = (
        "import sys, frictionless as f; r = f.validate(sys.argv[1]);"
        "print(r.to_summary()); sys.exit(not r.valid)"
    )
    command = [sys.executable, "-W", "ignore", "-c", script, "datapackage.json"]
    done = subprocess.run(command, cwd=data, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_frictionless_finds_a_reference_that_leads_nowhere(data: Path, tmp_path: Path) -> None:
    """The check can fail: a mention of an entity that is not in entities.csv is found."""
    pytest.importorskip("frictionless", reason="frictionless is not installed")
    for file in data.glob("*.csv"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    package = json.loads((data / "datapackage.json").read_text("utf-8"))
    for each in package["resources"]:
        del each["hash"], each["bytes"]
    (tmp_path / "datapackage.json").write_text(json.dumps(package), "utf-8")
    mentions = tmp_path / "mentions.csv"
    mentions.write_text(mentions.read_text("utf-8") + "nowhere,p1,0,1,x,nobody\n", "utf-8")
    script = "import sys, frictionless as f; sys.exit(not f.validate('datapackage.json').valid)"
    command = [sys.executable, "-W", "ignore", "-c", script]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 1


@pytest.fixture
def database(data: Path) -> sqlite3.Connection:
    """Return the database, opened to read."""
    return sqlite3.connect(f"file:{data / 'archive.db'}?mode=ro", uri=True)


def test_every_reference_of_the_database_leads_somewhere(database: sqlite3.Connection) -> None:
    """SQLite's own checks of integrity and of foreign keys find nothing."""
    with closing(database):
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        keys = database.execute('PRAGMA foreign_key_list("mentions")').fetchall()
        assert {row[2] for row in keys} == {"articles", "paragraphs", "entities"}


def test_the_database_has_every_row(database: sqlite3.Connection, data: Path) -> None:
    """As many rows as the CSV files have."""
    with closing(database):
        for name in ("articles", "entities", "mentions", "dates", "figures", "events"):
            with (data / f"{name}.csv").open(encoding="utf-8", newline="") as file:
                expected = sum(1 for _ in csv.reader(file)) - 1
            count = database.execute(f'SELECT count(*) FROM "{name}"').fetchone()  # noqa: S608
            assert count == (expected,), name


def test_the_database_is_searched_in_arabic_and_english(database: sqlite3.Connection) -> None:
    """FTS5 finds a name in either script."""
    query = "SELECT entity FROM aliases JOIN aliases_fts ON aliases.rowid = aliases_fts.rowid"
    with closing(database):
        found = database.execute(f"{query} WHERE aliases_fts MATCH ?", ("حلب",)).fetchall()
        assert found
        text = "SELECT count(*) FROM paragraphs_fts WHERE paragraphs_fts MATCH 'aleppo'"
        assert database.execute(text).fetchone() > (0,)


def _get(address: str) -> dict[str, object]:
    with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 (loopback)
        return dict(json.loads(answer.read()))


def test_datasette_serves_the_database(data: Path) -> None:
    """With the shipped metadata, on loopback: titles, foreign keys and search."""
    pytest.importorskip("datasette", reason="datasette is not installed")
    command = [sys.executable, "-W", "ignore", "-m", "datasette", "serve", "archive.db"]
    options = ["--metadata", "datasette.json", "--host", "127.0.0.1", "--port", "8347"]
    with subprocess.Popen(
        [*command, *options], cwd=data, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            base = "http://127.0.0.1:8347/archive"
            told = _waited(f"{base}/paragraphs.json?_search=aleppo&_shape=objects", server)
            assert told["filtered_table_rows_count"]
            keys = _get(f"{base}/mentions.json?_size=1")["expandable_columns"]
            assert keys
        finally:
            server.terminate()


def _waited(address: str, server: subprocess.Popen[bytes]) -> dict[str, object]:
    """Return the server's answer as soon as it gives one."""
    for _ in range(120):
        assert server.poll() is None, "datasette ended"
        try:
            return _get(address)
        except OSError:
            time.sleep(0.25)
    return _get(address)


def test_parquet_has_the_tables_with_their_types(data: Path) -> None:
    """Numbers are numbers, and every table is there."""
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    for table in TABLES:
        read = parquet.read_table(data / "parquet" / f"{table.name}.parquet")
        assert read.column_names == [each.name for each in table.columns]
    figures = parquet.read_table(data / "parquet" / "figures.parquet")
    assert str(figures.schema.field("low").type) == "double"
    assert figures.num_rows > 0


@pytest.mark.parametrize("name", ["articles", "entities", "events", "claims", "build"])
def test_a_json_file_is_as_its_schema_says(data: Path, name: str) -> None:
    """And the schema refuses a row that has a key more."""
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    schema = json.loads((data / "schemas" / f"{name}.schema.json").read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    value = json.loads((data / f"{name}.json").read_text("utf-8"))
    assert [each.message for each in validator.iter_errors(value)] == []
    (value[name][0] if name in value else value)["more"] = ""
    assert not validator.is_valid(value)
