"""Keep everything in one archive, and prove an archive; for the operator, so without a viewer."""

import os
import shutil
import tempfile
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from jointaction.changes.last_backup import note_backup
from jointaction.store.files import kept_file
from jointaction.store.keeping import archive
from jointaction.store.keeping.manifest import POSTGRESQL, SQLITE, Manifest, Progress, manifest_to_json
from jointaction.store.keeping.postgres_dump import dump_postgres
from jointaction.store.keeping.refusal import BackupRefusedError
from jointaction.store.keeping.sqlite_copy import copy_sqlite
from jointaction.store.keeping.unpacking import (
    DATABASE,
    MANIFEST,
    database_contents,
    document_part,
    unpack,
)


def make_backup(to: Path, *, passphrase: str | None, progress: Progress) -> tuple[Path, Manifest]:
    """Keep the database and its documents in one archive, read it again, and note that it is good.

    `to` is a new file or an existing folder. Raises BackupRefusedError; then there is no archive.
    """
    made_at = timezone.now()
    path = _archive_path(to, made_at)
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=settings.DATA_DIR) as folder:
        copy = Path(folder) / DATABASE
        kind = _copied(copy, progress)
        contents = database_contents(kind, copy)
        there = {sha256: kept_file(sha256) for sha256 in contents.documents if kept_file(sha256).exists()}
        total = copy.stat().st_size + sum(file.stat().st_size for file in there.values())
        with archive.writing(path, passphrase, progress, total) as writer:
            writer.add_file(DATABASE, copy)
            added = {sha: writer.add_file(document_part(sha), file) for sha, file in there.items()}
            manifest = Manifest(
                made_at=made_at.isoformat(timespec="seconds"),
                database=kind,
                contents=contents,
                parts=tuple(writer.parts),
                missing=tuple(sha256 for sha256 in contents.documents if sha256 not in there),
                damaged=tuple(sha256 for sha256, part in added.items() if part.sha256 != sha256),
            )
            writer.add_last(MANIFEST, manifest_to_json(manifest))
    check_backup(path, passphrase=passphrase, progress=progress)
    note_backup(path, made_at)
    return path, manifest


def check_backup(path: Path, *, passphrase: str | None, progress: Progress) -> Manifest:
    """Prove an archive: every byte, every part, the database itself and the audit chains in it.

    Raises BackupRefusedError with what is wrong.
    """
    with tempfile.TemporaryDirectory(prefix=".check-", dir=settings.DATA_DIR) as folder:
        return unpack(path, passphrase, Path(folder), progress, keep_documents=False)


def _archive_path(to: Path, made_at: datetime) -> Path:
    path = to / f"jointaction-{made_at:%Y-%m-%dT%H%M%SZ}.backup" if to.is_dir() else to
    if not path.parent.is_dir():
        raise BackupRefusedError(f"There is no folder {path.parent}. Make it, or name another place.")
    if path.exists():
        raise BackupRefusedError(
            f"{path} is there already, and no backup is ever overwritten. Name a new file."
        )
    needed = _bytes_needed()
    free = min(shutil.disk_usage(place).free for place in (path.parent, settings.DATA_DIR))
    if free < needed:
        raise BackupRefusedError(
            f"The disk has {free // 2**20} MB free and the backup may need "
            f"{needed // 2**20} MB. Make room or name another place."
        )
    return path


def _bytes_needed() -> int:
    """What copy, archive and check may take together, for the part that can be known before."""
    database = Path(str(connection.settings_dict["NAME"]))
    kept = database.stat().st_size if connection.vendor == SQLITE and database.exists() else 0
    documents = sum(
        os.stat(os.path.join(folder, name)).st_size
        for folder, _, names in os.walk(settings.DOCUMENTS_DIR)
        for name in names
    )
    return 3 * kept + documents


def _copied(target: Path, progress: Progress) -> str:
    progress(0, 1, "database")
    if connection.vendor == POSTGRESQL:
        dump_postgres(target)
        return POSTGRESQL
    copy_sqlite(Path(str(connection.settings_dict["NAME"])), target, progress)
    return SQLITE
