"""Questions stand beside the box, on the page and in the answer of each save; they never stop a save."""

import pytest
from django.urls import reverse

from jointaction.domain.access import Role
from tests.changes.returns import rounds
from tests.web.people import page_words, signed_in
from tests.web.returns.forms import sent

pytestmark = pytest.mark.django_db
WORDS = "Van theft rose 2% (three more thefts, bringing the total to 23). PC Quill told the meeting."


def test_a_save_answers_with_what_is_worth_a_look(return_id):
    viewer, browser = rounds.police(), signed_in(Role.AGENCY_LEAD)
    box = rounds.lines(viewer, return_id)[0].box
    address = reverse("save_answer", args=[return_id, box.objective_id, box.area_id or 0])
    answer = browser.post(address, sent(browser.get(reverse("return", args=[return_id])), text=WORDS))
    assert answer.status_code == 200
    prompts = answer.json()["prompts"]
    assert "From 20 to 23 is +15.0%, not +2%." in prompts
    assert "Names a person." in prompts
    assert rounds.lines(viewer, return_id)[0].words.text == WORDS


def test_without_javascript_they_stand_on_the_page_after_a_save(return_id):
    browser = signed_in(Role.AGENCY_LEAD)
    address = reverse("return", args=[return_id])
    assert "Worth a look" not in page_words(browser.get(address))
    browser.post(address, {**sent(browser.get(address), text=WORDS), "do": "save"})
    assert "Worth a look before you hand it in" in page_words(browser.get(address))
