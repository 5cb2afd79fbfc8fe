"""A question is settled on the page that asks it; a missing reason brings the page back."""

from dataclasses import replace

import pytest
from django.urls import reverse

from jointaction.domain.access import Role
from jointaction.domain.drafts import DocumentDraft, UpdateDraft
from jointaction.queries.prompts import objective_prompts
from jointaction.queries.questions import questions_page
from tests import factories
from tests.domain.drafts import a_plan, a_row
from tests.web.people import page_words, signed_in

pytestmark = pytest.mark.django_db
PASSAGE = "Four hundred and twelve homes were given locks and window alarms by the wardens this winter."


@pytest.fixture
def plan_id(viewer):
    rows = [
        replace(a_row(f"r{number}", objective), updates=(UpdateDraft(PASSAGE, "2031-32 Q4"),))
        for number, objective in enumerate(("Make homes secure", "Help those burgled before"), 1)
    ]
    return factories.accepted_plan(viewer, DocumentDraft((a_plan(*rows),)))


@pytest.fixture
def key(viewer, plan_id):
    return questions_page(viewer, plan_id).sections[0].questions[0].key


@pytest.mark.parametrize("from_plan", [True, False])
def test_settling_leads_back_to_the_page_that_asked(viewer, plan_id, key, from_plan):
    browser, page = signed_in(), {"plan": plan_id} if from_plan else {}
    back = reverse("plan_questions", args=[plan_id]) if from_plan else reverse("questions")
    settled = browser.post(reverse("settle_question", args=[key]), {"reason": "Works for both", **page})
    assert (settled.status_code, settled["Location"]) == (302, back)
    assert questions_page(viewer, plan_id).asked == 0
    assert browser.post(reverse("reopen_question", args=[key]), page)["Location"] == back
    assert questions_page(viewer, plan_id).asked == 1


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("  ", "Write in a few words why this needs no answer"),
        ("the wardens " * 30, "300 characters at most"),
    ],
)
def test_a_reason_that_will_not_do_is_told_at_its_question_and_kept(viewer, plan_id, key, reason, told):
    sent = {"reason": reason, "plan": plan_id}
    answer = signed_in().post(reverse("settle_question", args=[key]), sent)
    assert answer.status_code == 422
    assert page_words(answer).count(told) == 2  # at the top of the page and at its question
    assert f'href="#reason-{key[:12]}"' in answer.content.decode()
    assert f'value="{reason.strip()}' in answer.content.decode()
    assert questions_page(viewer, plan_id).asked == 1


def test_a_question_is_settled_on_the_objectives_own_page(viewer, plan_id):
    browser, objective_id = signed_in(), factories.objective_of(plan_id, "r1.1")
    address = reverse("objective", args=[plan_id, objective_id])
    (prompt,) = objective_prompts(viewer, plan_id, objective_id)
    form = f'action="{reverse("settle_question", args=[prompt.key])}"'
    assert form in browser.get(address).content.decode()
    assert form not in signed_in(Role.COUNCILLOR).get(address).content.decode()
    sent = {"reason": "Works for both", "plan": plan_id, "objective": objective_id}
    settled = browser.post(reverse("settle_question", args=[prompt.key]), sent)
    assert settled["Location"] == address
    assert "Worth asking" not in page_words(browser.get(address))
    assert "Works for both" in page_words(browser.get(reverse("plan_questions", args=[plan_id])))
