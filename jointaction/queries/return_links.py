"""Links that open one return without a password: which are good, and whose viewer they make."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from jointaction.domain.access import Permission, Role, Viewer
from jointaction.queries.invitations import secret_hash
from jointaction.queries.returns import return_in_sight
from jointaction.store.models import ReturnLink


@dataclass(frozen=True, slots=True)
class OpenLink:
    """A link that opens its return now."""

    id: int
    return_id: int
    agency: str
    plan: str
    period: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A link as the coordinator sees it: nobody can be shown the link itself again."""

    id: int
    sent_to: str
    made_at: datetime
    expires_at: datetime
    last_used_at: datetime | None
    times_used: int
    is_open: bool
    is_replaced: bool


def link_with(token: str, *, now: datetime) -> OpenLink | None:
    """The link a token opens; None for one unknown, over, replaced or taken back: all look the same."""
    found = _with_all().filter(sha256=secret_hash(token)).first()
    if found is None or found.replaced_at or not _is_open(found, now):
        return None
    of_return = found.of_return
    return OpenLink(
        found.pk,
        of_return.pk,
        of_return.agency.name,
        of_return.round.plan.title,
        of_return.round.period,
        found.expires_at,
    )


def link_holder(link_id: int, *, now: datetime) -> Viewer | None:
    """The Viewer of whoever came in with a link, for its return alone; None once it is over."""
    found = _with_all().filter(pk=link_id).first()
    if found is None or not _is_open(found, now):
        return None
    of_return, partnership = found.of_return, found.of_return.round.partnership
    return Viewer(
        partnership_id=partnership.pk,
        partnership=partnership.name,
        role=Role.LINK_HOLDER,
        name=f"{of_return.agency.name} (by link)",
        agency_id=of_return.agency_id,
        agency=of_return.agency.name,
        only_return=of_return.pk,
        by_link=link_id,
    )


def links_of(viewer: Viewer, return_id: int, *, now: datetime) -> tuple[LinkLine, ...]:
    """The links made for a return, newest first; raises as return_in_sight does."""
    viewer.require(Permission.RUN_ROUNDS)
    found = return_in_sight(viewer, return_id)
    return tuple(
        LinkLine(
            link.pk,
            link.sent_to,
            link.made_at,
            link.expires_at,
            link.last_used_at,
            link.times_used,
            _is_open(link, now) and link.replaced_at is None,
            link.replaced_at is not None,
        )
        for link in ReturnLink.objects.filter(of_return=found).order_by("-pk")
    )


def _with_all() -> QuerySet[ReturnLink]:
    return ReturnLink.objects.select_related(
        "of_return__round__partnership", "of_return__round__plan", "of_return__agency"
    )


def _is_open(link: ReturnLink, now: datetime) -> bool:
    return link.revoked_at is None and link.expires_at > now
