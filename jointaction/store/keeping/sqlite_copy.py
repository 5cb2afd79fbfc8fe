"""A copy of a live SQLite database by SQLite's own backup, and what such a copy holds."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db.backends.sqlite3._functions import register  # type: ignore[import-untyped]  # no types there

from jointaction.store.keeping.chain_rows import TABLE, heads_of
from jointaction.store.keeping.manifest import KEEPERS, Contents, Count, Progress
from jointaction.store.keeping.refusal import BackupRefusedError

PAGES_AT_ONCE = 2000
SECONDS_TO_WAIT = 20


def copy_sqlite(source: Path, target: Path, progress: Progress) -> None:
    """Copy the database as it is at one moment, while others go on writing; `target` is one plain file."""
    if not source.exists():
        raise BackupRefusedError(
            f"There is no database at {source}. Is JOINTACTION_DATA set as for the services?"
        )

    def told(_status: int, left: int, total: int) -> None:
        progress(total - left, total, "database")

    with _opened(source) as live, _opened(target) as copy:
        live.execute("BEGIN")
        live.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # holds this moment till the end
        live.backup(copy, pages=PAGES_AT_ONCE, progress=told)
        live.execute("ROLLBACK")
        copy.execute("PRAGMA journal_mode=DELETE")


def sqlite_contents(file: Path) -> Contents:
    """What a copy holds; raises BackupRefusedError when the database or an audit chain is not whole."""
    try:
        with _opened(file) as database:
            register(database)  # the checks of the tables call Django's own functions
            _check_integrity(database)
            tables = _tables(database)
            return Contents(
                migrations=_words(database, "SELECT app || '.' || name FROM django_migrations ORDER BY 1"),
                counts=tuple(Count(table, _rows(database, table)) for table in tables),
                heads=heads_of(_audit(database)) if TABLE in tables else (),
                documents=_documents(database, tables),
            )
    except sqlite3.DatabaseError as error:
        raise BackupRefusedError(
            f"The database in the backup cannot be read ({error}). Use another."
        ) from error


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(file, timeout=SECONDS_TO_WAIT, isolation_level=None)) as database:
        yield database


def _check_integrity(database: sqlite3.Connection) -> None:
    said = [row[0] for row in database.execute("PRAGMA integrity_check(10)")]
    lost = database.execute("PRAGMA foreign_key_check").fetchone()
    if said != ["ok"] or lost:
        found = "; ".join(said) if said != ["ok"] else f"a row of {lost[0]} points nowhere"
        raise BackupRefusedError(f"SQLite finds the database damaged: {found}. Restore an earlier backup.")


def _tables(database: sqlite3.Connection) -> tuple[str, ...]:
    found = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    return _words(database, found)


def _documents(database: sqlite3.Connection, tables: tuple[str, ...]) -> tuple[str, ...]:
    found = {
        sha256
        for keeper in KEEPERS
        if keeper in tables
        for sha256 in _words(database, f"SELECT sha256 FROM {keeper}")  # noqa: S608  # a fixed name
    }
    return tuple(sorted(found))


def _words(database: sqlite3.Connection, query: str) -> tuple[str, ...]:
    return tuple(str(row[0]) for row in database.execute(query))


def _rows(database: sqlite3.Connection, table: str) -> int:
    quoted = table.replace('"', '""')
    return int(database.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()[0])  # noqa: S608  # a table's own name, quoted


def _audit(database: sqlite3.Connection) -> Iterator[dict[str, object]]:
    found = database.execute(f"SELECT * FROM {TABLE} ORDER BY partnership_id, sequence")  # noqa: S608  # a fixed name
    names = [column[0] for column in found.description]
    for row in found:
        yield dict(zip(names, row, strict=True))
