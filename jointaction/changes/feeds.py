"""A person takes, renews and ends their own calendar feed's address."""

from secrets import token_urlsafe

from django.db import transaction
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.domain.access import Viewer
from jointaction.queries.feeds import feed_made_at
from jointaction.queries.invitations import secret_hash
from jointaction.store.models import FeedAddress, Person

SECRET_BYTES = 32


def make_feed(viewer: Viewer) -> str:
    """A new secret for the viewer's feed; the one before opens nothing any more. It is nowhere kept."""
    feed_made_at(viewer)
    secret = token_urlsafe(SECRET_BYTES)
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=viewer.person_id or 0)
        _end(viewer)
        made = FeedAddress.objects.create(
            partnership_id=viewer.partnership_id,
            person_id=viewer.person_id or 0,
            sha256=secret_hash(secret),
            made_at=timezone.now(),
        )
        record(viewer, action="make calendar feed", thing="calendar feed", thing_id=made.pk)
    return secret


def end_feed(viewer: Viewer) -> None:
    """End the viewer's feed: its address opens nothing from now on."""
    feed_made_at(viewer)
    with transaction.atomic():
        for ended in _end(viewer):
            record(viewer, action="end calendar feed", thing="calendar feed", thing_id=ended)


def _end(viewer: Viewer) -> list[int]:
    own = FeedAddress.objects.filter(
        partnership_id=viewer.partnership_id, person_id=viewer.person_id or 0, ended_at=None
    )
    ended = list(own.values_list("pk", flat=True))
    own.update(ended_at=timezone.now())
    return ended
