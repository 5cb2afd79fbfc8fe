"""Status schemes in the browser: designed, given to a plan, and set on an objective."""

import pytest

from jointaction.changes.plan_schemes import use_scheme
from jointaction.changes.schemes import make_scheme
from jointaction.changes.statuses import set_status
from jointaction.domain.access import Role
from jointaction.domain.catalogue.status_schemes import PLAIN
from jointaction.domain.life import PlanState
from jointaction.store.models import Plan, StatusScheme, StatusSet
from tests import factories
from tests.web.people import hidden, page_words, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser():
    factories.alder_vale()
    return signed_in()


@pytest.fixture
def plan_id(browser):
    return factories.accepted_plan(factories.member(Role.COORDINATOR))


def sent(*statuses, **more):
    data = {"name": "Ours"}
    for number, (word, shape) in enumerate(statuses, 1):
        data |= {
            f"key-{number}": "",
            f"word-{number}": word,
            f"shape-{number}": shape,
            f"colour-{number}": "green",
            f"rank-{number}": str(number),
            f"definition-{number}": f"What {word} means.",
        }
    return data | more


TWO = (("Fine", "circle"), ("Not fine", "square"))


def test_the_designer_begins_with_plain_words_and_shows_them_beneath(browser):
    words = page_words(browser.get("/statuses/new/"))
    assert "Status 1: Complete" in words
    assert "How it looks" in words


def test_steps_show_the_statuses_anew_and_keep_nothing(browser):
    response = browser.post("/statuses/new/", sent(*TWO, do="up-2"))
    assert "Status 1: Not fine" in page_words(response)
    assert not StatusScheme.objects.exists()


def test_a_designed_scheme_is_saved_shown_and_changed(browser):
    assert browser.post("/statuses/new/", sent(*TWO, do="save")).url == "/statuses/"
    scheme_id = StatusScheme.objects.get().pk
    assert "What Not fine means." in page_words(browser.get(f"/statuses/{scheme_id}/"))
    page = browser.get(f"/statuses/{scheme_id}/change/")
    again = sent(*TWO[:1], do="save", version=hidden(page, "version"))
    assert browser.post(f"/statuses/{scheme_id}/change/", again).status_code == 302
    theirs = sent(("Late", "square"), do="save", version=hidden(page, "version")) | {"name": "Mine"}
    overtaken = browser.post(f"/statuses/{scheme_id}/change/", theirs)
    assert overtaken.status_code == 409
    assert "Name of the scheme Saved now Ours Yours Mine" in page_words(overtaken)
    assert "Statuses Saved now Word: Fine" in page_words(overtaken)
    assert "Yours Word: Late" in page_words(overtaken)
    assert browser.post(f"/statuses/{scheme_id}/change/", again).status_code == 409
    assert browser.post(f"/statuses/{scheme_id}/delete/", {"version": "2"}).url == "/statuses/"


def test_two_statuses_of_one_shape_are_refused_at_the_second(browser):
    response = browser.post("/statuses/new/", sent(TWO[0], ("Bad", "circle"), do="save"))
    assert response.status_code == 422
    assert 'href="#id_shape-2"' in response.content.decode()


def test_a_scheme_that_comes_along_cannot_be_changed(browser):
    assert browser.get("/statuses/7654/change/").status_code == 404
    assert browser.get("/statuses/lost/").status_code == 404


def test_a_plan_is_given_a_scheme_and_old_statuses_are_asked_about(browser, plan_id):
    page = browser.get(f"/statuses/plans/{plan_id}/?scheme=plain")
    assert "no status scheme yet" in page_words(page)
    assert "no column for statuses" in page_words(page)
    used = {"scheme": "plain", "version": hidden(page, "version")}
    assert browser.post(f"/statuses/plans/{plan_id}/", used).url == f"/plans/{plan_id}/"
    objective_id = factories.objective_of(plan_id)
    set_status(factories.member(Role.COORDINATOR), objective_id, period="2031-32 Q4", status="at-risk")
    page = browser.get(f"/statuses/plans/{plan_id}/?scheme=delay")
    assert "“At risk”, set 1 time, becomes" in page_words(page)
    used = {"scheme": "delay", "version": hidden(page, "version")}
    assert browser.post(f"/statuses/plans/{plan_id}/", used).status_code == 422
    assert browser.post(f"/statuses/plans/{plan_id}/", used | {"becomes-0": "late"}).status_code == 302
    assert StatusSet.objects.get().status == "late"


def test_a_scheme_in_use_says_why_it_stays(browser, plan_id):
    viewer = factories.member(Role.COORDINATOR)
    scheme_id = make_scheme(viewer, name="Ours", statuses=PLAIN.statuses)
    use_scheme(viewer, plan_id=plan_id, key=str(scheme_id), version=1)
    refused = browser.post(f"/statuses/{scheme_id}/delete/", {"version": "1"}, follow=True)
    assert "has this scheme" in page_words(refused)


def test_a_status_is_set_on_an_objective_and_stands_on_its_page(browser, plan_id):
    use_scheme(factories.member(Role.COORDINATOR), plan_id=plan_id, key="plain", version=1)
    objective_id = factories.objective_of(plan_id)
    address = f"/statuses/objectives/{objective_id}/"
    assert f'href="{address}"' in browser.get(f"/plans/{plan_id}/objectives/{objective_id}/").content.decode()
    said = {"period": "2031-32 Q4", "area": "", "status": "off-track", "reason": "No locks"}
    assert browser.post(address, said | {"status": ""}).status_code == 422
    assert browser.post(address, said).url == f"/plans/{plan_id}/objectives/{objective_id}/"
    browser.post(address, said | {"status": "on-track", "reason": ""})
    words = page_words(browser.get(f"/plans/{plan_id}/objectives/{objective_id}/"))
    assert "Status: On track (2031-32 Q4)" in words
    assert "No locks" in words
    assert "(replaced)" in words


def test_a_closed_plan_or_one_without_a_scheme_offers_no_form(browser, plan_id):
    address = f"/statuses/objectives/{factories.objective_of(plan_id)}/"
    assert "no status scheme yet" in page_words(browser.get(address))
    Plan.objects.update(state=PlanState.CLOSED.value)
    assert "The plan is closed" in page_words(browser.get(address))
    assert "The plan is closed" in page_words(browser.get(f"/statuses/plans/{plan_id}/"))
    assert "The plan is closed" in page_words(browser.get(f"/layouts/plans/{plan_id}/"))


def test_others_read_schemes_and_find_no_button(browser):
    reader = signed_in(Role.COUNCILLOR)
    assert "Design a scheme" not in page_words(reader.get("/statuses/"))
    assert reader.get("/statuses/risk/").status_code == 200
    assert reader.get("/statuses/new/").status_code == 403
