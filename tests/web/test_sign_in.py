"""Signing in: tries are counted, factors are asked for, sign-ins end in time and everywhere."""

import re
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core import mail
from django.test import Client, override_settings
from django.utils import timezone

from jointaction.changes.people import require_second_factor
from jointaction.domain.access import Role
from jointaction.web.accounts.adapter import SealedSecretsAdapter
from tests import factories
from tests.web.signing_in import (
    PASSWORD,
    SIGN_IN,
    code_of,
    set_up_app,
    show_it_is_you,
    sign_in,
    with_password,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def analyst(viewer):
    return with_password(Role.ANALYST)


def is_in(client):
    return client.get("/papers/").status_code == 200


def test_a_right_password_lets_in_and_a_wrong_one_does_not(analyst):
    assert is_in(sign_in(analyst))
    assert not is_in(sign_in(analyst, password="three red walking sticks"))


def test_after_five_wrong_tries_even_the_right_password_waits_a_quarter_of_an_hour(analyst):
    for _ in range(5):
        sign_in(analyst, password="three red walking sticks")
    assert not is_in(sign_in(analyst))
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        assert is_in(sign_in(analyst))


def test_the_tries_on_one_account_do_not_close_another(analyst):
    for _ in range(5):
        sign_in(analyst, password="three red walking sticks")
    assert is_in(sign_in(with_password(Role.COUNCILLOR)))


def test_a_known_and_an_unknown_address_are_refused_in_the_same_words(analyst):
    def refusal(address):
        answer = Client().post(SIGN_IN, {"login": address, "password": "three red walking sticks"})
        token = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')
        return token.sub(b"", answer.content).replace(address.encode(), b"")

    assert refusal(analyst.email) == refusal("nobody@alder.example")


def test_an_hour_without_a_click_ends_the_sign_in(analyst):
    client, now = sign_in(analyst), timezone.now()
    with time_machine.travel(now + timedelta(minutes=59)):
        assert is_in(client)
    with time_machine.travel(now + timedelta(minutes=117)):
        assert is_in(client)
    with time_machine.travel(now + timedelta(minutes=179)):
        ended = client.get("/papers/")
        assert ended.status_code == 302
        assert ended["Location"] == f"{SIGN_IN}?next=/papers/"
        assert "signed out" in client.get(ended["Location"]).content.decode()


def test_twelve_hours_end_the_sign_in_however_busy_one_was(analyst):
    client, now = sign_in(analyst), timezone.now()
    assert is_in(client)
    for half_hours in range(1, 24):
        with time_machine.travel(now + timedelta(minutes=30 * half_hours)):
            assert is_in(client), half_hours
    with time_machine.travel(now + timedelta(hours=12, minutes=1)):
        assert not is_in(client)
        assert is_in(sign_in(analyst, client))


def test_signing_out_tells_the_browser_to_forget(analyst):
    client = sign_in(analyst)
    answer = client.post("/account/sign-out/")
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert not is_in(client)


def test_signing_in_gives_the_session_a_new_key(analyst):
    client = Client()
    client.get(SIGN_IN)
    session = client.session
    session["anything"] = 1
    session.save()
    client.cookies["session"] = before = session.session_key
    sign_in(analyst, client)
    assert is_in(client)
    assert client.session.session_key != before


def test_ones_sessions_are_listed_and_the_others_end_in_one_step(analyst):
    here, there = sign_in(analyst), sign_in(analyst)
    assert here.get("/account/sessions/").content.count(b"since") == 2
    here.post("/account/sessions/")
    assert is_in(here)
    assert not is_in(there)


def test_a_session_opened_with_one_click_in_the_demonstration_is_listed_too():
    factories.alder_vale(is_demo=True)
    client = Client()
    client.post("/account/sign-in/as/coordinator/")
    assert client.get("/account/sessions/").content.count(b"since") == 1


def test_who_set_up_an_app_is_asked_for_its_code(analyst):
    secret = set_up_app(sign_in(analyst))
    client = sign_in(analyst)
    assert not is_in(client)
    client.post("/account/second-factor/ask/", {"code": "000000"})
    assert not is_in(client)
    later = timezone.now() + timedelta(minutes=1)
    with time_machine.travel(later):
        client.post("/account/second-factor/ask/", {"code": code_of(secret)})
        assert is_in(client)


def test_a_recovery_code_works_once(analyst):
    set_up_app(sign_in(analyst))
    code = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    first, second = sign_in(analyst), sign_in(analyst)
    for client in (first, second):
        client.post("/account/second-factor/ask/", {"code": code})
    assert is_in(first)
    assert not is_in(second)


def test_the_secret_of_a_second_factor_is_not_kept_in_the_open(analyst):
    secret = set_up_app(sign_in(analyst))
    kept = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in kept
    assert SealedSecretsAdapter().decrypt(kept) == secret


def test_a_sealed_secret_opens_after_the_key_was_changed():
    sealed = SealedSecretsAdapter().encrypt("JBSWY3DP")
    with override_settings(SECRET_KEY="another" * 8, SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        assert SealedSecretsAdapter().decrypt(sealed) == "JBSWY3DP"


def test_a_required_second_factor_leads_everybody_without_one_to_set_it_up(viewer, analyst):
    client = sign_in(analyst)
    require_second_factor(viewer, is_required=True)
    for address in ("/", "/papers/", "/plans/"):
        assert client.get(address)["Location"] == "/account/second-factor/"
    page = client.get("/account/second-factor/")
    assert page.status_code == 200
    assert "asks everybody for a second factor" in page.content.decode()
    set_up_app(client)
    assert is_in(client)


def test_the_public_and_the_demonstration_are_not_led_to_a_second_factor():
    viewer = factories.alder_vale(is_demo=True)
    require_second_factor(viewer, is_required=True)
    client = Client()
    assert client.get("/").status_code == 200
    client.post("/account/sign-in/as/analyst/")
    assert is_in(client)


def test_a_second_factor_is_set_up_only_after_the_password_once_more(analyst):
    client = sign_in(analyst)
    for address in ("app/", "keys/add/", "codes/new/"):
        asked = client.get(f"/account/second-factor/{address}")
        assert asked["Location"].startswith("/account/sign-in/again/"), address
    show_it_is_you(client)
    assert client.get("/account/second-factor/app/").status_code == 200
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        assert client.get("/account/second-factor/app/").status_code == 302


def test_only_the_page_with_the_picture_code_allows_pictures_inside_it(analyst):
    client = sign_in(analyst)
    show_it_is_you(client)
    with_picture = client.get("/account/second-factor/app/")
    assert "img-src 'self' data:" in with_picture["Content-Security-Policy"]
    assert b"data:image/svg+xml" in with_picture.content
    without = client.get("/account/second-factor/")
    assert "img-src" not in without["Content-Security-Policy"]


def test_people_of_the_demonstration_cannot_lock_each_other_out():
    factories.alder_vale(is_demo=True)
    client = Client()
    client.post("/account/sign-in/as/coordinator/")
    for address in ("", "app/", "keys/", "keys/add/", "codes/new/"):
        assert client.get(f"/account/second-factor/{address}").status_code == 404, address


def test_a_closed_account_does_not_get_in(analyst):
    analyst.is_active = False
    analyst.save()
    client = sign_in(analyst)
    assert not is_in(client)


def test_without_mail_there_is_no_page_for_a_lost_password(analyst):
    assert Client().get("/account/new-password/").status_code == 404
    assert b"/account/new-password/" not in Client().get(SIGN_IN).content


@override_settings(MAIL_IS_CONFIGURED=True)
def test_with_mail_a_lost_password_is_replaced_by_a_link_that_works_once(analyst):
    client = Client()
    assert b"/account/new-password/" in client.get(SIGN_IN).content
    client.post("/account/new-password/", {"email": analyst.email})
    (message,) = mail.outbox
    assert message.to == [analyst.email]
    link = re.search(r"http://testserver(/account/new-password/link/\S+)", message.body)[1]
    new = "four green walking sticks"
    page = client.get(link, follow=True)
    where = page.redirect_chain[-1][0]
    client.post(where, {"password1": new, "password2": new})
    assert is_in(sign_in(analyst, password=new))
    assert not is_in(sign_in(analyst))
    assert "no longer works" in Client().get(link, follow=True).content.decode()


@override_settings(MAIL_IS_CONFIGURED=True)
def test_an_unknown_address_gets_the_same_page_and_no_link(analyst):
    answer = Client().post("/account/new-password/", {"email": "nobody@alder.example"}, follow=True)
    assert "If the address has an account here" in answer.content.decode()
    assert not [message for message in mail.outbox if "/new-password/link/" in message.body]


@pytest.mark.parametrize("password", ["short", "fourteen chars", PASSWORD])
def test_a_new_password_follows_the_rule_of_fifteen_characters(analyst, password):
    client = sign_in(analyst)
    sent = {"oldpassword": PASSWORD, "password1": password, "password2": password}
    client.post("/account/password/", sent)
    analyst.refresh_from_db()
    assert analyst.check_password(password) == (len(password) >= 15)
