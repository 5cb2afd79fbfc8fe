"""A link of one's own that opens one return, made at the moment its letter goes."""

from django.conf import settings

from jointaction.changes.clock import clock_of
from jointaction.changes.returns.links import make_link
from jointaction.store.models import Return


def link_to(answering: Return, email: str) -> str:
    """The address of a fresh link; only its hash is kept, so nobody can be shown it again."""
    clock = clock_of(answering.round.partnership_id)
    made = make_link(clock, return_id=answering.pk, sent_to=email)
    return f"{settings.SITE_ADDRESS}/returns/link/{made.token}/"
