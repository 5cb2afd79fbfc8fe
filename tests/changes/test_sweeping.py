"""Only old files that nothing names are swept."""

import os
from datetime import timedelta

import pytest
from django.apps import apps
from django.utils import timezone

from jointaction.changes.sweeping import KEEPERS, _swept_once, sweep_files
from jointaction.store.files import keep_file, kept_file
from jointaction.store.keeping import manifest
from jointaction.store.models import SourceDocument
from tests import factories

pytestmark = pytest.mark.django_db
LATER = timedelta(days=2)


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, settings):
    settings.DATA_DIR = tmp_path
    settings.DOCUMENTS_DIR = tmp_path / "documents"


def named():
    """A kept file that a document names."""
    factories.import_in_review(factories.alder_vale())
    return SourceDocument.objects.get().sha256


def test_a_file_nobody_names_goes_after_a_day():
    sha256 = factories.kept(b"left behind by a killed upload")
    assert sweep_files(timezone.now() + timedelta(hours=23)) == ()
    assert sweep_files(timezone.now() + LATER) == (sha256,)
    assert not kept_file(sha256).exists()


def test_a_file_that_is_named_stays_however_old():
    sha256 = named()
    assert sweep_files(timezone.now() + LATER) == ()
    assert kept_file(sha256).exists()


def test_every_table_that_keeps_files_is_asked():
    keeping = {
        model
        for model in apps.get_app_config("store").get_models()
        if {"sha256", "size_bytes"} <= {field.name for field in model._meta.get_fields()}
    }
    assert keeping == set(KEEPERS)
    assert sorted(model._meta.db_table for model in keeping) == sorted(manifest.KEEPERS)


def test_a_half_written_file_goes(tmp_path):
    half = kept_file("ab" * 32).with_name("tmphalf")
    half.parent.mkdir(parents=True)
    half.write_bytes(b"half")
    assert sweep_files(timezone.now() + LATER) == ("tmphalf",)


def test_an_old_orphan_that_comes_in_again_stays(tmp_path):
    document = tmp_path / "plan.txt"
    document.write_bytes(b"Ref\tObjective")
    sha256 = keep_file(document)
    long_ago = (timezone.now() - LATER).timestamp()
    os.utime(kept_file(sha256), (long_ago, long_ago))
    assert keep_file(document) == sha256
    assert sweep_files(timezone.now()) == ()


def test_what_a_killed_sweep_moved_aside_is_put_back_where_it_is_named():
    sha256 = named()
    kept_file(sha256).rename(kept_file(sha256).with_name(f".swept-{sha256}"))
    assert sweep_files(timezone.now() + LATER) == ()
    assert kept_file(sha256).exists()


def test_folders_of_killed_backups_go(tmp_path):
    for name in (".backup-x", ".check-x", "static"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "database").write_bytes(b"copy")
    assert set(sweep_files(timezone.now() + LATER)) == {".backup-x", ".check-x"}
    assert (tmp_path / "static" / "database").exists()


def test_a_file_another_sweep_took_first_is_passed_over(tmp_path):
    gone = tmp_path / ("b" * 64)
    assert not _swept_once(gone, set(), timezone.now().timestamp())
