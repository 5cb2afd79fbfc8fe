"""The outgoing mail as a coordinator sees it: what waits, what went, what failed and why."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.chasing import LINK
from jointaction.domain.outbox import MailState, mail_state
from jointaction.store.models import OutgoingMail

# What stands in the page where the letter has a link: nobody who reads the outbox can use it.
LINK_SHOWN = "(here the letter has a link of its own)"
_FAILED = Q(sent_at=None, next_attempt_at=None, attempts__gt=0)


@dataclass(frozen=True, slots=True)
class MailLine:
    """A message: to whom, what about, where it stands; `failure` says why it did not go (yet)."""

    id: int
    to_name: str
    to_email: str
    subject: str
    state: MailState
    made_at: datetime
    sent_at: datetime | None
    next_attempt_at: datetime | None
    attempts: int
    failure: str


@dataclass(frozen=True, slots=True)
class OutboxPage:
    """Some of the messages, newest first, and how many stand how in all."""

    lines: tuple[MailLine, ...]
    count: int
    waiting: int
    failed: int


@dataclass(frozen=True, slots=True)
class MessagePage:
    """One message with its words; a link is never among them."""

    line: MailLine
    body: str


def outbox_page(viewer: Viewer, *, page: int = 1, size: int = 50) -> OutboxPage:
    """The partnership's outgoing messages, for those who run rounds."""
    found = outgoing(viewer)
    counts = found.aggregate(
        all=Count("pk"),
        failed=Count("pk", filter=_FAILED),
        sent=Count("pk", filter=Q(sent_at__isnull=False)),
    )
    start = (max(page, 1) - 1) * size
    waiting = counts["all"] - counts["failed"] - counts["sent"]
    lines = tuple(map(_line, found[start : start + size]))
    return OutboxPage(lines, counts["all"], waiting, counts["failed"])


def message_page(viewer: Viewer, mail_id: int) -> MessagePage:
    """One message; raises NotVisibleError for another partnership's."""
    mail = outgoing(viewer).filter(pk=mail_id).first()
    if mail is None:
        raise NotVisibleError(f"message {mail_id}")
    return MessagePage(_line(mail), mail.body.replace(LINK, LINK_SHOWN))


def outgoing(viewer: Viewer) -> QuerySet[OutgoingMail]:
    """The messages a viewer may see."""
    viewer.require(Permission.RUN_ROUNDS)
    return OutgoingMail.objects.filter(partnership_id=viewer.partnership_id)


def _line(mail: OutgoingMail) -> MailLine:
    return MailLine(
        mail.pk,
        mail.to_name,
        mail.to_email,
        mail.subject,
        mail_state(mail.sent_at, mail.next_attempt_at, mail.attempts),
        mail.made_at,
        mail.sent_at,
        mail.next_attempt_at,
        mail.attempts,
        mail.failure,
    )
