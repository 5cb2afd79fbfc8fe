"""One message now to the people who answer, because a coordinator asked for it."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.changes.chasing.due import due_on
from jointaction.changes.chasing.posting import Occasion, post
from jointaction.changes.chasing.sending import send_soon
from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.chasing import LONDON, nudge_words
from jointaction.domain.plans import Problem, ProblemsError
from jointaction.domain.returns import ChaseAudience, ReturnState
from jointaction.domain.wording import counted
from jointaction.queries.recipients import address_book
from jointaction.store.models import Return

ANSWERED = "This return is not waiting for its agency, so nobody was written to."
NOBODY = "Nobody is known to write to at {}. Add a contact under “Agencies, groups and people”."


def nudge(viewer: Viewer, return_id: int, *, now: datetime | None = None) -> int:
    """Write to the people who answer; gives how many get a message (none had one today already).

    Raises ProblemsError when the return does not wait for its agency, or nobody is known there.
    """
    viewer.require(Permission.RUN_ROUNDS)
    now = now or timezone.now()
    with transaction.atomic():
        answering = _waiting(viewer, return_id)
        book = address_book(viewer.partnership_id, answering.round.plan_id, [answering.agency_id])
        people = book.of(answering.agency_id, ChaseAudience.LEAD)
        if not people:
            raise ProblemsError((Problem("", NOBODY.format(answering.agency.name)),))
        today = now.astimezone(LONDON).date()
        occasion = Occasion(answering, due_on(answering), f"nudge/{today:%Y%m%d}")
        made = post(occasion, nudge_words(is_late=today > due_on(answering)), people, now)
        if made:
            summary = f"{counted(len(made), 'message', 'messages')} to {answering.agency.name}"
            record(viewer, action="nudge", thing="return", thing_id=return_id, summary=summary)
            send_soon()
    return len(made)


def _waiting(viewer: Viewer, return_id: int) -> Return:
    found = Return.objects.filter(pk=return_id, round__partnership_id=viewer.partnership_id)
    answering = found.select_related("agency", "round__plan").first()
    if answering is None:
        raise NotVisibleError(f"return {return_id}")
    if not ReturnState(answering.state).is_open:
        raise ProblemsError((Problem("", ANSWERED),))
    return answering
