"""The page on which a coordinator rolls a plan over."""

import pytest
from django.urls import reverse

from jointaction.domain.access import Role
from jointaction.store.models import Objective, Plan
from tests import factories
from tests.web.people import links, page_words, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(plan_id):
    return signed_in()


def sent(browser, plan_id, **typed):
    form = browser.get(reverse("rollover", args=[plan_id])).context["form"]
    filled = {field.name: field.value() or "" for field in form}
    named = {
        f"{name}_{factories.objective_of(plan_id, ref)}": words
        for (name, ref), words in typed.pop("told", {}).items()
    }
    return filled | named | typed


def test_a_plan_is_rolled_over_and_the_draft_prompts_what_to_look_at(browser, plan_id):
    address = reverse("rollover", args=[plan_id])
    told = {
        ("ending", "1.2"): "merged with another",
        ("into", "1.2"): "1.1",
        ("ending", "2.1"): "closed",
        ("reason", "2.1"): "The path is lit now",
    }
    shown = browser.post(address, sent(browser, plan_id, told=told), follow=True)
    later = Plan.objects.get(year_first=2032)
    assert shown.redirect_chain[-1][0] == reverse("plan_life", args=[later.pk])
    assert "The target is still that of the year before." in page_words(shown), page_words(shown)[300:2500]
    assert Objective.objects.filter(theme__plan=later).count() == 1
    again = browser.get(address)
    assert "This plan was rolled over already." in page_words(again)
    assert reverse("plan", args=[later.pk]) in links(again)


def test_what_is_wrong_is_told_at_its_objective_and_everything_typed_stays(browser, plan_id):
    told = {
        ("ending", "1.1"): "closed",
        ("ending", "1.2"): "merged with another",
        ("into", "1.2"): "9.9 nowhere",
        ("parts", "2.1"): "Half a thought",
    }
    answer = browser.post(reverse("rollover", args=[plan_id]), sent(browser, plan_id, told=told))
    assert answer.status_code == 422
    words = page_words(answer)
    assert "1.1: write why this objective is closed." in words
    assert "1.2: say which other objective of this plan it is merged with." in words
    assert "Half a thought" in answer.content.decode()
    assert Plan.objects.count() == 1


def test_a_reference_that_several_have_is_not_taken_for_the_first_of_them(browser, plan_id):
    told = {("ending", "2.1"): "merged with another", ("into", "2.1"): "1.1"}
    typed = sent(browser, plan_id, told=told)
    second = Objective.objects.get(pk=factories.objective_of(plan_id, "1.2"))
    Objective.objects.filter(pk=second.pk).update(ref="1.1")
    address = reverse("rollover", args=[plan_id])
    refused = browser.post(address, typed)
    assert refused.status_code == 422
    assert "Where several have this reference, choose it from the list." in page_words(refused)
    offered = next(name for name in refused.context["form"].names if second.text[:20] in name)
    into = next(name for name in typed if name.startswith("into_") and typed[name] == "1.1")
    assert browser.post(address, typed | {into: offered}).status_code == 302


def test_somebody_elses_change_meanwhile_keeps_what_was_typed(browser, plan_id):
    typed = sent(browser, plan_id, title="Safer Yards", version="99")
    answer = browser.post(reverse("rollover", args=[plan_id]), typed)
    assert answer.status_code == 409
    assert "Safer Yards" in answer.content.decode()


def test_only_a_coordinator_may(plan_id):
    assert signed_in(Role.ANALYST).get(reverse("rollover", args=[plan_id])).status_code == 403


def test_the_number_of_queries_does_not_grow_with_rows(
    viewer, browser, django_assert_max_num_queries, django_assert_num_queries
):
    small = factories.accepted_plan(viewer, factories.in_year(factories.large_draft(1), "2033-34"))
    large = factories.accepted_plan(viewer, factories.in_year(factories.large_draft(20), "2034-35"))
    browser.get(reverse("rollover", args=[small]))
    with django_assert_max_num_queries(40) as asked:
        browser.get(reverse("rollover", args=[small]))
    with django_assert_num_queries(len(asked.captured_queries)):
        browser.get(reverse("rollover", args=[large]))
