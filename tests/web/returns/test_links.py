"""A link opens one return without a password, and nothing else."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jointaction.changes.returns.links import make_link, replace_links, revoke_links
from jointaction.changes.returns.steps import submit_return
from jointaction.domain.access import Role
from jointaction.store.models import Answer, AuditEntry, Contact, OutgoingMail, Return, ReturnLink, Round
from tests import factories
from tests.changes.returns import rounds
from tests.web.people import page_words, signed_in
from tests.web.returns.forms import sent

pytestmark = pytest.mark.django_db
CONTACT = "ben@police.example"


@pytest.fixture
def token(coordinator, return_id):
    return make_link(coordinator, return_id=return_id, sent_to=CONTACT).token


def come_in(token, browser=None):
    browser = browser or Client()
    browser.post(reverse("return_link", args=[token]))
    return browser


def expire(token):
    ReturnLink.objects.update(
        made_at=timezone.now() - timedelta(days=9), expires_at=timezone.now() - timedelta(minutes=1)
    )


def test_looking_at_a_link_opens_nothing_pressing_the_button_does(return_id, token):
    browser, address = Client(), reverse("return", args=[return_id])
    page = browser.get(reverse("return_link", args=[token]))
    assert "Open the return" in page_words(page)
    assert page["Referrer-Policy"] == "strict-origin"
    assert browser.get(address).status_code == 302
    assert not ReturnLink.objects.get().times_used
    come_in(token, browser)
    assert browser.get(address).status_code == 200
    assert ReturnLink.objects.get().times_used == 1
    assert AuditEntry.objects.filter(action="use link").count() == 1


def test_the_holder_writes_and_hands_in_and_the_receipt_goes_to_the_kept_address(return_id, token):
    browser = come_in(token)
    address = reverse("return", args=[return_id])
    form = sent(browser.get(address), text="Four fairs held")
    done = browser.post(address, {**form, "do": "submit anyway"}, follow=True)
    assert "Handed in" in page_words(done)
    answer = Answer.objects.get()
    assert (answer.text, answer.saved_by) == ("Four fairs held", "Alder Constabulary (by link)")
    assert OutgoingMail.objects.get().to_email == CONTACT


def test_the_holder_sees_no_other_return_plan_or_page(coordinator, return_id, token):
    of_round = Round.objects.get()
    council = rounds.return_of(of_round.pk, "Alder Vale District Council")
    browser = come_in(token)
    assert browser.get(reverse("return", args=[council])).status_code == 404
    plan_id = of_round.plan_id
    factories.publish(plan_id)
    assert browser.get(reverse("plan", args=[plan_id])).status_code == 404
    assert browser.get(reverse("rounds", args=[plan_id])).status_code == 302


def test_a_link_that_is_over_saves_nothing_and_shows_what_was_typed(return_id, token):
    browser = come_in(token)
    address = reverse("return", args=[return_id])
    form = sent(browser.get(address), text="Typed in the last minute")
    expire(token)
    page = browser.post(address, {**form, "do": "save"})
    assert page.status_code == 403
    assert "Typed in the last minute" in page_words(page)
    assert not Answer.objects.exists()


def test_a_link_taken_back_opens_nothing_at_once(coordinator, return_id, token):
    browser = come_in(token)
    assert revoke_links(coordinator, return_id=return_id) == 1
    assert browser.get(reverse("return", args=[return_id])).status_code == 403
    assert browser.get(reverse("return_link", args=[token])).status_code == 404


def test_unknown_expired_and_revoked_links_answer_the_same(coordinator, return_id, token):
    def told(of):
        page = Client().get(reverse("return_link", args=[of]))
        return page.status_code, page_words(page)

    unknown = told("x" * 43)
    expire(token)
    assert told(token) == unknown
    revoke_links(coordinator, return_id=return_id)
    assert told(token) == unknown


def test_a_new_link_goes_only_to_the_kept_address_once_an_hour_and_the_answer_is_the_same(token):
    def asked(of):
        return page_words(Client().post(reverse("ask_for_return_link", args=[of])))

    assert asked(token) == asked("x" * 43) == asked(token)
    mail = OutgoingMail.objects.get()
    assert mail.to_email == CONTACT
    assert "{link}" in mail.body


def test_a_link_taken_back_or_a_return_handed_in_brings_no_new_one(coordinator, return_id, token):
    submit_return(rounds.police(), return_id=return_id)
    OutgoingMail.objects.all().delete()
    Client().post(reverse("ask_for_return_link", args=[token]))
    assert not OutgoingMail.objects.exists()


def test_somebody_signed_in_keeps_their_own_pages_beside_the_link(return_id, token):
    browser = signed_in(Role.ANALYST)
    assert browser.get(reverse("return", args=[return_id])).status_code == 403
    come_in(token, browser)
    assert browser.get(reverse("return", args=[return_id])).status_code == 200
    assert "Analyst of alder" in page_words(browser.get(reverse("home")))


def test_leaving_forgets_the_link(return_id, token):
    browser = come_in(token)
    browser.post(reverse("leave_return"))
    assert browser.get(reverse("return", args=[return_id])).status_code == 302


def test_a_coordinator_sees_a_fresh_link_once(return_id):
    browser = signed_in()
    grid = browser.post(reverse("return_step", args=[return_id, "link"]), follow=True)
    assert "/returns/link/" in grid.content.decode()
    assert "/returns/link/" not in browser.get(grid.request["PATH_INFO"]).content.decode()
    links = page_words(browser.get(reverse("return_links", args=[return_id])))
    assert "Shown to a coordinator" in links


def hand_in(browser, return_id):
    address = reverse("return", args=[return_id])
    browser.post(address, {**sent(browser.get(address), text="Four fairs"), "do": "submit anyway"})


def test_a_receipt_goes_to_the_link_it_was_handed_in_by_not_to_the_one_used_last(
    coordinator, return_id, token
):
    browser = come_in(token)
    come_in(make_link(coordinator, return_id=return_id, sent_to="bea@police.example").token)
    hand_in(browser, return_id)
    assert OutgoingMail.objects.get().to_email == CONTACT


def test_handed_in_by_a_link_given_by_hand_everybody_who_answers_gets_a_receipt(coordinator, return_id):
    police = Return.objects.get(pk=return_id).agency
    for name in ("ann", "bea"):
        Contact.objects.create(agency=police, name=name, email=f"{name}@police.example")
    hand_in(come_in(make_link(coordinator, return_id=return_id).token), return_id)
    receipts = OutgoingMail.objects.filter(subject="Your return has arrived")
    assert {mail.to_email for mail in receipts} == {"ann@police.example", "bea@police.example"}


def test_the_page_of_links_tells_which_one_a_later_one_replaced(coordinator, return_id, token):
    make_link(coordinator, return_id=return_id, sent_to=CONTACT.upper())
    replace_links(Return.objects.get(pk=return_id), CONTACT)
    said = page_words(signed_in().get(reverse("return_links", args=[return_id])))
    assert said.count("A later one was sent") == 1
    assert Client().get(reverse("return_link", args=[token])).status_code == 404
