"""What is due is done by the clock, told in sentences, and asked for every five minutes."""

import pytest
from django.utils import timezone
from django.utils.module_loading import import_string
from django_q.models import Schedule

from jointaction.changes.timetable import EVERY_MINUTES, JOB, do_due, do_due_now, keep_timetable
from tests import factories
from tests.returns_factories import MORNING, a_round

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, settings):
    """What is due sweeps files, and other tests keep theirs."""
    settings.DATA_DIR = tmp_path
    settings.DOCUMENTS_DIR = tmp_path / "documents"


def test_nothing_due_says_nothing():
    assert do_due(timezone.now()) == ()


def test_what_was_done_is_said_and_not_done_a_second_time(settings):
    settings.MAIL_IS_CONFIGURED = True
    viewer = factories.alder_vale()
    a_round(viewer, factories.accepted_plan(viewer))
    said = " ".join(do_due(MORNING))
    assert "1 message about returns put into the outbox. 1 message sent." in said
    assert not [sentence for sentence in do_due(MORNING) if "message" in sentence]


def test_the_worker_is_told_once_to_do_it_every_five_minutes():
    keep_timetable()
    keep_timetable()
    schedule = Schedule.objects.get(func=JOB)
    assert (schedule.schedule_type, schedule.minutes) == (Schedule.MINUTES, EVERY_MINUTES)
    assert import_string(JOB) is do_due_now
