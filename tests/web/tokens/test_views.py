import re

import pytest

from jointaction.domain.access import Role
from jointaction.domain.tokens import Scope
from jointaction.store.models import Token
from tests import factories
from tests.api.caller import Caller, token_of
from tests.web.people import hidden, page_words, signed_in

pytestmark = pytest.mark.django_db
SECRET = re.compile(r"ja_[\w-]{43}")


def wish(browser, **changed):
    key = hidden(browser.get("/programs/"), "key")
    return {"name": "Nightly report", "scopes": ["plans"], "days": "30", "key": key, **changed}


def offered(browser):
    boxes = re.findall(r"<input[^>]*>", browser.get("/programs/").content.decode())
    return [re.search(r'value="(\w+)"', box)[1] for box in boxes if 'name="scopes"' in box]


def test_a_token_is_made_shown_once_and_opens_the_api():
    factories.alder_vale()
    browser = signed_in()
    response = browser.post("/programs/", wish(browser))
    (secret,) = SECRET.findall(response.content.decode())
    assert Caller(secret).get("/me").json()["scopes"] == ["plans"]
    assert response["Cache-Control"] == "no-store"
    listed = browser.get("/programs/").content.decode()
    assert not SECRET.search(listed)
    assert "Nightly report" in listed


def test_the_form_sent_twice_tells_so_instead_of_a_second_secret():
    factories.alder_vale()
    browser = signed_in()
    sent = wish(browser)
    browser.post("/programs/", sent)
    again = browser.post("/programs/", sent)
    assert not SECRET.search(again.content.decode())
    assert "sent twice" in page_words(again)
    assert Token.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"name": ""}, "Say what the token is for"),
        ({"scopes": []}, "Choose at least one thing it may do"),
        ({"days": "3650"}, "3650"),
        ({"scopes": ["imports"]}, "imports"),
    ],
)
def test_a_form_filled_in_badly_makes_no_token_and_says_why(changed, sentence):
    factories.alder_vale()
    browser = signed_in(Role.COUNCILLOR)
    response = browser.post("/programs/", wish(browser, **changed))
    assert response.status_code == 422
    assert sentence in page_words(response)
    assert not Token.objects.exists()


def test_each_person_is_offered_the_scopes_they_hold():
    factories.alder_vale()
    asked = (Role.COORDINATOR, Role.COUNCILLOR, Role.ADMINISTRATOR)
    assert {role: offered(signed_in(role)) for role in asked} == {
        Role.COORDINATOR: [scope.value for scope in Scope],
        Role.COUNCILLOR: ["plans"],
        Role.ADMINISTRATOR: ["partners"],
    }


def test_one_click_ends_a_token():
    viewer = factories.alder_vale()
    secret = token_of(viewer)
    browser = signed_in()
    (address,) = re.findall(r'action="(/programs/\d+/end/)"', browser.get("/programs/").content.decode())
    assert browser.post(address).status_code == 302
    assert Caller(secret).get("/me").status_code == 401
    assert browser.post(address).status_code == 404


def test_a_coordinator_sees_whose_the_other_tokens_are():
    factories.alder_vale()
    token_of(factories.member(Role.ANALYST))
    assert "Analyst of alder" in page_words(signed_in().get("/programs/"))
    assert "Analyst of alder, begins" not in page_words(signed_in(Role.COUNCILLOR).get("/programs/"))
