"""A plain receipt by e-mail for a return that was handed in, once for each time it was."""

from django.utils import timezone

from jointaction.domain.access import Viewer
from jointaction.domain.periods import Period
from jointaction.domain.returns import ChaseAudience
from jointaction.queries.recipients import Recipient, address_book
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
    body = BODY.format(
        agency=found.agency.name,
        plan=found.round.plan.title,
        period=Period.read(found.round.period).label,
        when=f"{timezone.localtime():%-d %B %Y, %H:%M}",
    )
    for at, person in enumerate(_senders(viewer, found)):
        OutgoingMail.objects.get_or_create(
            partnership_id=viewer.partnership_id,
            key=f"receipt {found.pk}.{found.version}" + (f"/{at}" if at else ""),
            defaults={
                "about": found,
                "to_name": person.name,
                "to_email": person.email,
                "subject": "Your return has arrived",
                "body": body,
                "made_at": timezone.now(),
                "next_attempt_at": timezone.now(),
            },
        )


def _senders(viewer: Viewer, found: Return) -> tuple[Recipient, ...]:
    """Whoever handed it in: the person signed in, or whom their link was sent to.

    A link given by hand knows no address; then it is told to the people who answer for the agency.
    """
    if viewer.person_id is not None:
        return (
            Recipient(viewer.name, Person.objects.values_list("email", flat=True).get(pk=viewer.person_id)),
        )
    link = ReturnLink.objects.filter(of_return=found, pk=viewer.by_link or 0).first()
    if link is None:
        return ()
    if link.sent_to:
        return (Recipient(viewer.name, link.sent_to),)
    book = address_book(viewer.partnership_id, found.round.plan_id, [found.agency_id])
    return book.of(found.agency_id, ChaseAudience.LEAD)
