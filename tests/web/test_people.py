"""The pages about people: what each shows and does, and to whom."""

import re
from html import unescape

import pytest
from django.core import mail
from django.test import Client, override_settings

from jointaction.changes.invitations import invite
from jointaction.domain.access import Role
from jointaction.domain.people import Invitee, Seat
from jointaction.store.models import Group, Invitation, ListConfirmation, Membership, Partnership
from tests import factories
from tests.web.signing_in import PASSWORD, seat, set_up_app, show_it_is_you, sign_in, with_password

pytestmark = pytest.mark.django_db
BEA = {"name": "Bea Moss", "email": "bea@alder.example", "role": "analyst"}


@pytest.fixture
def coordinator(viewer):
    client = sign_in(with_password(Role.COORDINATOR))
    show_it_is_you(client)
    return client


def words(answer):
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split()))


def link_in(page):
    return re.search(r'value="http://testserver(/account/invitation/[^"]+)"', page.content.decode())[1]


def invited(coordinator, **more):
    """Fill in the invitation; returns its link."""
    sent = coordinator.post("/people/invite/", BEA | more)
    assert sent.status_code == 302
    return link_in(coordinator.get(sent["Location"]))


def test_a_coordinator_invites_somebody_who_sets_a_password_and_is_in(coordinator):
    client = Client()
    page = client.get(invited(coordinator), follow=True)
    assert "Alder Vale Community Safety Partnership asks Bea Moss in as analyst" in words(page)
    client.post("/account/invitation/", {"name": "Bea", "password": PASSWORD, "again": PASSWORD})
    assert client.get("/papers/").status_code == 200
    assert "Bea" in words(client.get("/account/"))


def test_the_link_is_shown_once(coordinator):
    invited(coordinator)
    again = coordinator.get("/people/invited/")
    assert "are not kept" in words(again)
    assert "/account/invitation/" not in again.content.decode()


def test_the_address_of_the_page_behind_a_link_holds_no_secret(coordinator):
    opened = Client().get(invited(coordinator))
    assert opened["Location"] == "/account/invitation/"
    assert opened["Referrer-Policy"] == "no-referrer"


@override_settings(MAIL_IS_CONFIGURED=True)
def test_with_mail_one_message_goes_to_the_one_person_and_says_only_that_they_are_invited(coordinator):
    link = invited(coordinator)
    (message,) = mail.outbox
    assert (message.to, message.cc, message.bcc) == (["bea@alder.example"], [], [])
    assert link in message.body
    for told in ("analyst", "Alder", "Bea"):
        assert told not in message.body.replace(link, "")


def test_without_mail_nothing_is_sent(coordinator):
    invited(coordinator)
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"password": "short", "again": "short"}, "at least 15 characters"),
        ({"password": PASSWORD, "again": PASSWORD[:-1]}, "The two passwords differ"),
        ({"password": PASSWORD, "again": PASSWORD, "name": ""}, "Fill in “Your name”"),
    ],
)
def test_what_is_wrong_with_a_first_password_is_said_and_the_link_still_works(coordinator, sent, says):
    client = Client()
    client.get(invited(coordinator))
    answer = client.post("/account/invitation/", {"name": "Bea"} | sent)
    assert answer.status_code == 422
    assert says in words(answer)
    assert client.get("/account/invitation/").status_code == 200


def test_the_same_form_sent_twice_makes_one_invitation(coordinator):
    invited(coordinator)
    again = coordinator.post("/people/invite/", BEA)
    assert again.status_code == 422
    assert "has an open invitation" in words(again)
    assert Invitation.objects.count() == 1


def test_inviting_asks_once_more_who_is_there_and_then_goes_on(viewer):
    client = sign_in(with_password(Role.COORDINATOR))
    asked = client.post("/people/invite/", BEA)
    assert asked["Location"].startswith("/account/sign-in/again/")
    assert not Invitation.objects.exists()
    done = client.post(asked["Location"], {"password": PASSWORD, "next": "/people/invite/"})
    assert done["Location"] == "/people/invited/"
    assert Invitation.objects.count() == 1


def test_the_list_shows_who_is_invited_and_offers_a_new_link_or_to_take_it_back(coordinator):
    first = invited(coordinator)
    number = Invitation.objects.get().pk
    assert "Bea Moss" in words(coordinator.get("/people/"))
    fresh = coordinator.post(f"/people/invitations/{number}/again/", follow=True)
    assert link_in(fresh) != first
    newest = Invitation.objects.order_by("-pk").first().pk
    coordinator.post(f"/people/invitations/{newest}/take-back/")
    assert "Bea Moss" not in words(coordinator.get("/people/"))
    assert Client().get(link_in(fresh)).status_code == 404


def test_a_changed_role_holds_from_the_next_page_on(coordinator):
    analyst = sign_in(with_password(Role.ANALYST))
    number = seat(Role.ANALYST).pk
    coordinator.post(f"/people/{number}/", {"role": "platform administrator", "version": 1})
    assert seat(Role.ANALYST).role == "analyst"
    coordinator.post(f"/people/{number}/", {"role": "coordinator", "version": 1})
    assert analyst.get("/history/").status_code == 200


def test_an_overtaken_change_is_refused_and_shows_how_it_is_now_beside_what_was_chosen(coordinator):
    number, group = seat(Role.ANALYST).pk, str(Group.objects.get(short_name="BG").pk)
    coordinator.post(f"/people/{number}/", {"role": "councillor", "version": 1})
    overtaken = coordinator.post(f"/people/{number}/", {"role": "group chair", "groups": group, "version": 1})
    assert overtaken.status_code == 409
    assert "Role Saved now Councillor Yours Group chair" in words(overtaken)
    page = overtaken.content.decode()
    assert '<option value="group chair" selected>' in page
    assert 'name="version" value="2"' in page
    again = coordinator.post(f"/people/{number}/", {"role": "group chair", "groups": group, "version": 2})
    assert again.status_code == 302
    assert seat(Role.ANALYST).role == "group chair"


def test_a_change_without_its_version_counts_as_overtaken(coordinator):
    number = seat(Role.ANALYST).pk
    assert coordinator.post(f"/people/{number}/", {"role": "councillor"}).status_code == 409
    assert seat(Role.ANALYST).role == "analyst"


def test_ending_a_membership_is_asked_first_and_then_signs_the_person_out(coordinator):
    analyst, number = sign_in(with_password(Role.ANALYST)), seat(Role.ANALYST).pk
    assert "signed out everywhere" in words(coordinator.get(f"/people/{number}/leave/"))
    assert analyst.get("/papers/").status_code == 200
    coordinator.post(f"/people/{number}/leave/", {"version": 1})
    assert analyst.get("/papers/").status_code == 302
    assert sign_in(with_password(Role.ANALYST)).get("/papers/").status_code == 302


def test_the_last_coordinator_is_told_why_they_cannot_go(coordinator):
    Membership.objects.filter(role="coordinator").exclude(pk=seat(Role.COORDINATOR).pk).delete()
    administrator = sign_in(with_password(Role.ADMINISTRATOR))
    show_it_is_you(administrator)
    number = seat(Role.COORDINATOR).pk
    told = administrator.post(f"/people/{number}/leave/", {"version": 1}, follow=True)
    assert "is the only coordinator" in words(told)


def test_a_second_factor_is_required_and_left_again(coordinator, viewer):
    set_up_app(coordinator)
    for word, needs in (("yes", True), ("no", False)):
        coordinator.post("/people/second-factor/", {"required": word})
        assert Partnership.objects.get(pk=viewer.partnership_id).needs_second_factor is needs


def test_a_lead_confirms_the_agencys_list_from_their_account(viewer):
    lead = sign_in(with_password(Role.AGENCY_LEAD))
    assert "/people/confirm/" in lead.get("/account/").content.decode()
    numbers = re.findall(r'name="seen" value="(\d+)"', lead.get("/people/confirm/").content.decode())
    assert lead.post("/people/confirm/", {"seen": numbers}).status_code == 302
    assert ListConfirmation.objects.count() == 1
    assert "You confirmed this list" in words(lead.get("/people/confirm/"))
    assert lead.post("/people/confirm/", {"seen": ["x"]}).status_code == 409


def test_somebody_with_an_account_elsewhere_signs_in_joins_and_changes_between_both(viewer):
    other = factories.whitmoor()
    person = with_password(Role.ANALYST, "whitmoor")
    made = invite(viewer, invitee=Invitee("Ann", person.email, Seat(Role.COUNCILLOR)))
    client = Client()
    assert "You have an account here already" in words(
        client.get(f"/account/invitation/{made.token}/", follow=True)
    )
    sign_in(person, client)
    client.post("/account/invitation/")
    client.post("/account/partnership/", {"partnership": viewer.partnership_id})
    assert viewer.partnership in words(client.get("/"))
    client.post("/account/partnership/", {"partnership": other.partnership_id})
    assert "Other partnerships" in words(client.get("/"))


def test_nothing_of_the_other_partnership_is_shown_after_changing(viewer):
    other, person = factories.whitmoor(), with_password(Role.COORDINATOR)
    Membership.objects.create(partnership_id=other.partnership_id, person=person, role="coordinator")
    plan = factories.accepted_plan(viewer)
    client = sign_in(person)
    assert client.get(f"/plans/{plan}/").status_code == 200
    client.post("/account/partnership/", {"partnership": other.partnership_id})
    for address in (f"/plans/{plan}/", f"/papers/{plan}/", f"/people/{seat(Role.ANALYST).pk}/"):
        assert client.get(address).status_code == 404, address
    for address in ("/plans/", "/papers/", "/imports/", "/history/", "/partners/", "/people/"):
        assert "of alder" not in words(client.get(address)).replace(person.name, ""), address
        assert "Safer Streets" not in words(client.get(address)), address


@pytest.mark.parametrize("asked", ["", "x", "987654"])
def test_a_partnership_one_does_not_belong_to_cannot_be_chosen(viewer, asked):
    other = factories.whitmoor()
    client = sign_in(with_password(Role.ANALYST))
    for number in (asked, str(other.partnership_id)):
        assert client.post("/account/partnership/", {"partnership": number}).status_code == 404
    assert other.partnership not in words(client.get("/"))


def test_a_partnership_one_left_is_no_longer_shown_even_if_it_was_chosen(viewer, coordinator):
    other, person = factories.whitmoor(), with_password(Role.ANALYST)
    Membership.objects.create(partnership_id=other.partnership_id, person=person, role="analyst")
    coordinator.post(f"/people/{seat(Role.ANALYST).pk}/leave/", {"version": 1})
    client = sign_in(person)
    assert client.post("/account/partnership/", {"partnership": viewer.partnership_id}).status_code == 404
    assert other.partnership in words(client.get("/papers/"))
