"""The outbox keeps messages as long as the installation says, and the history what became of them."""

from datetime import UTC, datetime, timedelta

import pytest

from jointaction.changes.chasing.forgetting import LEAST_DAYS, forget_messages
from jointaction.changes.timetable import do_due
from jointaction.store.models import AuditEntry, OutgoingMail
from tests import factories

pytestmark = pytest.mark.django_db
NOW = datetime(2034, 5, 2, 9, 30, tzinfo=UTC)


def message(viewer, days_old, **fields):
    made_at = NOW - timedelta(days=days_old)
    return OutgoingMail.objects.create(
        partnership_id=viewer.partnership_id,
        key=f"message {OutgoingMail.objects.count()}",
        to_name="Ann",
        to_email="ann@police.example",
        subject="Due",
        body="It is due.",
        made_at=made_at,
        **fields,
    )


def test_messages_older_than_two_years_go_and_the_history_says_so(viewer):
    message(viewer, 731, sent_at=NOW - timedelta(days=731), attempts=1)
    message(viewer, 731, attempts=9, failure="No such mailbox")
    message(viewer, 731)
    kept = message(viewer, 729, sent_at=NOW - timedelta(days=729), attempts=1)
    assert forget_messages(NOW) == 3
    assert OutgoingMail.objects.get() == kept
    entry = AuditEntry.objects.get(action="forget messages")
    assert (entry.person, entry.summary) == (
        "Joint Action, by itself",
        "3 messages made before 2 May 2032",
    )
    assert forget_messages(NOW) == 0
    assert AuditEntry.objects.filter(action="forget messages").count() == 1


def test_a_message_that_is_still_tried_stays(viewer):
    message(viewer, 800, attempts=2, next_attempt_at=NOW)
    assert forget_messages(NOW) == 0


def test_an_installation_keeps_them_shorter_but_not_so_short_that_one_goes_twice(viewer, settings):
    settings.MAIL_KEPT_DAYS = 1
    young = message(viewer, LEAST_DAYS - 1)
    message(viewer, LEAST_DAYS + 1)
    assert forget_messages(NOW) == 1
    assert set(OutgoingMail.objects.all()) == {young}


def test_each_partnership_has_its_own_line_and_run_due_says_how_many(viewer):
    message(viewer, 800)
    neighbour = factories.whitmoor()
    message(neighbour, 900)
    message(neighbour, 901)
    assert "3 old messages removed from the outgoing mail." in do_due(NOW)
    of_each = AuditEntry.objects.filter(action="forget messages").order_by("summary")
    assert [entry.summary for entry in of_each] == [
        "1 message made before 2 May 2032",
        "2 messages made before 2 May 2032",
    ]
