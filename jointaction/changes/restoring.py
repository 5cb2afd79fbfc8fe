"""Put a backup back into an empty place; nothing appears there before all of it is proved."""

import os
import shutil
import tempfile
from pathlib import Path

from django.db import connection
from django.db.migrations.loader import MigrationLoader

from jointaction.store.keeping.manifest import POSTGRESQL, SQLITE, Manifest, Progress
from jointaction.store.keeping.postgres_dump import postgres_is_empty, restore_postgres
from jointaction.store.keeping.refusal import BackupRefusedError
from jointaction.store.keeping.unpacking import DATABASE, DOCUMENTS, unpack

SQLITE_NAME = "jointaction.sqlite3"
HARMLESS = {"secret-key", "static", "cache"}


def restore_backup(path: Path, into: Path, *, passphrase: str | None, progress: Progress) -> Manifest:
    """Restore an archive into the data folder `into`; PostgreSQL into the database of the settings.

    Raises BackupRefusedError, with nothing restored, when the place is not empty, the archive is not
    whole, or it was made by a newer version.
    """
    _check_empty(into)
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".restoring-", dir=into) as folder:
        staged = Path(folder)
        manifest = unpack(path, passphrase, staged, progress, keep_documents=True)
        _check_known(manifest)
        _check_empty(into, but=staged.name)
        if manifest.database == POSTGRESQL:
            _into_postgres(staged / DATABASE)
        else:
            _placed(staged / DATABASE, into / SQLITE_NAME)
        if (staged / DOCUMENTS).exists():
            _placed(staged / DOCUMENTS, into / DOCUMENTS)
    return manifest


def migrations_to_come(manifest: Manifest) -> int:
    """How many migrations of this version the restored database still needs."""
    return len(_known_migrations() - set(manifest.contents.migrations))


def _check_empty(into: Path, but: str = "") -> None:
    if into.exists() and not into.is_dir():
        raise BackupRefusedError(f"{into} is a file. Name a folder, new or empty.")
    there = {file.name for file in into.iterdir()} - HARMLESS - {but} if into.exists() else set()
    if there:
        raise BackupRefusedError(
            f"{into} is not empty ({', '.join(sorted(there)[:3])}), and nothing is ever restored over "
            "something else. Name a new folder, or move what is there away first."
        )


def _check_known(manifest: Manifest) -> None:
    if set(manifest.contents.migrations) - _known_migrations() and manifest.contents.migrations:
        raise BackupRefusedError(
            f"The backup was made by a newer version (release {manifest.release}). "
            "Install that version and restore it with that."
        )
    if manifest.database == POSTGRESQL and connection.vendor != POSTGRESQL:
        raise BackupRefusedError(
            "The backup holds a PostgreSQL database. Set DATABASE_URL to an empty one and try again."
        )
    if manifest.database == SQLITE and connection.vendor != SQLITE:
        raise BackupRefusedError(
            "The backup holds an SQLite database, and DATABASE_URL names another. Unset it and try again."
        )


def _known_migrations() -> set[str]:
    known = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    return {f"{app}.{name}" for app, name in known}


def _into_postgres(dump: Path) -> None:
    if not postgres_is_empty():
        raise BackupRefusedError(
            "The database of DATABASE_URL is not empty. Make a new one (createdb) and give its address."
        )
    restore_postgres(dump)


def _placed(staged: Path, target: Path) -> None:
    """Move into place, on the disk before the next step."""
    for folder, _, names in os.walk(staged):
        for name in names:
            _synced(Path(folder) / name)
    if staged.is_file():
        _synced(staged)
    shutil.move(staged, target)
    _synced(target.parent)


def _synced(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
