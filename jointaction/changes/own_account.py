"""What somebody does with their own account, written into the trail of each partnership they belong to."""

from dataclasses import replace

from django.db import transaction

from jointaction.changes.audit import record
from jointaction.changes.jobs import enqueue
from jointaction.queries.viewers import viewers_of
from jointaction.store.models import Person

FAILED_JOB = "jointaction.changes.own_account.note_failed_sign_in"
NOBODY = "Somebody who is not signed in"


def note_own_account(person_id: int, action: str, *, summary: str = "") -> None:
    """Record an act of somebody's on their own account: signing in, a password changed, a key removed."""
    with transaction.atomic():
        for viewer in viewers_of(person_id):
            record(viewer, action=action, thing="person", thing_id=person_id, summary=summary)


def report_failed_sign_in(email: str) -> None:
    """Have a worker note a refused sign-in, if anybody has this address.

    Known or not, the same is written now, so that the time an answer takes gives nobody away.
    """
    person = Person.objects.filter(email__iexact=email).values_list("pk", flat=True).first()
    enqueue(FAILED_JOB, person)


def note_failed_sign_in(person_id: int | None, how: str = "") -> None:
    """Record that a sign-in as this person was refused; for nobody, nothing. `how` says what was wrong."""
    if person_id is None:
        return
    with transaction.atomic():
        for viewer in viewers_of(person_id):
            record(
                replace(viewer, person_id=None, name=NOBODY),
                action="refuse sign-in",
                thing="person",
                thing_id=person_id,
                summary=f"{viewer.name}{how and ': '}{how}",
            )
