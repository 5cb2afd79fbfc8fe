"""The pages of stated figures, their file, their charts on an objective's page, and the careful words."""

import pytest
from django.test import Client
from django.urls import reverse

from jointaction.changes.figures import keep_figures
from jointaction.domain.drafts import DocumentDraft, UpdateDraft
from jointaction.queries.prompts import careful_words
from tests import factories
from tests.domain.drafts import a_plan, a_row
from tests.web.people import page_words, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan_id(viewer):
    updates = (
        UpdateDraft("14 mediation meetings.", "2031-32 Q3"),
        UpdateDraft("20 mediation meetings. PC Quill led them.", "2031-32 Q4"),
    )
    plan_id = factories.accepted_plan(viewer, DocumentDraft((a_plan(a_row("r1", updates=updates)),)))
    keep_figures(plan_id)
    return plan_id


def test_figures_are_listed_and_found(plan_id):
    browser = signed_in()
    assert "2 figures" in page_words(browser.get(reverse("figures")))
    assert "No update states such a figure" in page_words(browser.get(reverse("figures"), {"words": "boats"}))


def test_the_file_has_a_row_a_figure(plan_id):
    sheet = signed_in().get(reverse("figures_csv"), {"words": "mediation"}).content.decode("utf-8-sig")
    head, *rows = sheet.splitlines()
    assert head.startswith("Plan year,Reference,Objective,Period")
    assert [row.split(",")[7] for row in rows] == ["14", "20"]


def test_an_objective_shows_its_figures_over_time_and_what_is_worth_asking(plan_id):
    address = reverse("objective", args=[plan_id, factories.objective_of(plan_id, "r1.1")])
    words = page_words(signed_in().get(address))
    assert "Figures over time" in words
    assert "Names a person." in words


def test_the_public_sees_neither_charts_nor_questions(viewer):
    row = a_row("r1", updates=(UpdateDraft("PC Quill held 14 meetings.", "2031-32 Q3"),))
    plan_id = factories.accepted_plan(viewer, DocumentDraft((a_plan(row),)), is_public=True)
    keep_figures(plan_id)
    address = reverse("objective", args=[plan_id, factories.objective_of(plan_id, "r1.1")])
    words = page_words(Client().get(address))
    assert "14 meetings" in words
    assert "Worth asking" not in words


def test_careful_words_are_kept_and_a_stale_list_is_a_conflict(viewer):
    browser, address = signed_in(), reverse("careful_words")
    version = browser.get(address).context["form"]["version"].value()
    typed = {"version": version, "people": "Ada Fenn", "premises": "", "sensitive": ""}
    assert browser.post(address, typed).status_code == 302
    assert careful_words(viewer).people == ("Ada Fenn",)
    late = browser.post(address, typed | {"people": "Bea Marsh"})
    assert late.status_code == 409
    assert "Ada Fenn" in page_words(late)
    assert "Bea Marsh" in page_words(late)


def test_a_word_too_long_is_told_of_and_stays(viewer):
    browser, address = signed_in(), reverse("careful_words")
    version = browser.get(address).context["form"]["version"].value()
    answer = browser.post(address, {"version": version, "people": "a" * 130})
    assert answer.status_code == 422
    assert "longer than 120 letters" in page_words(answer)
