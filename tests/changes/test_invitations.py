"""People come in by a link that works once, for seven days, for one seat, in one partnership."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.core import signing
from django.utils import timezone

from jointaction.changes.founding import found_partnership
from jointaction.changes.invitations import (
    invite,
    invite_again,
    invite_all,
    invite_member,
    revoke_invitation,
)
from jointaction.changes.joining import accept_invitation
from jointaction.changes.people import end_membership
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.partnership import PartnershipSetup, PersonSetup
from jointaction.domain.people import Invitee, Seat
from jointaction.domain.plans import ProblemsError
from jointaction.queries.audit import history_page
from jointaction.queries.invitations import SALT, open_invitation
from jointaction.queries.viewers import viewer_by_email
from jointaction.store.models import Agency, AuditEntry, Group, Invitation, Membership, Person
from tests import factories

pytestmark = pytest.mark.django_db
PASSWORD = "three blue walking sticks"
BEA = Invitee("Bea Moss", "bea@alder.example", Seat(Role.ANALYST))


def seat(email, partnership_id):
    return Membership.objects.get(person__email=email, partnership_id=partnership_id)


def test_an_invited_person_sets_a_password_and_has_the_seat_that_was_offered():
    viewer = factories.alder_vale()
    agency, group = Agency.objects.get(short_name="Police"), Group.objects.get(short_name="JAG")
    offered = Seat(Role.ANALYST, agency.pk, frozenset({group.pk}))
    made = invite(viewer, invitee=replace(BEA, seat=offered))
    person = accept_invitation(made.token, name="Bea M. Moss", password=PASSWORD)
    came = viewer_by_email("BEA@alder.example")
    assert (came.role, came.agency_id, came.group_ids) == (Role.ANALYST, agency.pk, {group.pk})
    assert (person.name, person.check_password(PASSWORD)) == ("Bea M. Moss", True)


def test_nobody_is_in_before_they_took_up_the_invitation():
    made = invite(factories.alder_vale(), invitee=BEA)
    assert not Person.objects.filter(email=made.email).exists()
    assert PASSWORD not in made.token
    assert made.token.split(":")[0] not in Invitation.objects.get().secret_sha256


def test_a_link_works_once():
    made = invite(factories.alder_vale(), invitee=BEA)
    accept_invitation(made.token, password=PASSWORD)
    with pytest.raises(NotVisibleError):
        accept_invitation(made.token, password="four green walking sticks")
    assert Person.objects.get(email=made.email).check_password(PASSWORD)


@pytest.mark.parametrize(("days", "works"), [(6.99, True), (7.01, False)])
def test_a_link_works_for_seven_days(days, works):
    made = invite(factories.alder_vale(), invitee=BEA)
    with time_machine.travel(timezone.now() + timedelta(days=days)):
        if works:
            assert open_invitation(made.token).email == made.email
        else:
            with pytest.raises(NotVisibleError):
                accept_invitation(made.token, password=PASSWORD)


@pytest.mark.parametrize(
    "token",
    ["", "x", "a:b:c", signing.dumps([1, "guess"]), signing.dumps(7, salt=SALT)],
    ids=["empty", "a letter", "no signature", "signed for another purpose", "signed, no secret"],
)
def test_a_made_up_link_leads_nowhere(token):
    invite(factories.alder_vale(), invitee=BEA)
    with pytest.raises(NotVisibleError):
        open_invitation(token)


def test_a_right_signature_with_a_wrong_secret_leads_nowhere():
    made = invite(factories.alder_vale(), invitee=BEA)
    with pytest.raises(NotVisibleError):
        open_invitation(signing.dumps([made.id, "guess"], salt=SALT))


def test_a_new_link_ends_the_old_one_and_a_link_taken_back_ends_too():
    viewer = factories.alder_vale()
    first = invite(viewer, invitee=BEA)
    second = invite_again(viewer, invitation_id=first.id)
    with pytest.raises(NotVisibleError):
        open_invitation(first.token)
    assert open_invitation(second.token).name == BEA.name
    revoke_invitation(viewer, invitation_id=second.id)
    with pytest.raises(NotVisibleError):
        open_invitation(second.token)
    with pytest.raises(NotVisibleError):
        invite_again(viewer, invitation_id=second.id)


@pytest.mark.parametrize(
    "password", ["short", "fourteen chars", "123456789012345678", "bea.moss@alder.example"]
)
def test_a_weak_password_is_refused_and_the_link_still_works(password):
    made = invite(factories.alder_vale(), invitee=replace(BEA, email="bea.moss@alder.example"))
    with pytest.raises(ProblemsError):
        accept_invitation(made.token, password=password)
    assert accept_invitation(made.token, password=PASSWORD).is_active


def test_only_who_manages_people_may_invite():
    factories.alder_vale()
    for role in (Role.AGENCY_LEAD, Role.GROUP_CHAIR, Role.ANALYST, Role.COUNCILLOR):
        with pytest.raises(NotAllowedError):
            invite(factories.member(role), invitee=BEA)
    assert invite(factories.member(Role.ADMINISTRATOR), invitee=BEA).id


def test_only_an_administrator_invites_an_administrator():
    viewer = factories.alder_vale()
    wanted = replace(BEA, seat=Seat(Role.ADMINISTRATOR))
    with pytest.raises(ProblemsError, match="Only a platform administrator"):
        invite(viewer, invitee=wanted)
    made = invite(factories.member(Role.ADMINISTRATOR), invitee=wanted)
    for change in (invite_again, revoke_invitation):
        with pytest.raises(ProblemsError):
            change(viewer, invitation_id=made.id)
    assert open_invitation(made.token)


def test_a_coordinator_cannot_let_themselves_in_as_the_administrator():
    viewer = factories.alder_vale()
    administrator = seat(factories.email(Role.ADMINISTRATOR), viewer.partnership_id)
    with pytest.raises(ProblemsError, match="Only a platform administrator"):
        invite_member(viewer, membership_id=administrator.pk)


def test_agencies_and_groups_of_another_partnership_are_not_there_to_give():
    viewer, other = factories.alder_vale(), factories.whitmoor()
    agency = Agency.objects.filter(partnership_id=other.partnership_id).first()
    group = Group.objects.filter(partnership_id=other.partnership_id).first()
    for wanted in (Seat(Role.ANALYST, agency.pk), Seat(Role.ANALYST, None, frozenset({group.pk}))):
        with pytest.raises(NotVisibleError):
            invite(viewer, invitee=replace(BEA, seat=wanted))


def test_another_partnerships_invitations_and_members_are_not_there():
    viewer, other = factories.alder_vale(), factories.whitmoor()
    made = invite(other, invitee=BEA)
    member = seat(factories.email(Role.ANALYST, "whitmoor"), other.partnership_id)
    for change in (invite_again, revoke_invitation):
        with pytest.raises(NotVisibleError):
            change(viewer, invitation_id=made.id)
    with pytest.raises(NotVisibleError):
        invite_member(viewer, membership_id=member.pk)


def test_a_list_is_invited_as_a_whole_or_not_at_all():
    viewer = factories.alder_vale()
    known = replace(BEA, email=factories.email(Role.ANALYST).upper())
    with pytest.raises(ProblemsError) as refused:
        invite_all(viewer, invitees=(BEA, known, BEA))
    assert [problem.key for problem in refused.value.problems] == ["1", "2"]
    assert not Invitation.objects.exists()


def test_inviting_twice_makes_one_invitation():
    viewer = factories.alder_vale()
    invite(viewer, invitee=BEA)
    with pytest.raises(ProblemsError, match="open invitation"):
        invite(viewer, invitee=BEA)
    assert Invitation.objects.count() == 1


def test_somebody_of_another_partnership_joins_only_signed_in_as_themselves():
    viewer = factories.alder_vale()
    factories.whitmoor()
    email = factories.email(Role.ANALYST, "whitmoor")
    person = Person.objects.get(email=email)
    person.set_password(PASSWORD)
    person.save()
    made = invite(viewer, invitee=replace(BEA, email=email))
    assert open_invitation(made.token).must_sign_in
    for somebody_else in (None, viewer.person_id):
        with pytest.raises(NotVisibleError):
            accept_invitation(made.token, password="my own new password", signed_in_id=somebody_else)
    accept_invitation(made.token, password="my own new password", signed_in_id=person.pk)
    person.refresh_from_db()
    assert person.check_password(PASSWORD)
    assert Membership.objects.filter(person=person, left_at=None).count() == 2


def test_a_lost_password_is_replaced_by_a_link_unless_another_partnership_knows_the_person():
    viewer, other = factories.alder_vale(), factories.whitmoor()
    email = factories.email(Role.ANALYST)
    person = Person.objects.get(email=email)
    person.set_password("the lost password here")
    person.save()
    made = invite_member(viewer, membership_id=seat(email, viewer.partnership_id).pk)
    accept_invitation(made.token, password=PASSWORD)
    person.refresh_from_db()
    assert person.check_password(PASSWORD)
    pending = invite_member(viewer, membership_id=seat(email, viewer.partnership_id).pk)
    Membership.objects.create(partnership_id=other.partnership_id, person=person, role="analyst")
    with pytest.raises(ProblemsError, match="cannot be let in again"):
        invite_member(viewer, membership_id=seat(email, viewer.partnership_id).pk)
    with pytest.raises(NotVisibleError):
        accept_invitation(pending.token, password="a password of the thief")


def test_who_left_comes_back_with_a_new_password_and_the_seat_offered_now():
    viewer = factories.alder_vale()
    email = factories.email(Role.ANALYST)
    left = seat(email, viewer.partnership_id)
    end_membership(viewer, membership_id=left.pk, version=left.version)
    made = invite(viewer, invitee=Invitee("Back Again", email, Seat(Role.COUNCILLOR)))
    accept_invitation(made.token, password=PASSWORD)
    assert viewer_by_email(email).role is Role.COUNCILLOR
    assert Membership.objects.filter(person__email=email).count() == 1


def test_every_step_of_an_invitation_stands_in_the_history_and_no_link_does():
    viewer = factories.alder_vale()
    first = invite(viewer, invitee=BEA)
    second = invite_again(viewer, invitation_id=first.id)
    revoke_invitation(viewer, invitation_id=second.id)
    third = invite(viewer, invitee=BEA)
    accept_invitation(third.token, password=PASSWORD)
    lines, _ = history_page(viewer, page=1, size=5)
    assert [line.action for line in lines] == [
        "accept invitation",
        "invite",
        "take invitation back",
        "invite again",
        "invite",
    ]
    words = " ".join(f"{entry.summary} {entry.before} {entry.after}" for entry in AuditEntry.objects.all())
    assert not any(made.token in words for made in (first, second, third))


def test_a_fresh_installation_begins_with_its_coordinators_link():
    ada = PersonSetup("Ada Fenn", "ada@alder.example", "coordinator")
    made = found_partnership(PartnershipSetup("Alder Vale", "alder-vale", people=(ada,)))
    accept_invitation(made.token, password=PASSWORD)
    assert viewer_by_email("ada@alder.example").role is Role.COORDINATOR


def test_a_partnership_without_a_coordinator_is_not_set_up_at_all():
    with pytest.raises(NotVisibleError):
        found_partnership(PartnershipSetup("Alder Vale", "alder-vale"))
    assert not Invitation.objects.exists()
    assert not Membership.objects.exists()
