"""Who is in a partnership: agencies, groups, areas and people."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from jointaction.domain.access import Permission, Viewer
from jointaction.store.models import Agency, Area, Group, Membership


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """An agency, group or area, the other ways it is written, and in how many objectives it is named."""

    id: int
    name: str
    also: tuple[str, ...]
    role: str
    objectives: int


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in the partnership."""

    name: str
    email: str
    role: str
    agency: str
    groups: tuple[str, ...]
    is_active: bool


@dataclass(frozen=True, slots=True)
class PartnersPage:
    """Everybody and everything a partnership's plans can name."""

    agencies: tuple[PartnerLine, ...]
    groups: tuple[PartnerLine, ...]
    areas: tuple[PartnerLine, ...]
    people: tuple[PersonLine, ...]


def partners_page(viewer: Viewer) -> PartnersPage:
    """The partnership's agencies, groups, areas and people, for those who may see partners."""
    viewer.require(Permission.SEE_PARTNERS)
    here = {"partnership_id": viewer.partnership_id}
    named = Count("party__objective", distinct=True)
    reported = Count("update__objective", distinct=True)
    return PartnersPage(
        agencies=_lines(Agency.objects.filter(**here).annotate(objectives=named)),
        groups=_lines(Group.objects.filter(**here).annotate(objectives=named)),
        areas=_lines(Area.objects.filter(**here).annotate(objectives=reported)),
        people=_people(Membership.objects.filter(**here, left_at=None)),
    )


def _lines(things: QuerySet[Agency] | QuerySet[Group] | QuerySet[Area]) -> tuple[PartnerLine, ...]:
    return tuple(
        PartnerLine(
            thing.pk,
            thing.name,
            tuple(name for name in thing.names if name != thing.name),
            getattr(thing, "statutory_role", ""),
            getattr(thing, "objectives", 0),
        )
        for thing in things
    )


def _people(memberships: QuerySet[Membership]) -> tuple[PersonLine, ...]:
    found = memberships.select_related("person", "agency").prefetch_related("groups").order_by("person__name")
    return tuple(
        PersonLine(
            line.person.name,
            line.person.email,
            line.role,
            line.agency.name if line.agency else "",
            tuple(group.name for group in line.groups.all()),
            line.person.is_active,
        )
        for line in found
    )
