"""Bring the tables of a live installation up to date, never without a backup to go back to."""

from datetime import timedelta

from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from jointaction.changes.last_backup import last_backup
from jointaction.changes.timetable import keep_timetable
from jointaction.store.keeping.refusal import BackupRefusedError
from jointaction.store.models import Partnership

FRESH = timedelta(hours=1)


def bring_up_to_date(*, without_backup: bool = False) -> tuple[str, ...]:
    """Apply the migrations that are missing, and set the worker's timetable; returns the migrations' names.

    Raises BackupRefusedError when the database holds something and has no checked backup under an
    hour old, unless `without_backup`.
    """
    missing = _missing()
    if missing:
        if not without_backup and _holds_something():
            _require_backup()
        call_command("migrate", interactive=False, verbosity=0)
    keep_timetable()
    return missing


def trouble() -> str | None:
    """Why no command can work on this database, and what to do; None when it answers and is up to date."""
    try:
        connection.ensure_connection()
        missing = _missing()
    except DatabaseError as error:
        return f"The database of DATABASE_URL does not answer: {str(error).strip()}"
    if missing:
        return "The tables of this database are not up to date. Run jointaction migrate first."
    return None


def _missing() -> tuple[str, ...]:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return tuple(f"{migration.app_label}.{migration.name}" for migration, _ in plan)


def _holds_something() -> bool:
    return (
        Partnership._meta.db_table in connection.introspection.table_names() and Partnership.objects.exists()
    )


def _require_backup() -> None:
    found = last_backup()
    if found is None:
        raise BackupRefusedError(
            "There is no checked backup of this database. Run jointaction backup, then this again."
        )
    if not timedelta(0) <= timezone.now() - found.made_at <= FRESH:
        raise BackupRefusedError(
            f"The last backup was made at {found.made_at:%H:%M on %d %B %Y} (UTC), more than an hour ago. "
            "Run jointaction backup, then this again."
        )
