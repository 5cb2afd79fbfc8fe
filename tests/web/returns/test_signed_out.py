"""Words typed in a return outlast the session they were typed in."""

import pytest
from django.test import Client
from django.urls import reverse

from jointaction.domain.access import Role
from jointaction.store.models import Answer
from tests.changes.returns import rounds
from tests.web.people import page_words, signed_in
from tests.web.returns.forms import sent

pytestmark = pytest.mark.django_db
TYPED = "Typed before the session ended"
OURS, ELSEWHERE = {"Origin": "http://testserver"}, {"Origin": "https://evil.example"}


@pytest.fixture
def form(return_id):
    page = signed_in(Role.AGENCY_LEAD).get(reverse("return", args=[return_id]))
    return {**sent(page, text=TYPED), "do": "save"}


def test_somebody_signed_out_meanwhile_copies_their_words_and_signs_in_again(return_id, form):
    address = reverse("return", args=[return_id])
    page = Client().post(address, form)
    assert page.status_code == 403
    said = page_words(page)
    assert "You are not signed in any more" in said
    assert f"You wrote {TYPED}" in said
    assert f"{reverse('account_login')}?next={address}" in page.content.decode()
    assert not Answer.objects.exists()


def test_a_box_that_saves_itself_hears_that_nobody_is_signed_in(return_id, form):
    box = rounds.lines(rounds.police(), return_id)[0].box
    where = reverse("save_answer", args=[return_id, box.objective_id, box.area_id or 0])
    assert Client().post(where, form).status_code == 403


def test_somebody_signed_out_who_brings_no_words_is_asked_to_sign_in(return_id):
    answer = Client().post(reverse("return", args=[return_id]), {"do": "save"})
    assert answer["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize(("came_from", "is_shown"), [(OURS, True), (ELSEWHERE, False), ({}, False)])
def test_a_form_older_than_the_sign_in_shows_its_words_where_they_came_from_our_page(
    return_id, form, came_from, is_shown
):
    browser = signed_in(Role.AGENCY_LEAD, enforce_csrf_checks=True)
    page = browser.post(reverse("return", args=[return_id]), form, headers=came_from)
    assert page.status_code == 403
    said = page_words(page)
    assert "This form was not taken" in said
    assert (f"You wrote {TYPED}" in said) is is_shown
    assert not Answer.objects.exists()
