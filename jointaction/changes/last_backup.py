"""The note of the last backup, which an upgrade asks for."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection

from jointaction.store.files import file_sha256

NOTE = "last-backup.json"


@dataclass(frozen=True, slots=True)
class LastBackup:
    """A backup of this database that was made and checked here."""

    path: Path
    made_at: datetime


def note_backup(path: Path, made_at: datetime) -> None:
    """Note that a backup of this database was made and checked."""
    told = {
        "path": str(path.resolve()),
        "made_at": made_at.isoformat(),
        "sha256": file_sha256(path),
        "database": _database_name(),
    }
    unfinished = _note().with_suffix(".unfinished")
    unfinished.write_text(json.dumps(told), encoding="utf-8")
    unfinished.replace(_note())


def last_backup() -> LastBackup | None:
    """The last backup of this database, if its archive is still there as it was checked."""
    try:
        told = json.loads(_note().read_text(encoding="utf-8"))
        found = LastBackup(Path(told["path"]), datetime.fromisoformat(told["made_at"]))
        is_same = told["database"] == _database_name() and told["sha256"] == file_sha256(found.path)
    except (OSError, ValueError, KeyError):
        return None
    return found if is_same else None


def _note() -> Path:
    return Path(settings.DATA_DIR) / NOTE


def _database_name() -> str:
    ours = connection.settings_dict
    return f"{connection.vendor} {ours.get('HOST', '')} {ours.get('PORT', '')} {ours['NAME']}"
