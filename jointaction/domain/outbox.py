"""The outbox: where a message stands, how long to wait before the next try, and when to stop."""

import hashlib
from datetime import datetime, timedelta
from enum import StrEnum

CHASE = "chase/"  # how the key of a message begins that asks for a return
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=5), timedelta(hours=4)
GIVES_UP_AFTER = timedelta(days=3)


class MailState(StrEnum):
    """Where an outgoing message stands."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "not sent"


def mail_state(sent_at: datetime | None, next_attempt_at: datetime | None, attempts: int) -> MailState:
    """Where a message stands: one that was tried, did not go and is not tried again has failed."""
    if sent_at is not None:
        return MailState.SENT
    return MailState.FAILED if attempts and next_attempt_at is None else MailState.WAITING


def next_attempt(now: datetime, made_at: datetime, attempts: int) -> datetime | None:
    """When to try again after this many failed tries: pauses double; None once three days have passed."""
    if now - made_at >= GIVES_UP_AFTER:
        return None
    doublings: int = 2 ** min(max(attempts - 1, 0), 10)
    return now + min(FIRST_PAUSE * doublings, LONGEST_PAUSE)


def message_id(partnership_id: int, key: str, domain: str) -> str:
    """The Message-ID of a message: the same at every try, so that a mail server can know it again."""
    name = hashlib.sha256(f"{partnership_id}/{key}".encode()).hexdigest()[:40]
    return f"<{name}@{domain}>"
