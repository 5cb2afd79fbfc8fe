"""Whether the installation can do its work, for whoever watches over it; tells nothing of its content."""

import shutil
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django_q.status import Stat

from jointaction.store.models import AuditEntry

LEAST_BYTES_FREE = 300 * 1024 * 1024
MOST_CLOCK_BACK = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Readiness:
    """What the work needs: each is there, or not.

    `disk`: 300 MB free in the data folder. `worker`: one reported within seconds. `clock`: not more
    than five minutes behind the newest entry of the audit trail.
    """

    database: bool
    migrations: bool
    disk: bool
    worker: bool
    clock: bool

    @property
    def is_ready(self) -> bool:
        """Whether all of it is there."""
        return all(getattr(self, each.name) for each in fields(self))


def readiness(now: datetime) -> Readiness:
    """How the installation stands at this moment; never raises when a part is missing."""
    has_database = _answers()
    return Readiness(
        database=has_database,
        migrations=has_database and not _missing_migrations(),
        disk=shutil.disk_usage(settings.DATA_DIR).free >= LEAST_BYTES_FREE,
        worker=bool(Stat.get_all()) if has_database else False,
        clock=has_database and _clock_is_right(now),
    )


def _answers() -> bool:
    try:
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _missing_migrations() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _clock_is_right(now: datetime) -> bool:
    try:
        last = AuditEntry.objects.order_by("-pk").values_list("at", flat=True).first()
    except DatabaseError:  # before the first migration
        return False
    return last is None or last - now <= MOST_CLOCK_BACK
