"""A message that was given up is tried once more, because a coordinator mended what was wrong."""

from django.db import transaction
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.changes.chasing.sending import send_soon
from jointaction.domain.access import NotVisibleError, Viewer
from jointaction.queries.outbox import outgoing


def send_again(viewer: Viewer, *, mail_id: int) -> None:
    """Put a message that failed back among those that wait; one that waits or went stays as it is."""
    with transaction.atomic():
        mail = outgoing(viewer).select_for_update().filter(pk=mail_id).first()
        if mail is None:
            raise NotVisibleError(f"message {mail_id}")
        if mail.sent_at is None and mail.next_attempt_at is None and mail.attempts:
            now = timezone.now()
            outgoing(viewer).filter(pk=mail_id).update(next_attempt_at=now, made_at=now)
            record(
                viewer, action="send again", thing="message", thing_id=mail_id, summary=f"“{mail.subject}”"
            )
            send_soon()
