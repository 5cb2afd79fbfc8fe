"""A world that is put back is the world that was made, and is put back only where it can be."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
import time_machine
from django.apps import apps
from django.db import transaction

from jointaction.domain.access import Role
from jointaction.queries.audit import chains
from jointaction.queries.content import plan_content
from jointaction.store.files import file_sha256, kept_file
from jointaction.store.models import Agency, AuditEntry, Import, Plan, SourceDocument
from tests import factories, returns_factories
from tests.made_once import made_once

pytestmark = pytest.mark.django_db


def a_world():
    viewer = factories.alder_vale()
    plan_id = factories.accepted_plan(viewer, is_public=True)
    returns_factories.a_round(viewer, plan_id)
    return viewer, plan_id


def what_it_holds():
    """The world's rows by table, its plan's words and its audit trails, all taken back again."""
    with transaction.atomic():
        viewer, plan_id = a_world()
        counts = {model._meta.label: model.objects.count() for model in apps.get_models()}
        rows = [
            (row.objective, row.lead_agencies, row.updates) for row in plan_content(viewer, plan_id).plan.rows
        ]
        trails = [(chain.entries, chain.breaks_at) for chain in chains()]
        transaction.set_rollback(True)
    return counts, rows, trails


def test_a_second_time_everything_is_there_again():
    first = what_it_holds()
    assert first[0]["store.Plan"] == 1
    assert first[2][0][1] is None
    assert what_it_holds() == first


def test_ids_that_were_given_name_the_same_things():
    for _ in range(2):
        with transaction.atomic():
            viewer, plan_id = a_world()
            assert Plan.objects.get().pk == plan_id
            assert factories.member(Role.COORDINATOR) == viewer
            transaction.set_rollback(True)


def test_after_another_write_the_real_change_runs():
    agencies = []
    for name in ("Library Service", "River Wardens"):
        with transaction.atomic():
            viewer = factories.alder_vale()
            Agency.objects.filter(name="Library Service").update(name=name)
            factories.accepted_plan(viewer)
            agencies.append(Agency.objects.count())
            transaction.set_rollback(True)
    assert agencies[0] == agencies[1] + 1, "the plan's wardens are the agency of that name"


@pytest.mark.parametrize("harm", [Path.unlink, partial(Path.write_bytes, data=b"damaged")])
def test_a_file_that_came_to_harm_is_kept_again(harm):
    for _ in range(2):
        with transaction.atomic():
            factories.import_in_review(factories.alder_vale())
            (sha256,) = SourceDocument.objects.values_list("sha256", flat=True)
            assert file_sha256(kept_file(sha256)) == sha256
            harm(kept_file(sha256))
            transaction.set_rollback(True)


def test_what_was_taken_back_is_not_thought_to_be_there():
    viewer = factories.alder_vale()
    for _ in range(2):
        with transaction.atomic():
            factories.import_in_review(viewer)
            transaction.set_rollback(True)
    assert not Import.objects.exists()
    assert Import.objects.filter(pk=factories.import_in_review(viewer)).exists()


def test_on_another_day_the_world_is_made_on_that_day():
    factories.alder_vale()
    with time_machine.travel(datetime(2032, 5, 1, tzinfo=UTC)):
        factories.whitmoor()
    assert AuditEntry.objects.latest("pk").at.year == 2032


def test_what_waits_for_the_commit_waits_again(django_capture_on_commit_callbacks):
    waiting = []
    for _ in range(2):
        with transaction.atomic(), django_capture_on_commit_callbacks() as callbacks:
            factories.accepted_plan(factories.alder_vale())
            waiting.append(len(callbacks) or len(transaction.get_connection().run_on_commit))
            transaction.set_rollback(True)
    assert waiting[0] == waiting[1] > 0


def test_a_step_that_takes_rows_away_is_made_each_time():
    made = []

    @made_once
    def without_the_library(_viewer):
        made.append(Agency.objects.filter(name="Library Service").delete())

    for _ in range(2):
        with transaction.atomic():
            without_the_library(factories.alder_vale())
            transaction.set_rollback(True)
    assert len(made) == 2
