"""Calendar feeds: whose secret an address holds, and what may be read from it."""

from dataclasses import dataclass
from datetime import date, datetime

from jointaction.domain.access import NotAllowedError, NotVisibleError, Permission, Viewer
from jointaction.domain.calendar import Entry, month_after
from jointaction.queries.calendar import calendar_entries
from jointaction.queries.invitations import secret_hash
from jointaction.queries.viewers import viewer_in
from jointaction.store.models import FeedAddress

MONTHS_BACK, MONTHS_AHEAD = 12, 24


@dataclass(frozen=True, slots=True)
class Feed:
    """What a calendar reads from somebody's address."""

    partnership: str
    partnership_id: int
    entries: tuple[Entry, ...]


def feed_made_at(viewer: Viewer) -> datetime | None:
    """When the viewer's own feed address was made; None where they have none."""
    if viewer.person_id is None:
        raise NotAllowedError("have a calendar feed")
    viewer.require(Permission.SEE_PLANS)
    own = FeedAddress.objects.filter(
        partnership_id=viewer.partnership_id, person_id=viewer.person_id, ended_at=None
    )
    return own.values_list("made_at", flat=True).first()


def feed_with(secret: str, *, today: date) -> Feed:
    """The feed behind a secret, as its person may see it now; raises NotVisibleError for none."""
    address = FeedAddress.objects.filter(sha256=secret_hash(secret), ended_at=None).first()
    if address is None:
        raise NotVisibleError("feed")
    viewer = viewer_in(address.person_id, address.partnership_id)
    if viewer.person_id != address.person_id or not viewer.may(Permission.SEE_PLANS):
        raise NotVisibleError("feed")
    start, end = month_after(today, -MONTHS_BACK), month_after(today, MONTHS_AHEAD)
    return Feed(viewer.partnership, viewer.partnership_id, calendar_entries(viewer, start=start, end=end))
