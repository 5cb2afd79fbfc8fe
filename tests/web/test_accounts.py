import pytest
from django.conf import settings as in_force
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from jointaction.domain.access import Role
from jointaction.store.models import Membership, Person
from tests import factories
from tests.web.people import page_words, signed_in

pytestmark = pytest.mark.django_db
PASSWORD = "rowing past the old mill at dawn"


@pytest.fixture
def viewer():
    return factories.alder_vale(is_demo=True)


@pytest.fixture
def address(viewer):
    """The address of somebody with a password."""
    person = Person.objects.get(pk=viewer.person_id)
    person.set_password(PASSWORD)
    person.save(update_fields=["password"])
    return person.email


def sign_in(browser, login, password=PASSWORD, **sent):
    return browser.post(reverse("account_login"), {"login": login, "password": password} | sent)


def is_signed_in(browser):
    return browser.get(reverse("imports")).status_code == 200


def test_a_person_signs_in_by_address_and_password_and_out_again(client, address):
    assert sign_in(client, address.upper()).status_code == 302
    assert is_signed_in(client)
    key = client.session.session_key
    client.post(reverse("account_logout"))
    assert not is_signed_in(client)
    assert not Session.objects.filter(pk=key).exists()


def test_a_new_session_begins_at_sign_in(client, address):
    client.get(reverse("account_login"))
    session = client.session
    session["seen"] = True
    session.save()
    before = session.session_key
    client.cookies[in_force.SESSION_COOKIE_NAME] = before
    sign_in(client, address)
    assert client.session.session_key != before
    assert not Session.objects.filter(pk=before).exists()


def test_a_wrong_password_and_an_unknown_address_are_answered_alike(client, address):
    wrong, unknown = sign_in(client, address, "wrong"), sign_in(client, "nobody@alder.example", "wrong")
    assert wrong.status_code == unknown.status_code == 200
    assert wrong.context["form"].errors == unknown.context["form"].errors != {}


def test_guessing_is_stopped(client, address):
    answers = [sign_in(client, address, f"guess {number}") for number in range(8)]
    right = sign_in(client, address)
    assert right.status_code != 302
    assert not is_signed_in(client)
    assert answers[0].status_code == 200


def test_somebody_disabled_cannot_sign_in(client, viewer, address):
    Person.objects.filter(email=address).update(is_active=False)
    answer = sign_in(client, address)
    assert answer.status_code < 500
    assert not is_signed_in(client)


def test_a_disabled_person_is_out_at_the_next_request(viewer):
    browser = signed_in()
    assert is_signed_in(browser)
    Person.objects.filter(pk=viewer.person_id).update(is_active=False)
    assert not is_signed_in(browser)


def test_a_former_member_is_out_at_the_next_request(viewer):
    browser = signed_in()
    Membership.objects.filter(person_id=viewer.person_id).delete()
    assert browser.get(reverse("imports")).status_code == 403


def test_a_role_taken_away_is_gone_at_the_next_request(viewer):
    browser = signed_in()
    Membership.objects.filter(person_id=viewer.person_id).update(role=Role.COUNCILLOR)
    assert browser.get(reverse("imports")).status_code == 403


def test_who_is_not_signed_in_is_asked_to_and_led_back(client, address):
    asked = client.get(reverse("imports"))
    assert asked.status_code == 302
    assert asked.headers["Location"] == f"{reverse('account_login')}?next=/imports/"
    assert sign_in(client, address, next="/imports/").headers["Location"] == "/imports/"


def test_nobody_is_led_to_another_site_after_signing_in(client, address):
    assert sign_in(client, address, next="https://elsewhere.example/").headers["Location"] == "/"


@pytest.mark.parametrize("role", factories.MEMBERS)
def test_one_click_signs_in_as_each_role_of_the_demonstration(client, viewer, role):
    answer = client.post(reverse("sign_in_as", args=[role.value]))
    assert answer.status_code == 302
    assert int(client.session["_auth_user_id"]) == factories.member(role).person_id


def test_the_demonstrations_door_is_absent_elsewhere(client, viewer, settings):
    settings.DEMO = False
    assert client.post(reverse("sign_in_as", args=["coordinator"])).status_code == 404
    assert client.get(reverse("components")).status_code == 404
    assert "_auth_user_id" not in client.session


def test_one_click_signs_in_as_nobody_real(client, viewer):
    Person.objects.update(is_demo=False)
    assert client.post(reverse("sign_in_as", args=["coordinator"])).status_code == 404


@pytest.mark.parametrize("role", ["public", "nobody", "coordinator "])
def test_a_role_nobody_holds_has_no_door(client, viewer, role):
    assert client.post(reverse("sign_in_as", args=[role])).status_code == 404


def test_before_there_is_a_partnership_a_page_helps_instead_of_failing():
    answer = Client().get("/")
    assert answer.status_code == 404
    assert page_words(answer)


def test_a_person_changes_the_password_and_only_to_a_long_uncommon_one(client, address):
    sign_in(client, address)
    change = reverse("account_change_password")
    for weak in ("short", "123456789012345678"):
        sent = {"oldpassword": PASSWORD, "password1": weak, "password2": weak}
        assert client.post(change, sent).context["form"].errors
    new = "a heron stands in the shallow water"
    sent = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert client.post(change, sent).status_code == 302
    assert sign_in(Client(), address, new).status_code == 302
