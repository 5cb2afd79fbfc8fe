"""What somebody does with their own account, written into the trail of each partnership they belong to."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from django.db import transaction

from jointaction.changes.audit import one_at_a_time, record
from jointaction.changes.jobs import enqueue
from jointaction.queries.second_factors import CODES, factors_of
from jointaction.queries.viewers import viewers_of
from jointaction.store.models import Person

FAILED_JOB = "jointaction.changes.own_account.note_failed_sign_in"
NOBODY = "Somebody who is not signed in"


@contextmanager
def own_account_step(person_id: int | None) -> Iterator[None]:
    """One transaction for a change of somebody's account and its lines: both stand, or neither.

    What others' code does in it needs no word from them where second factors are concerned: those that came
    or went are seen here. None is somebody not yet known; such a step may change no second factor.
    """
    with transaction.atomic():
        if person_id is None:
            yield
            return
        for viewer in viewers_of(person_id):
            one_at_a_time(viewer)
        before = factors_of(person_id)
        yield
        for action, factor in _changed(before, factors_of(person_id)):
            note_own_account(person_id, action, summary=factor)


def _changed(before: dict[int, str], after: dict[int, str]) -> list[tuple[str, str]]:
    """What was done to second factors: codes that took the place of others were made anew, not added."""
    added = [after[number] for number in after.keys() - before.keys()]
    gone = [before[number] for number in before.keys() - after.keys()]
    acts = []
    if CODES in added and CODES in gone:
        added.remove(CODES)
        gone.remove(CODES)
        acts.append(("make recovery codes", CODES))
    acts += [("add second factor", factor) for factor in sorted(added)]
    return acts + [("remove second factor", factor) for factor in sorted(gone)]


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
