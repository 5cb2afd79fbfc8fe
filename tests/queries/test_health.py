"""Readiness names each part that is missing."""

from collections import namedtuple
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from django_q.brokers import get_broker
from django_q.signing import SignedPackage

from jointaction.queries.health import Readiness, readiness
from jointaction.store.models import AuditEntry
from tests import factories

pytestmark = pytest.mark.django_db
Worker = namedtuple("Worker", "cluster_id")
ALL_WELL = Readiness(database=True, migrations=True, disk=True, worker=True, clock=True)


@pytest.fixture
def worker():
    """A worker that reported a moment ago."""
    broker = get_broker()
    broker.set_stat("django_q:tests:cluster:1", SignedPackage.dumps({"cluster_id": 1}), 30)
    yield
    broker.cache.clear()


def test_all_is_well(worker):
    factories.alder_vale()
    assert readiness(timezone.now()) == ALL_WELL
    assert ALL_WELL.is_ready


def test_without_a_worker_it_is_not_ready():
    found = readiness(timezone.now())
    assert found == replace(ALL_WELL, worker=False)
    assert not found.is_ready


def test_a_migration_not_applied_is_noticed(worker):
    MigrationRecorder.Migration.objects.filter(app="store").last().delete()
    assert readiness(timezone.now()) == replace(ALL_WELL, migrations=False)


@pytest.mark.parametrize(("minutes", "is_right"), [(4, True), (6, False)])
def test_a_clock_behind_the_audit_trail_is_noticed(worker, minutes, is_right):
    factories.alder_vale()
    last = AuditEntry.objects.latest("pk").at
    assert readiness(last - timedelta(minutes=minutes)).clock is is_right
