"""What each agency last said of the people listed for it, and the list an agency lead confirms."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from jointaction.domain.access import NotAllowedError, Permission, Role, Viewer
from jointaction.domain.periods import Period, PlanYear
from jointaction.store.models import Agency, ListConfirmation, Membership

# Whose seats an agency lead may not take away; the coordinator is asked instead.
NOT_FOR_LEADS = (Role.COORDINATOR.value, Role.ADMINISTRATOR.value)


@dataclass(frozen=True, slots=True)
class AgencyWord:
    """An agency with people in the partnership, and when it last confirmed them."""

    agency: str
    people: int
    confirmed_at: datetime | None
    is_due: bool


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """Somebody listed for an agency; `can_be_struck` unless the coordinator must be asked."""

    membership_id: int
    name: str
    email: str
    role: str
    last_sign_in: datetime | None
    can_be_struck: bool


@dataclass(frozen=True, slots=True)
class ListToConfirm:
    """The people an agency lead is asked about, for this quarter."""

    agency: str
    quarter: str
    confirmed_at: datetime | None
    people: tuple[ListedPerson, ...]


def this_quarter(today: date | None = None) -> str:
    """The quarter a confirmation made today counts for."""
    day = today or timezone.localdate()
    return str(Period(PlanYear.containing(day), (day.month - 4) % 12 // 3 + 1))


def agencies_words(viewer: Viewer) -> tuple[AgencyWord, ...]:
    """Every agency that has people, and whether it still has to confirm them for this quarter."""
    viewer.require(Permission.MANAGE_PEOPLE)
    last = ListConfirmation.objects.filter(agency=OuterRef("pk"), quarter=this_quarter()).order_by("-pk")
    counted = Count("membership", filter=Q(membership__left_at=None), distinct=True)
    found = (
        Agency.objects.filter(partnership_id=viewer.partnership_id)
        .annotate(people=counted, said=Subquery(last.values("confirmed_at")[:1]))
        .filter(people__gt=0)
    )
    return tuple(AgencyWord(each.name, each.people, each.said, each.said is None) for each in found)


def may_confirm(viewer: Viewer) -> bool:
    """Whether the viewer speaks for an agency."""
    return viewer.may(Permission.CONFIRM_PEOPLE) and viewer.agency_id is not None


def list_to_confirm(viewer: Viewer) -> ListToConfirm:
    """The people of the viewer's own agency; raises NotAllowedError for whoever speaks for none."""
    if not may_confirm(viewer):
        raise NotAllowedError("confirm an agency's people")
    quarter = this_quarter()
    said = (
        ListConfirmation.objects.filter(agency_id=viewer.agency_id or 0, quarter=quarter)
        .order_by("-pk")
        .first()
    )
    return ListToConfirm(
        viewer.agency,
        quarter,
        said.confirmed_at if said else None,
        tuple(_listed(member, viewer) for member in listed(viewer)),
    )


def listed(viewer: Viewer) -> QuerySet[Membership]:
    """The memberships that stand under the viewer's own agency."""
    here = Membership.objects.filter(
        partnership_id=viewer.partnership_id, agency_id=viewer.agency_id or 0, left_at=None
    )
    return here.select_related("person").order_by("person__name", "pk")


def _listed(member: Membership, viewer: Viewer) -> ListedPerson:
    can_be_struck = member.role not in NOT_FOR_LEADS and member.person_id != viewer.person_id
    person = member.person
    return ListedPerson(member.pk, person.name, person.email, member.role, person.last_login, can_be_struck)
