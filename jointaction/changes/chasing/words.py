"""A coordinator changes the messages about returns: which there are, when they go, and in what words."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from jointaction.changes.audit import one_at_a_time, record
from jointaction.domain.access import Permission, Viewer
from jointaction.domain.chasing import (
    LONGEST_BODY,
    LONGEST_SUBJECT,
    MOST_DAYS,
    ChasePlan,
    trouble_in,
    usual_series,
)
from jointaction.domain.plans import EditConflictError, Problem, ProblemsError
from jointaction.domain.returns import ChaseAudience
from jointaction.queries.chase_steps import message_of
from jointaction.store.models import ChaseStep

KEPT = "This message was there from the start. It can be left out, not taken out."


@dataclass(frozen=True, slots=True)
class MessageWords:
    """What a coordinator wants a message to be; `days` count from the day a return is due."""

    days: int
    subject: str
    body: str
    is_on: bool


def change_message(viewer: Viewer, *, key: str, version: int, words: MessageWords) -> None:
    """Save a message of the series; raises ProblemsError, or EditConflictError when somebody was first."""
    viewer.require(Permission.RUN_ROUNDS)
    with transaction.atomic():
        one_at_a_time(viewer)
        message = message_of(viewer, key)
        _refuse_wrong(message.audience, words)
        _keep_usual(viewer)
        here = {"partnership_id": viewer.partnership_id, "audience": message.audience.value}
        with _one_a_day(message.audience):
            changed = ChaseStep.objects.filter(days=message.days, version=version, **here).update(
                days=words.days,
                subject=words.subject,
                body=words.body,
                is_on=words.is_on,
                version=version + 1,
            )
        if not changed:
            raise EditConflictError(f"message {key}")
        record(
            viewer,
            action="change message",
            thing="message about returns",
            thing_id=key,
            summary=_summary(words),
            before=f"{message.subject}\n\n{message.body}",
            after=f"{words.subject}\n\n{words.body}",
        )


def add_message(viewer: Viewer, *, audience: ChaseAudience, words: MessageWords) -> None:
    """Put one more message into the series; raises ProblemsError."""
    viewer.require(Permission.RUN_ROUNDS)
    with transaction.atomic():
        one_at_a_time(viewer)
        _refuse_wrong(audience, words)
        _keep_usual(viewer)
        with _one_a_day(audience):
            added = ChaseStep.objects.create(
                partnership_id=viewer.partnership_id,
                days=words.days,
                audience=audience.value,
                subject=words.subject,
                body=words.body,
                is_on=words.is_on,
                is_added=True,
            )
        record(
            viewer,
            action="add message",
            thing="message about returns",
            thing_id=ChasePlan(added.days, audience, "", "").key,
            summary=_summary(words),
            after=f"{words.subject}\n\n{words.body}",
        )


def remove_message(viewer: Viewer, *, key: str, version: int) -> None:
    """Take out a message that was added; raises EditConflictError when somebody changed it meanwhile.

    Raises ProblemsError for one that was there from the start: it can be left out.
    """
    viewer.require(Permission.RUN_ROUNDS)
    with transaction.atomic():
        one_at_a_time(viewer)
        message = message_of(viewer, key)
        if not message.is_added:
            raise ProblemsError((Problem("", KEPT),))
        if message.version != version:
            raise EditConflictError(f"message {key}")
        ChaseStep.objects.filter(
            partnership_id=viewer.partnership_id, days=message.days, audience=message.audience.value
        ).delete()
        record(
            viewer,
            action="remove message",
            thing="message about returns",
            thing_id=key,
            summary=message.subject,
            before=f"{message.subject}\n\n{message.body}",
        )


@contextmanager
def _one_a_day(audience: ChaseAudience) -> Iterator[None]:
    """Say in a sentence what the table refuses: two messages to the same people on one day."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        told = f"There is a message to {audience} on that day already. Choose another day."
        raise ProblemsError((Problem("days", told),)) from None


def _summary(words: MessageWords) -> str:
    return f"{words.days} days, {'on' if words.is_on else 'off'}: {words.subject}"


def _keep_usual(viewer: Viewer) -> None:
    """Write the usual series down for a partnership that is about to change it."""
    if not ChaseStep.objects.filter(partnership_id=viewer.partnership_id).exists():
        ChaseStep.objects.bulk_create(
            ChaseStep(
                partnership_id=viewer.partnership_id,
                days=each.days,
                audience=each.audience.value,
                subject=each.subject,
                body=each.body,
            )
            for each in usual_series()
        )


def _refuse_wrong(audience: ChaseAudience, words: MessageWords) -> None:
    found: list[Problem] = []
    if not -MOST_DAYS <= words.days <= MOST_DAYS:
        found.append(Problem("days", f"A message goes at most {MOST_DAYS} days before or after."))
    for field, text, longest in (
        ("subject", words.subject, LONGEST_SUBJECT),
        ("body", words.body, LONGEST_BODY),
    ):
        if not text.strip() or len(text) > longest:
            found.append(Problem(field, f"Write between 1 and {longest:,} characters."))
        elif trouble := trouble_in(text, audience):
            found.append(Problem(field, trouble))
    if "{link}" in words.subject:
        found.append(Problem("subject", "The link belongs into the message, not into its subject."))
    if found:
        raise ProblemsError(tuple(found))
