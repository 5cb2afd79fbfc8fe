"""What every change of people needs: a seat of this partnership, its words for the trail, sessions ended."""

from collections.abc import Iterable

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone

from jointaction.domain.access import NotVisibleError, Viewer
from jointaction.domain.people import Seat
from jointaction.store.models import Agency, Group


def check_seat(viewer: Viewer, seat: Seat) -> None:
    """Raise NotVisibleError unless agency and groups are the viewer's partnership's."""
    here = {"partnership_id": viewer.partnership_id}
    if seat.agency_id and not Agency.objects.filter(pk=seat.agency_id, **here).exists():
        raise NotVisibleError(f"agency {seat.agency_id}")
    if Group.objects.filter(pk__in=seat.group_ids, **here).count() != len(seat.group_ids):
        raise NotVisibleError("group")


def told(role: str, agency: Agency | None, groups: Iterable[Group]) -> str:
    """A seat in words: "analyst, Alder Council, groups: JAG"."""
    named = ", ".join(sorted(group.short_name or group.name for group in groups))
    return ", ".join(filter(None, (role, agency.name if agency else "", f"groups: {named}" if named else "")))


def end_sessions(person_id: int, *, but: str | None = None) -> int:
    """End every session of a person at once, except the one with the key `but`; returns how many."""
    ended = 0
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        if session.session_key != but and session.get_decoded().get(SESSION_KEY) == str(person_id):
            session.delete()
            ended += 1
    return ended
