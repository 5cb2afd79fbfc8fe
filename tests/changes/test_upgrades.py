"""The tables of a live installation are never changed without a backup to go back to."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from jointaction.changes.last_backup import note_backup
from jointaction.changes.upgrades import bring_up_to_date
from jointaction.store.keeping.refusal import BackupRefusedError
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def step_to_come(settings, tmp_path):
    """A migration that is not applied yet, of an app of its own, and a data folder without a note."""
    settings.DATA_DIR = tmp_path
    app, name = "sites", "0001_initial"
    settings.INSTALLED_APPS = [*settings.INSTALLED_APPS, "django.contrib.sites"]
    MigrationRecorder.Migration.objects.filter(app=app).delete()
    return f"{app}.{name}"


def a_backup(tmp_path, age):
    """The note of a backup of this age."""
    archive = tmp_path / "kept.backup"
    archive.write_bytes(b"an archive")
    note_backup(archive, timezone.now() - age)
    return archive


def test_with_content_and_without_a_backup_nothing_is_changed(step_to_come):
    factories.alder_vale()
    with pytest.raises(BackupRefusedError, match="no checked backup"):
        bring_up_to_date()
    assert not MigrationRecorder.Migration.objects.filter(app="sites").exists()


@pytest.mark.parametrize("age", [timedelta(minutes=61), -timedelta(minutes=5)])
def test_an_older_backup_or_one_of_the_future_is_not(step_to_come, tmp_path, age):
    factories.alder_vale()
    a_backup(tmp_path, age)
    with pytest.raises(BackupRefusedError, match="more than an hour ago"):
        bring_up_to_date()


def test_an_archive_changed_or_taken_away_since_does_not_count(step_to_come, tmp_path):
    factories.alder_vale()
    archive = a_backup(tmp_path, timedelta(minutes=1))
    archive.write_bytes(b"another")
    with pytest.raises(BackupRefusedError, match="no checked backup"):
        bring_up_to_date()
    archive.unlink()
    with pytest.raises(BackupRefusedError, match="no checked backup"):
        bring_up_to_date()


def test_nothing_to_do_asks_for_nothing():
    factories.alder_vale()
    call_command("migrate", interactive=False, verbosity=0)
    assert bring_up_to_date() == ()
