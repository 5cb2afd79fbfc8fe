"""A copy of SQLite is one moment of it, and only a whole one is believed."""

import sqlite3
from contextlib import closing

import pytest

from jointaction.store.keeping.manifest import KEEPERS
from jointaction.store.keeping.refusal import BackupRefusedError
from jointaction.store.keeping.sqlite_copy import copy_sqlite, sqlite_contents
from tests.store.keeping.databases import SHA256, a_database, nothing, spoilt


def test_rows_written_during_the_copy_stay_out_of_it(tmp_path):
    source = spoilt(a_database(tmp_path / "live"), "CREATE TABLE filled (words)")
    with closing(sqlite3.connect(source, isolation_level=None)) as live:
        live.execute("PRAGMA journal_mode=WAL")
        live.execute("BEGIN")
        live.executemany("INSERT INTO filled VALUES (?)", [("x" * 400,)] * 9000)
        live.execute("COMMIT")

        def writing_meanwhile(_done, _total, _what):
            live.execute("INSERT INTO filled VALUES ('late')")

        copy_sqlite(source, tmp_path / "copy", writing_meanwhile)
        written = live.execute("SELECT count(*) FROM filled").fetchone()[0]
    counts = {count.table: count.rows for count in sqlite_contents(tmp_path / "copy").counts}
    assert counts["filled"] == 9000
    assert written > 9001
    assert sorted(file.name for file in tmp_path.glob("copy*")) == ["copy"]


def test_rows_not_yet_in_the_main_file_are_in_the_copy(tmp_path):
    source = a_database(tmp_path / "live")
    with closing(sqlite3.connect(source, isolation_level=None)) as live:
        live.execute("PRAGMA journal_mode=WAL")
        live.execute("INSERT INTO store_sourcedocument VALUES ('later')")
        copy_sqlite(source, tmp_path / "copy", nothing)
        assert sqlite_contents(tmp_path / "copy").documents == tuple(sorted((SHA256, "later")))


def test_the_files_of_every_table_that_keeps_some_are_named(tmp_path):
    source = a_database(tmp_path / "live")
    with closing(sqlite3.connect(source, isolation_level=None)) as live:
        for keeper in set(KEEPERS) - {"store_sourcedocument"}:
            live.execute(f"CREATE TABLE {keeper} (sha256 TEXT)")
            live.execute(f"INSERT INTO {keeper} VALUES ('of {keeper}')")
    others = [f"of {keeper}" for keeper in KEEPERS if keeper != "store_sourcedocument"]
    assert sqlite_contents(source).documents == tuple(sorted([SHA256, *others]))


def test_a_database_that_is_not_there_is_a_sentence(tmp_path):
    with pytest.raises(BackupRefusedError, match="JOINTACTION_DATA"):
        copy_sqlite(tmp_path / "nowhere", tmp_path / "copy", nothing)


@pytest.mark.parametrize(
    ("done", "said"),
    [
        (
            "UPDATE store_auditentry SET summary = 'nothing' WHERE sequence = 2",
            "partnership 1 is broken at entry 2",
        ),
        ("DELETE FROM store_auditentry WHERE partnership_id = 1 AND sequence = 1", "broken at entry 1"),
        ("UPDATE store_auditentry SET person_id = 9 WHERE partnership_id = 2", "partnership 2"),
    ],
)
def test_a_trail_that_was_tampered_with_is_no_backup(tmp_path, done, said):
    with pytest.raises(BackupRefusedError, match=said):
        sqlite_contents(spoilt(a_database(tmp_path / "live"), done))


def test_a_damaged_file_is_a_sentence(tmp_path):
    path = a_database(tmp_path / "live")
    words = bytearray(path.read_bytes())
    words[512 * 3 : 512 * 5] = b"\xff" * 1024
    path.write_bytes(words)
    with pytest.raises(BackupRefusedError, match=r"damaged|cannot be read"):
        sqlite_contents(path)
