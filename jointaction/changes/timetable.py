"""What the clock asks for: done by `jointaction run-due`, and by the worker every five minutes."""

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone
from django_q.models import Schedule

from jointaction.changes.chasing.due import post_due_messages
from jointaction.changes.chasing.forgetting import forget_messages
from jointaction.changes.chasing.sending import send_waiting
from jointaction.changes.dormancy import close_unused, warn_unused
from jointaction.changes.figures import keep_figures_left
from jointaction.changes.imports.due import take_up_stuck
from jointaction.changes.returns.opening import fall_due
from jointaction.changes.sweeping import sweep_files
from jointaction.domain.wording import counted

JOB = "jointaction.changes.timetable.do_due_now"
EVERY_MINUTES = 5


def do_due(now: datetime) -> tuple[str, ...]:
    """Do whatever is due and say it in sentences, none when nothing was; twice does no harm."""
    return (*_imports(now), *_returns(now), *_accounts(now), *_messages(now), *_housekeeping(now))


def do_due_now() -> None:
    """What the worker does."""
    do_due(timezone.now())


def keep_timetable() -> None:
    """Have the worker do what is due every five minutes, where it does not already."""
    Schedule.objects.get_or_create(
        func=JOB, defaults={"schedule_type": Schedule.MINUTES, "minutes": EVERY_MINUTES, "name": "due"}
    )


def _imports(now: datetime) -> Iterator[str]:
    taken = take_up_stuck(now)
    for import_id in taken.again:
        yield f"Import {import_id}: its reading was broken off; it is read again."
    for import_id in taken.refused:
        yield f"Import {import_id}: broken off twice, now refused."


def _returns(now: datetime) -> Iterator[str]:
    if went_on := fall_due(now):
        yield f"{counted(went_on, 'return')} fell due, or closed after a later day."


def _messages(now: datetime) -> Iterator[str]:
    if posted := post_due_messages(now):
        yield f"{counted(posted, 'message')} about returns put into the outbox."
    sent = send_waiting(now)
    if sent.went:
        yield f"{counted(sent.went, 'message')} sent."
    if sent.later:
        yield f"{counted(sent.later, 'message')} could not be sent; tried again later."
    if sent.gave_up:
        yield f"{counted(sent.gave_up, 'message')} given up: see the outgoing mail page."


def _accounts(now: datetime) -> Iterator[str]:
    if warned := warn_unused(now):
        yield f"{counted(warned, 'person', 'people')} warned that their account will be closed."
    if closed := close_unused(now):
        yield f"{counted(closed, 'account')} closed that nobody used for 90 days."


def _housekeeping(now: datetime) -> Iterator[str]:
    if read := keep_figures_left():
        yield f"{counted(read, 'update was', 'updates were')} read for their figures."
    if forgotten := forget_messages(now):
        yield f"{counted(forgotten, 'old message')} removed from the outgoing mail."
    if swept := sweep_files(now):
        yield f"{counted(len(swept), 'file')} that nothing names removed."
