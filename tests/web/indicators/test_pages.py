"""Indicators in the browser, and their meaning on an objective's page."""

import pytest

from jointaction.domain.access import Role
from jointaction.store.models import Indicator
from tests import factories
from tests.web.people import hidden, page_words, signed_in

pytestmark = pytest.mark.django_db
SAID = {"code": "LI 3", "title": "Sheds with a lock", "scheme": "Safer Alder", "definition": "In May."}


@pytest.fixture
def browser():
    factories.alder_vale()
    return signed_in()


def test_an_indicator_is_added_changed_and_taken_out(browser):
    assert browser.post("/indicators/new/", SAID).url == "/indicators/"
    kept = Indicator.objects.get()
    page = browser.get(f"/indicators/{kept.pk}/")
    ended = {"ended_on_day": "31", "ended_on_month": "3", "ended_on_year": "2031"}
    again = SAID | ended | {"version": hidden(page, "version")}
    assert browser.post(f"/indicators/{kept.pk}/", again).url == "/indicators/"
    assert "Ended 31 March 2031" in page_words(browser.get("/indicators/"))
    overtaken = browser.post(
        f"/indicators/{kept.pk}/", again | {"title": "Locked sheds", "ended_on_day": "30"}
    )
    assert overtaken.status_code == 409
    assert "Title Saved now Sheds with a lock Yours Locked sheds" in page_words(overtaken)
    assert "Saved now 31 March 2031 Yours 30 March 2031" in page_words(overtaken)
    assert "Code Saved now" not in page_words(overtaken)
    assert browser.post(f"/indicators/{kept.pk}/take-out/", {"version": "2"}).url == "/indicators/"
    assert not Indicator.objects.exists()


def test_a_taken_code_is_refused_at_its_field_and_the_words_stay(browser):
    browser.post("/indicators/new/", SAID)
    response = browser.post("/indicators/new/", SAID | {"code": "li 3", "title": "Other"})
    assert response.status_code == 422
    assert 'value="Other"' in response.content.decode()


def test_an_objective_says_what_its_indicators_count(browser):
    plan_id = factories.accepted_plan(factories.member(Role.COORDINATOR))
    browser.post("/indicators/new/", SAID)
    words = page_words(browser.get(f"/plans/{plan_id}/objectives/{factories.objective_of(plan_id)}/"))
    assert "NI 16 : Serious acquisitive crime" in words.replace("NI 16:", "NI 16 :")
    assert "Sheds with a lock" in words


def test_others_read_indicators_and_find_no_button(browser):
    words = page_words(signed_in(Role.COUNCILLOR).get("/indicators/"))
    assert "Fires, deaths and injuries" in words
    assert "Add an indicator" not in words
