"""People and their places in a partnership: another seat, leaving, and what sign-in asks of all."""

from django.db import transaction
from django.utils import timezone

from jointaction.changes.audit import one_at_a_time, record
from jointaction.changes.seats import check_seat, end_sessions, told
from jointaction.changes.tokens import end_tokens_of
from jointaction.domain.access import NotVisibleError, Permission, Role, Viewer
from jointaction.domain.people import PersonState, Seat, refusal_to_give
from jointaction.domain.plans import EditConflictError, Problem, ProblemsError
from jointaction.queries.people import people_page, seat_of
from jointaction.store.models import Membership, Partnership, Person


def demonstration_person(role: str) -> Person:
    """The invented person who holds a role in the demonstration; NotVisibleError when there is none."""
    person = (
        Person.objects.filter(is_demo=True, is_active=True, membership__role=role, membership__left_at=None)
        .order_by("pk")
        .first()
    )
    if person is None:
        raise NotVisibleError(role)
    return person


def change_seat(viewer: Viewer, *, membership_id: int, version: int, seat: Seat) -> None:
    """Give somebody another role, agency or groups.

    Raises NotVisibleError for a stranger, EditConflictError when somebody else saved first, and
    ProblemsError when the change would leave no coordinator or raise the viewer's own rights.
    """
    viewer.require(Permission.MANAGE_PEOPLE)
    with transaction.atomic():
        member = _member(viewer, membership_id)
        check_seat(viewer, seat)
        _check_role(viewer, member, seat.role)
        before = told(member.role, member.agency, member.groups.all())
        _save(member, version, role=seat.role.value, agency_id=seat.agency_id)
        member.groups.set(seat.group_ids)
        fresh = Membership.objects.select_related("agency").get(pk=member.pk)
        after = told(fresh.role, fresh.agency, fresh.groups.all())
        _record(viewer, member, "change role or place", before=before, after=after)


def end_membership(viewer: Viewer, *, membership_id: int, version: int) -> None:
    """Somebody leaves: their seat is kept for the history, their sessions end at once.

    Without another partnership their account is closed. Raises as `change_seat` does.
    """
    viewer.require(Permission.MANAGE_PEOPLE)
    with transaction.atomic():
        member = _member(viewer, membership_id)
        if member.person_id == viewer.person_id:
            raise _problem("You cannot end your own membership. Ask another coordinator to do it.")
        _check_giving(viewer, Role(member.role))
        leave(viewer, member, version=version, action="end membership")


def leave(viewer: Viewer, member: Membership, *, version: int, action: str) -> None:
    """End a membership in the caller's transaction, which has checked the viewer's right to."""
    _check_coordinators(member)
    _save(member, version, left_at=timezone.now())
    person = member.person
    if not Membership.objects.filter(person=person, left_at=None).exists():
        Person.objects.filter(pk=person.pk).update(is_active=False)
    end_sessions(person.pk)
    end_tokens_of(viewer, person.pk)
    _record(viewer, member, action, before=told(member.role, member.agency, member.groups.all()))


def close_dormant(viewer: Viewer) -> int:
    """End every membership nobody used for 90 days, as far as the viewer may; returns how many."""
    dormant = [line for line in people_page(viewer).lines if line.state is PersonState.DORMANT]
    closed = 0
    with transaction.atomic():
        for line in dormant:
            member = _member(viewer, line.membership_id or 0)
            if member.person_id == viewer.person_id or refusal_to_give(viewer.role, {Role(member.role)}):
                continue
            if holds_last_seat_of_role(member):
                continue
            leave(viewer, member, version=member.version, action="close dormant account")
            closed += 1
    return closed


def holds_last_seat_of_role(member: Membership) -> bool:
    """Whether nobody else could do what this coordinator or administrator of a partnership does."""
    if member.role not in {Role.COORDINATOR.value, Role.ADMINISTRATOR.value}:
        return False
    others = Membership.objects.filter(
        partnership_id=member.partnership_id, role=member.role, left_at=None, person__is_active=True
    )
    return not others.exclude(pk=member.pk).exists()


def require_second_factor(viewer: Viewer, *, is_required: bool) -> None:
    """Ask a second factor of everybody in the partnership, or leave it to each."""
    viewer.require(Permission.MANAGE_PEOPLE)
    with transaction.atomic():
        changed = Partnership.objects.filter(pk=viewer.partnership_id).exclude(
            needs_second_factor=is_required
        )
        if not changed.update(needs_second_factor=is_required):
            return
        words = ("left to each person", "required of everybody")
        record(
            viewer,
            action="set second factor",
            thing="partnership",
            thing_id=viewer.partnership_id,
            summary=f"Second factor {words[is_required]}",
            before=words[not is_required],
            after=words[is_required],
        )


def _member(viewer: Viewer, membership_id: int) -> Membership:
    """The current membership, while the partnership's row keeps other writers of people waiting."""
    one_at_a_time(viewer)
    here = Membership.objects.filter(partnership_id=viewer.partnership_id, left_at=None)
    member = here.select_related("person", "agency").filter(pk=membership_id).first()
    if member is None:
        raise NotVisibleError(f"membership {membership_id}")
    return member


def _save(member: Membership, version: int, **fields: object) -> None:
    same = Membership.objects.filter(pk=member.pk, version=version, left_at=None)
    if not same.update(version=version + 1, **fields):
        raise EditConflictError(f"membership {member.pk}")


def _check_role(viewer: Viewer, member: Membership, role: Role) -> None:
    before = seat_of(member).role
    if role is before:
        return
    if member.person_id == viewer.person_id:
        raise _problem("You cannot change your own role. Ask another coordinator to do it.", "role")
    _check_giving(viewer, before, role)
    _check_coordinators(member)


def _check_giving(viewer: Viewer, *roles: Role) -> None:
    refusal = refusal_to_give(viewer.role, roles)
    if refusal:
        raise _problem(refusal, "role")


def _check_coordinators(member: Membership) -> None:
    if member.role == Role.COORDINATOR.value and holds_last_seat_of_role(member):
        raise _problem(
            f"{member.person.name} is the only coordinator. Make somebody else coordinator first.", "role"
        )


def _problem(message: str, field: str = "") -> ProblemsError:
    return ProblemsError((Problem(field, message),))


def _record(viewer: Viewer, member: Membership, action: str, *, before: str = "", after: str = "") -> None:
    record(
        viewer,
        action=action,
        thing="person",
        thing_id=member.person_id,
        summary=member.person.name,
        before=before,
        after=after,
    )
