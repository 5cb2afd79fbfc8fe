"""A reading that was broken off is tried once more, then refused with a sentence."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_q.conf import Conf
from django_q.models import OrmQ
from django_q.signing import SignedPackage

from jointaction.changes.imports.due import AGAIN, BROKEN_OFF, PATIENCE, take_up_stuck
from jointaction.changes.imports.upload import READ_JOB
from jointaction.domain.imports import ImportState
from jointaction.queries.audit import chains
from jointaction.store.models import AuditEntry, Import
from tests import factories

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _jobs_wait(monkeypatch):
    """Jobs wait on the queue instead of being done at once, as everywhere but in tests."""
    monkeypatch.setattr(Conf, "SYNC", False)


@pytest.fixture
def stuck():
    """An import whose worker died."""
    import_id = factories.import_in_review(factories.alder_vale())
    Import.objects.filter(pk=import_id).update(
        state=ImportState.READING, draft="", draft_read="", steps_done=3
    )
    return Import.objects.get(pk=import_id)


def jobs():
    """What waits on the queue: the work and its ids."""
    return [(job.task["func"], *job.task["args"]) for job in OrmQ.objects.order_by("pk")]


def a_worker_dies():
    """A worker took every job, which locks it for four minutes, and was killed."""
    OrmQ.objects.update(lock=timezone.now() + 4 * MINUTE)


def a_job(stuck, lock):
    """A job on the queue as a worker leaves it: locked from the moment it was taken."""
    payload = SignedPackage.dumps({"id": "1", "func": READ_JOB, "args": (stuck.pk, None), "kwargs": {}})
    return OrmQ.objects.create(key="tests", payload=payload, lock=lock)


def test_a_reading_of_nine_minutes_is_left_alone(stuck):
    taken = take_up_stuck(stuck.started_at + PATIENCE - MINUTE)
    assert (taken.again, taken.refused, jobs()) == ((), (), [])


def test_after_ten_minutes_it_is_tried_again_and_told(stuck):
    taken = take_up_stuck(stuck.started_at + PATIENCE + MINUTE)
    assert taken.again == (stuck.pk,)
    assert jobs() == [(READ_JOB, stuck.pk, stuck.started_by_id)]
    stuck.refresh_from_db()
    assert (stuck.state, stuck.steps_done) == (ImportState.READING, 0)
    assert AuditEntry.objects.filter(action=AGAIN, thing_id=str(stuck.pk)).count() == 1


def test_running_it_twice_tries_it_once(stuck):
    now = stuck.started_at + PATIENCE + MINUTE
    take_up_stuck(now)
    assert take_up_stuck(now + MINUTE).again == ()
    assert len(jobs()) == 1


def test_broken_off_twice_it_is_refused_with_a_sentence(stuck):
    take_up_stuck(timezone.now() + PATIENCE)
    a_worker_dies()
    taken = take_up_stuck(timezone.now() + 2 * PATIENCE)
    assert (taken.again, taken.refused) == ((), (stuck.pk,))
    stuck.refresh_from_db()
    assert (stuck.state, stuck.refusal) == (ImportState.REFUSED, BROKEN_OFF)
    assert [chain.breaks_at for chain in chains()] == [None]


def test_one_that_a_person_has_read_anew_gets_its_second_try_again(stuck):
    take_up_stuck(timezone.now() + PATIENCE)
    a_worker_dies()
    Import.objects.filter(pk=stuck.pk).update(started_at=timezone.now())
    assert take_up_stuck(timezone.now() + PATIENCE + MINUTE).again == (stuck.pk,)


def test_one_that_waits_for_its_first_worker_goes_on_waiting(stuck):
    a_job(stuck, stuck.started_at)
    taken = take_up_stuck(stuck.started_at + timedelta(hours=5))
    assert (taken.again, taken.refused, len(jobs())) == ((), (), 1)


def test_the_job_of_a_dead_worker_is_taken_off_the_queue(stuck):
    left = a_job(stuck, stuck.started_at + 5 * MINUTE)
    assert take_up_stuck(stuck.started_at + PATIENCE + MINUTE).again == (stuck.pk,)
    assert not OrmQ.objects.filter(pk=left.pk).exists()
    assert len(jobs()) == 1


@pytest.mark.parametrize("state", [state for state in ImportState if state is not ImportState.READING])
def test_nothing_else_is_touched(state):
    import_id = factories.import_in_review(factories.alder_vale())
    Import.objects.filter(pk=import_id).update(state=state)
    take_up_stuck(timezone.now() + timedelta(days=1))
    assert Import.objects.get(pk=import_id).state == state
