"""Each quarter an agency says who of its people is still its own."""

from collections.abc import Collection

from django.db import transaction

from jointaction.changes.audit import one_at_a_time, record
from jointaction.changes.people import leave
from jointaction.domain.access import NotVisibleError, Viewer
from jointaction.domain.plans import EditConflictError
from jointaction.queries.confirmations import NOT_FOR_LEADS, list_to_confirm, listed, this_quarter
from jointaction.store.models import ListConfirmation


def confirm_list(viewer: Viewer, *, seen: Collection[int], struck: Collection[int]) -> None:
    """Record that the viewer's agency confirmed its people; whoever is struck leaves at once.

    `seen` and `struck` are membership ids. Raises EditConflictError when the list changed since it was
    shown, NotVisibleError when somebody is struck whom the lead may not strike.
    """
    list_to_confirm(viewer)
    with transaction.atomic():
        one_at_a_time(viewer)
        members = {member.pk: member for member in listed(viewer).select_related("agency")}
        if set(seen) != set(members):
            raise EditConflictError("the list changed")
        for number in sorted(struck):
            member = members.get(number)
            if member is None or member.role in NOT_FOR_LEADS or member.person_id == viewer.person_id:
                raise NotVisibleError(f"membership {number}")
            leave(viewer, member, version=member.version, action="strike from agency's list")
        kept = len(members) - len(set(struck))
        said = ListConfirmation.objects.create(
            agency_id=viewer.agency_id or 0,
            quarter=this_quarter(),
            confirmed_by_id=viewer.person_id or 0,
            kept=kept,
            struck=len(set(struck)),
        )
        record(
            viewer,
            action="confirm agency's people",
            thing="agency",
            thing_id=viewer.agency_id,
            summary=f"{viewer.agency}, {said.quarter}: {kept} kept, {said.struck} struck",
        )
