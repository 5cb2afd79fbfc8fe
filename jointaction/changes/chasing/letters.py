"""A message of the outbox as the letter the mail server gets, its link made at that moment."""

from email.utils import formataddr, parseaddr

from django.conf import settings
from django.core.mail import EmailMessage

from jointaction.changes.chasing.links import link_to
from jointaction.domain.access import Role
from jointaction.domain.chasing import LINK
from jointaction.domain.outbox import message_id
from jointaction.store.models import Membership, OutgoingMail


def letter(mail: OutgoingMail) -> EmailMessage:
    """The letter, from the installation, with answers going to the partnership's coordinator."""
    body = mail.body
    if LINK in body and mail.about is not None:
        body = body.replace(LINK, link_to(mail.about, mail.to_email))
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    headers = {
        "Message-ID": message_id(mail.partnership_id, mail.key, domain),
        "Auto-Submitted": "auto-generated",
    }
    to = formataddr((mail.to_name, mail.to_email))
    answers_to = _coordinators(mail.partnership_id)
    return EmailMessage(mail.subject, body, None, [to], headers=headers, reply_to=answers_to)


def _coordinators(partnership_id: int) -> list[str]:
    held = Membership.objects.filter(
        partnership_id=partnership_id, role=Role.COORDINATOR.value, left_at=None, person__is_active=True
    )
    return list(held.order_by("pk").values_list("person__email", flat=True)[:1])
