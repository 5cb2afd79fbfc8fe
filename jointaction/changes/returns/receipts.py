"""A plain receipt by e-mail for a return that was handed in, once for each time it was."""

from django.utils import timezone

from jointaction.domain.access import Viewer
from jointaction.domain.periods import Period
from jointaction.store.models import OutgoingMail, Person, Return, ReturnLink

BODY = """Your return has arrived. There is nothing more to do.

Agency: {agency}
Plan: {plan}
Period: {period}
Received: {when}

If something needs changing, tell the partnership's coordinator.
"""


def write_receipt(viewer: Viewer, found: Return) -> None:
    """Put the receipt among the outgoing mail, in the caller's transaction, if anybody can be written to."""
    name, email = _sender(viewer, found)
    if not email:
        return
    body = BODY.format(
        agency=found.agency.name,
        plan=found.round.plan.title,
        period=Period.read(found.round.period).label,
        when=f"{timezone.localtime():%-d %B %Y, %H:%M}",
    )
    OutgoingMail.objects.get_or_create(
        partnership_id=viewer.partnership_id,
        key=f"receipt {found.pk}.{found.version}",
        defaults={
            "about": found,
            "to_name": name,
            "to_email": email,
            "subject": "Your return has arrived",
            "body": body,
            "made_at": timezone.now(),
            "next_attempt_at": timezone.now(),
        },
    )


def _sender(viewer: Viewer, found: Return) -> tuple[str, str]:
    """Whoever handed it in: the person signed in, or whom the link was sent to last."""
    if viewer.person_id is not None:
        return viewer.name, Person.objects.values_list("email", flat=True).get(pk=viewer.person_id)
    link = ReturnLink.objects.filter(of_return=found, last_used_at__isnull=False).exclude(sent_to="")
    used = link.order_by("-last_used_at").first()
    return viewer.name, used.sent_to if used else ""
