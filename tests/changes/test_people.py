"""Seats change and end; nobody raises themselves, and nobody leaves a partnership without a coordinator."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from jointaction.changes.confirmations import confirm_list
from jointaction.changes.people import change_seat, close_dormant, end_membership, require_second_factor
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.people import Seat
from jointaction.domain.plans import EditConflictError, ProblemsError
from jointaction.queries.audit import history_page
from jointaction.queries.confirmations import list_to_confirm, listed
from jointaction.queries.viewers import viewer_by_email, viewer_of
from jointaction.store.models import AuditEntry, Group, ListConfirmation, Membership, Partnership, Person
from tests import factories

pytestmark = pytest.mark.django_db


def seat(role, place="alder"):
    return Membership.objects.get(person__email=factories.email(role, place))


def only_coordinator():
    """Take away the test world's spare coordinators; returns the one that is left."""
    spare = Membership.objects.filter(role="coordinator").exclude(pk=seat(Role.COORDINATOR).pk)
    spare.update(left_at=timezone.now())
    return seat(Role.COORDINATOR)


def test_somebody_gets_another_role_and_groups_and_the_history_says_so(viewer):
    member, group = seat(Role.ANALYST), Group.objects.get(short_name="BG")
    new = Seat(Role.GROUP_CHAIR, member.agency_id, frozenset({group.pk}))
    change_seat(viewer, membership_id=member.pk, version=1, seat=new)
    assert viewer_by_email(factories.email(Role.ANALYST)).role is Role.GROUP_CHAIR
    entry = AuditEntry.objects.order_by("-sequence").first()
    assert entry.before == "analyst, Alder Vale District Council"
    assert entry.after == "group chair, Alder Vale District Council, groups: BG"


def test_the_later_of_two_edits_is_refused_and_changes_nothing(viewer):
    member = seat(Role.ANALYST)
    change_seat(viewer, membership_id=member.pk, version=1, seat=Seat(Role.COUNCILLOR))
    with pytest.raises(EditConflictError):
        change_seat(viewer, membership_id=member.pk, version=1, seat=Seat(Role.GROUP_CHAIR))
    with pytest.raises(EditConflictError):
        end_membership(viewer, membership_id=member.pk, version=1)
    assert seat(Role.ANALYST).role == "councillor"


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.ANALYST])
def test_nobody_changes_their_own_role(viewer, role):
    own = seat(Role.COORDINATOR)
    with pytest.raises(ProblemsError, match="own role"):
        change_seat(viewer, membership_id=own.pk, version=1, seat=Seat(role))


def test_one_may_change_ones_own_groups(viewer):
    own, group = seat(Role.COORDINATOR), Group.objects.get(short_name="BG")
    change_seat(
        viewer, membership_id=own.pk, version=1, seat=Seat(Role.COORDINATOR, None, frozenset({group.pk}))
    )
    assert viewer_of(viewer.person_id).group_ids == {group.pk}


def test_a_coordinator_makes_nobody_administrator_and_changes_no_administrator(viewer):
    for role, new in ((Role.ANALYST, Role.ADMINISTRATOR), (Role.ADMINISTRATOR, Role.ANALYST)):
        with pytest.raises(ProblemsError, match="Only a platform administrator"):
            change_seat(viewer, membership_id=seat(role).pk, version=1, seat=Seat(new))
    with pytest.raises(ProblemsError, match="Only a platform administrator"):
        end_membership(viewer, membership_id=seat(Role.ADMINISTRATOR).pk, version=1)


def test_an_administrator_makes_another_one(viewer):
    administrator = factories.member(Role.ADMINISTRATOR)
    change_seat(administrator, membership_id=seat(Role.ANALYST).pk, version=1, seat=Seat(Role.ADMINISTRATOR))
    assert viewer_by_email(factories.email(Role.ANALYST)).role is Role.ADMINISTRATOR


def test_the_last_coordinator_is_neither_ended_nor_given_another_role(viewer):
    last, administrator = only_coordinator(), factories.member(Role.ADMINISTRATOR)
    with pytest.raises(ProblemsError, match="only coordinator"):
        end_membership(administrator, membership_id=last.pk, version=1)
    with pytest.raises(ProblemsError, match="only coordinator"):
        change_seat(administrator, membership_id=last.pk, version=1, seat=Seat(Role.ANALYST))
    assert viewer_of(viewer.person_id).role is Role.COORDINATOR


def test_a_coordinator_whose_account_is_closed_does_not_count_as_one(viewer):
    last = only_coordinator()
    disabled = Membership.objects.get(person__email=factories.email("disabled"))
    Membership.objects.filter(pk=disabled.pk).update(left_at=None)
    with pytest.raises(ProblemsError, match="only coordinator"):
        end_membership(factories.member(Role.ADMINISTRATOR), membership_id=last.pk, version=1)


def test_nobody_ends_their_own_membership(viewer):
    with pytest.raises(ProblemsError, match="own membership"):
        end_membership(viewer, membership_id=seat(Role.COORDINATOR).pk, version=1)


@pytest.mark.parametrize("role", [Role.AGENCY_LEAD, Role.ANALYST, Role.COUNCILLOR])
def test_who_does_not_manage_people_changes_and_ends_nobody(viewer, role):
    member, target = factories.member(role), seat(Role.GROUP_CHAIR)
    with pytest.raises(NotAllowedError):
        change_seat(member, membership_id=target.pk, version=1, seat=Seat(Role.ANALYST))
    with pytest.raises(NotAllowedError):
        end_membership(member, membership_id=target.pk, version=1)
    with pytest.raises(NotAllowedError):
        require_second_factor(member, is_required=True)
    with pytest.raises(NotAllowedError):
        close_dormant(member)


def test_somebody_of_another_partnership_is_not_there(viewer):
    factories.whitmoor()
    stranger = seat(Role.ANALYST, "whitmoor")
    with pytest.raises(NotVisibleError):
        change_seat(viewer, membership_id=stranger.pk, version=1, seat=Seat(Role.ANALYST))
    with pytest.raises(NotVisibleError):
        end_membership(viewer, membership_id=stranger.pk, version=1)


def test_who_leaves_is_out_at_once_and_stays_in_the_list(viewer):
    member, client = seat(Role.ANALYST), Client()
    client.force_login(member.person)
    assert client.get("/papers/").status_code == 200
    kept = Session.objects.filter(session_key=client.session.session_key)
    assert kept.exists()
    end_membership(viewer, membership_id=member.pk, version=1)
    assert not kept.exists()
    assert client.get("/papers/").status_code == 302
    member.refresh_from_db()
    assert member.left_at is not None
    assert not Person.objects.get(pk=member.person_id).is_active


def test_who_leaves_one_of_two_partnerships_keeps_the_other(viewer):
    other = factories.whitmoor()
    member = seat(Role.ANALYST)
    Membership.objects.create(
        partnership_id=other.partnership_id, person_id=member.person_id, role="councillor"
    )
    end_membership(viewer, membership_id=member.pk, version=1)
    left = viewer_of(member.person_id, viewer.partnership_id)
    assert (left.partnership_id, left.role) == (other.partnership_id, Role.COUNCILLOR)


def test_accounts_of_90_days_without_a_sign_in_are_closed_in_one_step(viewer):
    old = timezone.now() - timedelta(days=91)
    Person.objects.exclude(pk=viewer.person_id).update(last_login=old)
    Person.objects.filter(email=factories.email(Role.COUNCILLOR)).update(last_login=old + timedelta(days=2))
    closed = close_dormant(viewer)
    present = set(Membership.objects.filter(left_at=None).values_list("role", flat=True))
    assert closed == 3
    assert present == {"coordinator", "councillor", "platform administrator"}


def test_a_required_second_factor_is_written_down_once(viewer):
    for _ in range(2):
        require_second_factor(viewer, is_required=True)
    assert Partnership.objects.get(pk=viewer.partnership_id).needs_second_factor
    assert AuditEntry.objects.filter(action="set second factor").count() == 1


def test_an_agency_confirms_its_people_and_strikes_who_left(viewer):
    lead = factories.member(Role.AGENCY_LEAD)
    Membership.objects.filter(person__email=factories.email(Role.ANALYST)).update(agency_id=lead.agency_id)
    people = [each.pk for each in listed(lead)]
    struck = seat(Role.ANALYST).pk
    confirm_list(lead, seen=people, struck={struck})
    said = ListConfirmation.objects.get()
    assert (said.kept, said.struck) == (len(people) - 1, 1)
    assert struck not in [each.membership_id for each in list_to_confirm(lead).people]
    assert [line.action for line in history_page(viewer, page=1, size=2)[0]] == [
        "confirm agency's people",
        "strike from agency's list",
    ]


def test_a_list_that_changed_meanwhile_is_not_confirmed(viewer):
    lead = factories.member(Role.AGENCY_LEAD)
    people = [each.pk for each in listed(lead)]
    Membership.objects.filter(person__email=factories.email(Role.ANALYST)).update(agency_id=lead.agency_id)
    with pytest.raises(EditConflictError):
        confirm_list(lead, seen=people, struck=())
    assert not ListConfirmation.objects.exists()


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.AGENCY_LEAD])
def test_a_lead_strikes_neither_a_coordinator_nor_themselves(viewer, role):
    lead = factories.member(Role.AGENCY_LEAD)
    Membership.objects.filter(pk=seat(Role.COORDINATOR).pk).update(agency_id=lead.agency_id)
    people = [each.pk for each in listed(lead)]
    with pytest.raises(NotVisibleError):
        confirm_list(lead, seen=people, struck={seat(role).pk})
    assert not ListConfirmation.objects.exists()


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ANALYST, Role.ADMINISTRATOR])
def test_only_a_lead_confirms_an_agencys_list(viewer, role):
    with pytest.raises(NotAllowedError):
        confirm_list(factories.member(role), seen=(), struck=())
