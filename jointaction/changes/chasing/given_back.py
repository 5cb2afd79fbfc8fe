"""A return goes back to its agency, and those who answer are told: nobody has to notice it by chance."""

from django.db import transaction
from django.utils import timezone

from jointaction.changes.chasing.due import due_on
from jointaction.changes.chasing.posting import Occasion, post
from jointaction.changes.chasing.sending import send_soon
from jointaction.changes.returns.steps import reopen_return, send_back
from jointaction.domain.access import Viewer
from jointaction.domain.chasing import given_back_words
from jointaction.domain.returns import ChaseAudience
from jointaction.queries.recipients import address_book
from jointaction.store.models import Return


def send_back_and_tell(viewer: Viewer, *, return_id: int, version: int, note: str) -> int:
    """Send a return back as `send_back` does; gives how many people get a message."""
    with transaction.atomic():
        send_back(viewer, return_id=return_id, version=version, note=note)
        return _told(viewer, return_id)


def reopen_and_tell(viewer: Viewer, *, return_id: int, version: int, note: str) -> int:
    """Open a return again as `reopen_return` does; gives how many people get a message."""
    with transaction.atomic():
        reopen_return(viewer, return_id=return_id, version=version, note=note)
        return _told(viewer, return_id)


def _told(viewer: Viewer, return_id: int) -> int:
    """Put a message to each person who answers into the outbox; the note stays on the return's page."""
    answering = Return.objects.select_related("agency", "round__plan").get(pk=return_id)
    book = address_book(viewer.partnership_id, answering.round.plan_id, [answering.agency_id])
    people = book.of(answering.agency_id, ChaseAudience.LEAD)
    occasion = Occasion(answering, due_on(answering), f"back/{answering.version}")
    made = post(occasion, given_back_words(), people, timezone.now())
    if made:
        send_soon()
    return len(made)
