"""A small SQLite database with an audit chain, made without Django, and an archive of it."""

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import astuple
from pathlib import Path

from jointaction.domain.audit import FIRST_HASH, Entry, chained_hash
from jointaction.store.keeping.archive import writing
from jointaction.store.keeping.manifest import SQLITE, Manifest, manifest_to_json
from jointaction.store.keeping.sqlite_copy import sqlite_contents
from jointaction.store.keeping.unpacking import DATABASE, MANIFEST, document_part

DOCUMENT = b"Ref\tObjective\n1\tFewer sheds are broken into\n"
SHA256 = hashlib.sha256(DOCUMENT).hexdigest()
SECRET = "a passphrase of some length"
TABLES = """
PRAGMA page_size=512;
CREATE TABLE django_migrations (app TEXT, name TEXT);
INSERT INTO django_migrations VALUES ('store', '0001_first_tables');
CREATE TABLE store_sourcedocument (sha256 TEXT);
CREATE TABLE store_auditentry (partnership_id, sequence, at, person_id, person, action, thing, thing_id,
  summary, before, after, previous_hash, hash);
"""


def nothing(_done: int, _total: int, _what: str) -> None:
    """No progress is shown."""


def entries(partnership_id: int, length: int) -> list[tuple[object, ...]]:
    """The rows of a whole chain."""
    found, previous = [], FIRST_HASH
    for sequence in range(1, length + 1):
        at = f"2031-05-0{sequence} 09:00:00.000123"
        entry = Entry(
            *(partnership_id, sequence, at.replace(" ", "T") + "+00:00", None, "Somebody", "read"),
            *("plan", "7", "a\tb\\c", "before\nafter", ""),
        )
        made = chained_hash(entry, previous)
        found.append((*astuple(entry)[:2], at, *astuple(entry)[3:], previous, made))
        previous = made
    return found


def a_database(path: Path, documents: tuple[str, ...] = (SHA256,)) -> Path:
    """Two partnerships' chains of three and one entries."""
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(TABLES)
        database.executemany("INSERT INTO store_sourcedocument VALUES (?)", [(sha,) for sha in documents])
        marks = ",".join("?" * 13)
        rows = [*entries(1, 3), *entries(2, 1)]
        database.executemany(f"INSERT INTO store_auditentry VALUES ({marks})", rows)
    return path


def spoilt(path: Path, *statements: str) -> Path:
    """A database after something was done to it behind the product's back."""
    with closing(sqlite3.connect(path)) as database, database:
        for statement in statements:
            database.execute(statement)
    return path


def an_archive(folder: Path, passphrase: str | None = None) -> Path:
    """An archive of a small database and one document, sealed quickly where it is sealed."""
    path, copy, document = folder / "kept.backup", a_database(folder / "copy"), folder / "document"
    document.write_bytes(DOCUMENT)
    with writing(path, passphrase, nothing, 1, cost=4) as archive:
        archive.add_file(DATABASE, copy)
        archive.add_file(document_part(SHA256), document)
        made = Manifest("2031-05-09T09:00:00+00:00", SQLITE, sqlite_contents(copy), tuple(archive.parts))
        archive.add_last(MANIFEST, manifest_to_json(made))
    return path
