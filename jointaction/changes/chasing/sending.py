"""Hands the outbox's messages to the mail server: each once, again after a pause when it fails.

A message counts as sent when the server has said that it took it. Where that word or our note of it is lost
(a crash, a broken line), the message goes again after the pause: at least once, with the same Message-ID.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.changes.chasing.letters import letter
from jointaction.changes.clock import clock_of
from jointaction.changes.jobs import enqueue
from jointaction.changes.returns.links import replace_links
from jointaction.domain.chasing import LINK
from jointaction.domain.outbox import CHASE, next_attempt
from jointaction.domain.returns import ReturnState
from jointaction.store.models import OutgoingMail

SEND_JOB = "jointaction.changes.chasing.sending.send_now"
NOT_NEEDED = "Not sent: the return came in before the message could go."
MOST_AT_ONCE = 200
_LASTING = 500  # replies of 500 and above: trying again will not help


@dataclass(slots=True)
class Sent:
    """How many messages the mail server took, did not take yet, and will not be tried again."""

    went: int = 0
    later: int = 0
    gave_up: int = 0


def send_soon() -> None:
    """Have a worker send what waits; call it in the transaction that posted a message."""
    if settings.MAIL_IS_CONFIGURED:
        enqueue(SEND_JOB)


def send_now() -> None:
    """What the worker does."""
    send_waiting(timezone.now())


def send_waiting(now: datetime) -> Sent:
    """Try every message whose time has come; where no mail server is set up they all stay."""
    sent = Sent()
    if not settings.MAIL_IS_CONFIGURED:
        return sent
    server = get_connection()
    unreachable = ""
    try:
        for mail in _claimed(now):
            trouble = unreachable or _taken(server, mail)
            if isinstance(trouble, _Unreachable):
                unreachable = trouble
            _note(mail, trouble, now, sent)
    finally:
        with suppress(SMTPException, OSError):
            server.close()
    return sent


class _Lasting(str):
    """Why a message will never be taken."""

    __slots__ = ()


class _Unreachable(str):
    """Why no message is taken at the moment."""

    __slots__ = ()


def _due(now: datetime) -> QuerySet[OutgoingMail]:
    """The messages to try: new ones, and those whose pause is over."""
    is_new = Q(attempts=0, next_attempt_at=None)
    return OutgoingMail.objects.filter(is_new | Q(next_attempt_at__lte=now), sent_at=None)


def _claimed(now: datetime) -> Iterator[OutgoingMail]:
    """The messages to try, each put off before it is tried: nobody else takes it in the meantime."""
    for mail_id in list(_due(now).order_by("made_at", "pk").values_list("pk", flat=True)[:MOST_AT_ONCE]):
        with transaction.atomic():
            mail = _due(now).select_for_update().filter(pk=mail_id).first()
            if mail is None:
                continue
            mail.attempts += 1
            mail.next_attempt_at = next_attempt(now, now, mail.attempts)
            mail.save(update_fields=["attempts", "next_attempt_at"])
        yield mail


def _taken(server: BaseEmailBackend, mail: OutgoingMail) -> str:
    """An empty text once the server has taken the message, or why not."""
    if _is_answered(mail):
        return _Lasting(NOT_NEEDED)
    try:
        server.open()
    except (SMTPException, OSError) as error:
        return _Unreachable(f"The mail server could not be reached: {_words(error)}")
    try:
        server.send_messages([letter(mail)])
    except (SMTPException, OSError, ValueError) as error:
        if not isinstance(error, SMTPResponseException | SMTPRecipientsRefused):
            with suppress(SMTPException, OSError):
                server.close()
        return _trouble(error)
    return ""


def _trouble(error: Exception) -> str:
    """Why the server did not take a message; what it calls lasting is not tried again."""
    if isinstance(error, SMTPRecipientsRefused):
        code, words = next(iter(error.recipients.values()))
        kind = _Lasting if code >= _LASTING else str
        return kind(f"The mail server refused the address: {_decoded(words)}")
    if isinstance(error, SMTPResponseException):
        kind = _Lasting if error.smtp_code >= _LASTING else str
        return kind(f"The mail server answered {error.smtp_code}: {_decoded(error.smtp_error)}")
    if isinstance(error, ValueError):
        return _Lasting(f"This message cannot be sent: {_words(error)}")
    return f"The mail server broke off: {_words(error)}"


def _is_answered(mail: OutgoingMail) -> bool:
    """Whether a message asks for a return nobody waits for any more."""
    if mail.about is None or not mail.key.startswith(CHASE):
        return False
    return not ReturnState(mail.about.state).is_open


def _note(mail: OutgoingMail, trouble: str, now: datetime, sent: Sent) -> None:
    """Write down what became of a try."""
    if not trouble:
        sent.went += 1
        fields: dict[str, object] = {"sent_at": now, "next_attempt_at": None, "failure": ""}
    else:
        again = None if isinstance(trouble, _Lasting) else next_attempt(now, mail.made_at, mail.attempts)
        sent.later, sent.gave_up = sent.later + (again is not None), sent.gave_up + (again is None)
        fields = {"next_attempt_at": again, "failure": trouble[:1000]}
    with transaction.atomic():
        OutgoingMail.objects.filter(pk=mail.pk).update(**fields)
        if not trouble and mail.about is not None and LINK in mail.body:
            replace_links(mail.about, mail.to_email)
        if not trouble or fields["next_attempt_at"] is None:
            record(
                clock_of(mail.partnership_id),
                action="give up message" if trouble else "send message",
                thing="message",
                thing_id=mail.pk,
                summary=f"“{mail.subject}” to {mail.to_name}" + (f". {trouble[:300]}" if trouble else ""),
            )


def _words(error: Exception) -> str:
    return str(error)[:300] or type(error).__name__


def _decoded(words: bytes | str) -> str:
    return (words.decode("utf-8", "replace") if isinstance(words, bytes) else words)[:300]
