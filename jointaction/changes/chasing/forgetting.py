"""Old messages leave the outbox; that they went stays in the history."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Q

from jointaction.changes.audit import record
from jointaction.changes.clock import clock_of
from jointaction.domain.wording import counted
from jointaction.store.models import OutgoingMail

# A message's key keeps it from going twice, so none is forgotten while its occasion may come again.
LEAST_DAYS = 180
_STILL_TRIED = Q(sent_at=None, attempts__gt=0, next_attempt_at__isnull=False)


def forget_messages(now: datetime) -> int:
    """Remove the messages made longer ago than the installation keeps them; returns how many."""
    kept = timedelta(days=max(settings.MAIL_KEPT_DAYS, LEAST_DAYS))
    old = OutgoingMail.objects.filter(made_at__lt=now - kept).exclude(_STILL_TRIED)
    of_each = old.order_by().values("partnership_id").annotate(messages=Count("pk"))
    return sum(_forgotten(each["partnership_id"], now - kept) for each in of_each)


def _forgotten(partnership_id: int, before: datetime) -> int:
    old = OutgoingMail.objects.filter(partnership_id=partnership_id, made_at__lt=before).exclude(_STILL_TRIED)
    with transaction.atomic():
        gone, _ = old.delete()
        if gone:
            record(
                clock_of(partnership_id),
                action="forget messages",
                thing="outgoing mail",
                thing_id=f"{before:%Y-%m-%d}",
                summary=f"{counted(gone, 'message')} made before {before:%-d %B %Y}",
            )
    return gone
