"""Outgoing mail, the chase list, messages about returns, and an agency's contacts."""

import csv
import io
import re
import zipfile
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from jointaction.changes.chasing.due import post_due_messages
from jointaction.domain.access import Role
from jointaction.store.models import AuditEntry, ChaseStep, Contact, OutgoingMail, Return, ReturnLink, Round
from tests import factories
from tests.returns_factories import MORNING, a_contact, a_round, agency, return_of
from tests.web.people import links, page_words, signed_in

pytestmark = pytest.mark.django_db
CSV_SHEET = "/outgoing-mail/chasing/sheet.csv"
WORDS = {"is_on": "yes", "days": "10", "side": "before", "subject": "Soon", "body": "{agency}: {link}"}


@pytest.fixture
def opened(viewer):
    opened = a_round(viewer, factories.accepted_plan(viewer))
    a_contact(agency(viewer), "ann.reed@police.example")
    return opened


def test_the_outbox_tells_to_whom_what_and_how_it_stands_but_no_link(opened, settings):
    post_due_messages(MORNING)
    browser = signed_in()
    words = page_words(browser.get(reverse("outbox")))
    assert "Ann Reed" in words
    assert "Would have been sent" in words
    settings.MAIL_IS_CONFIGURED = True
    assert "Waiting" in page_words(browser.get(reverse("outbox")))
    mail = OutgoingMail.objects.get(to_email="ann.reed@police.example")
    message = page_words(browser.get(reverse("outgoing_message", args=[mail.pk])))
    assert "here the letter has a link of its own" in message
    assert "{link}" not in message


def test_a_message_that_failed_says_why_and_can_be_tried_again(opened):
    post_due_messages(MORNING)
    mail = OutgoingMail.objects.get(to_email="ann.reed@police.example")
    failed = {"attempts": 1, "next_attempt_at": None, "failure": "No such mailbox"}
    OutgoingMail.objects.filter(pk=mail.pk).update(**failed)
    browser = signed_in()
    assert "No such mailbox" in page_words(browser.get(reverse("outbox")))
    browser.post(reverse("send_again", args=[mail.pk]))
    assert OutgoingMail.objects.get(pk=mail.pk).next_attempt_at <= timezone.now()


@pytest.mark.parametrize("page", ["outbox", "chasing"])
def test_the_number_of_queries_does_not_grow(viewer, opened, page, django_assert_num_queries):
    browser = signed_in()
    browser.get(reverse(page))
    with CaptureQueriesContext(connection) as one:
        browser.get(reverse(page))
    for number in range(20):
        OutgoingMail.objects.create(
            partnership_id=viewer.partnership_id,
            key=f"x{number}",
            to_name="Ann",
            to_email="a@b.example",
            subject="Due",
            body="Due",
            made_at=MORNING,
        )
        Return.objects.create(round=opened, agency=_another(viewer, number), state="due")
    with django_assert_num_queries(len(one)):
        browser.get(reverse(page))


def _another(viewer, number):
    found, _ = agency(viewer).__class__.objects.get_or_create(
        partnership_id=viewer.partnership_id, name=f"Agency {number}"
    )
    return found


def test_the_chase_list_names_whom_to_ask_and_goes_into_a_sheet_without_formulas(viewer, opened):
    Contact.objects.update(name="=cmd()")
    Return.objects.update(extended_to=timezone.localdate())
    opened.opens_on = timezone.localdate()
    opened.save()
    browser = signed_in()
    assert "ann.reed@police.example" in page_words(browser.get(reverse("chasing")))
    answer = browser.get(reverse("chase_sheet", args=["csv"]))
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0][:2] == ["Name", "E-mail"]
    assert rows[1][:2] == ["'=cmd()", "ann.reed@police.example"]
    assert browser.get(reverse("chase_sheet", args=["xlsx"])).content.startswith(b"PK")
    assert browser.get(reverse("chase_sheet", args=["pdf"])).status_code == 404


def test_a_nudge_leads_back_to_where_its_button_stood(opened):
    browser, address = signed_in(), reverse("nudge_return", args=[return_of(opened).pk])
    back = browser.post(address, headers={"referer": "http://testserver/calendar/?x=1"})
    assert back["Location"] == "/calendar/?x=1"
    assert browser.post(address, headers={"referer": "http://elsewhere.example/x"})["Location"] == reverse(
        "outbox"
    )
    assert OutgoingMail.objects.filter(key__contains="nudge").count() == 1


def test_a_message_is_seen_filled_in_before_it_is_saved(viewer):
    browser, address = signed_in(), reverse("chase_message", args=["lead-before-14"])
    seen = browser.post(address, {**WORDS, "version": "1", "preview": "1"})
    assert "Yarrowdale Fire and Rescue: https://" in page_words(seen)
    assert not ChaseStep.objects.exists()
    assert browser.post(address, {**WORDS, "version": "1"}).status_code == 302
    assert ChaseStep.objects.get(days=-10).body == "{agency}: {link}"
    assert ChaseStep.objects.filter(partnership_id=viewer.partnership_id).count() == 6
    assert browser.get(address).status_code == 404


def test_a_message_somebody_else_saved_first_is_shown_beside_the_words_typed(viewer):
    browser, address = signed_in(), reverse("chase_message", args=["lead-before-14"])
    browser.post(address, {**WORDS, "days": "14", "body": "Theirs", "version": "1"})
    answer = browser.post(address, {**WORDS, "days": "14", "body": "Mine", "version": "1"})
    assert answer.status_code == 409
    assert {"Theirs", "Mine"} <= set(page_words(answer).split())
    assert ChaseStep.objects.get(days=-14).body == "Theirs"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"body": "{objective}"}, "is no field"),
        ({"days": "7"}, "on that day already"),
        ({"days": "soon"}, "whole number"),
        ({"subject": "{link}"}, "not into its subject"),
    ],
)
def test_what_is_wrong_with_a_message_is_told_and_nothing_is_saved(viewer, wrong, told):
    answer = signed_in().post(
        reverse("chase_message", args=["lead-before-14"]), {**WORDS, "version": "1", **wrong}
    )
    assert answer.status_code == 422
    assert told in page_words(answer)
    assert not ChaseStep.objects.filter(days=-10).exists()


def test_an_agency_lead_keeps_the_contacts_of_their_own_agency_only(viewer):
    own, other = agency(viewer), agency(viewer, "Library Service")
    browser = signed_in(Role.AGENCY_LEAD)
    form = {"name": "Cy Holt", "email": "cy@police.example", "part": "senior"}
    assert browser.post(reverse("contacts", args=[own.pk]), form).status_code == 302
    browser.post(reverse("contacts", args=[own.pk]), form)
    contact = Contact.objects.get()
    assert (contact.agency_id, contact.is_senior) == (own.pk, True)
    assert browser.post(reverse("contacts", args=[other.pk]), form).status_code == 403
    assert browser.get(reverse("contacts", args=[other.pk])).status_code == 200
    assert "Add somebody" not in page_words(browser.get(reverse("contacts", args=[other.pk])))


def test_a_contact_is_changed_over_the_version_that_was_seen_and_removed(viewer):
    contact = a_contact(agency(viewer), "ann@police.example")
    a_contact(agency(viewer), "bea@police.example")
    browser, address = signed_in(), reverse("contact", args=[contact.agency_id, contact.pk])
    form = {"name": "Ann Fox", "email": "ann@police.example", "part": "answers", "version": "1"}
    assert browser.post(address, form).status_code == 302
    assert browser.post(address, {**form, "name": "Ann Hay"}).status_code == 409
    taken = browser.post(address, {**form, "email": "bea@police.example", "version": "2"})
    assert (taken.status_code, "listed for the agency already" in page_words(taken)) == (422, True)
    assert Contact.objects.get(pk=contact.pk).name == "Ann Fox"
    browser.post(reverse("remove_contact", args=[contact.agency_id, contact.pk]))
    assert not Contact.objects.filter(pk=contact.pk).exists()


def test_an_agency_nobody_is_known_at_says_so(viewer):
    words = page_words(signed_in().get(reverse("contacts", args=[agency(viewer, "Library Service").pk])))
    assert "no message about its returns can go" in words
    words = page_words(signed_in().get(reverse("contacts", args=[agency(viewer).pk])))
    assert "Agency lead of alder" in words


def test_a_message_is_added_seen_goes_and_is_taken_out_again(viewer, opened):
    browser, series = signed_in(), reverse("chase_series")
    typed = {**WORDS, "audience": "senior", "body": "{agency} is slow: {link}"}
    seen = browser.post(reverse("new_chase_message"), {**typed, "preview": "1"})
    assert "Yarrowdale Fire and Rescue is slow" in page_words(seen)
    assert not ChaseStep.objects.exists()
    assert "10 days before it is due" in page_words(
        browser.post(reverse("new_chase_message"), typed, follow=True)
    )
    a_contact(agency(viewer), "chief@police.example", is_senior=True)
    post_due_messages(MORNING - timedelta(days=10))
    assert OutgoingMail.objects.get(to_email="chief@police.example").body.startswith(
        "Alder Constabulary is slow"
    )
    own = reverse("chase_message", args=["senior-before-10"])
    assert "Take this message out" in page_words(browser.get(own))
    browser.post(reverse("remove_chase_message", args=["senior-before-10"]), {"version": "1"})
    assert "10 days before" not in page_words(browser.get(series))
    assert browser.get(own).status_code == 404
    told = AuditEntry.objects.filter(thing="message about returns").values_list("action", flat=True)
    assert set(told) == {"add message", "remove message"}


def test_a_second_message_to_the_same_people_on_one_day_is_refused_with_the_words_kept(opened):
    typed = {**WORDS, "audience": "lead", "days": "14"}
    page = signed_in().post(reverse("new_chase_message"), typed)
    assert page.status_code == 422
    assert "There is a message to the people who answer on that day already" in page_words(page)
    assert not ChaseStep.objects.exists()


def test_a_chair_gets_no_link_in_a_message_that_is_added(opened):
    page = signed_in().post(reverse("new_chase_message"), {**WORDS, "audience": "chair"})
    assert page.status_code == 422
    assert "cannot answer for an agency" in page_words(page)


def test_a_message_that_was_there_from_the_start_is_left_out_not_taken_out(opened):
    browser = signed_in()
    page = page_words(browser.get(reverse("chase_message", args=["lead-before-14"])))
    assert "Take this message out" not in page
    again = reverse("remove_chase_message", args=["lead-before-14"])
    assert "can be left out, not taken out" in page_words(browser.post(again, {"version": "1"}, follow=True))
    assert "14 days before it is due" in page_words(browser.get(reverse("chase_series")))


def test_a_message_changed_meanwhile_is_not_taken_out(opened):
    browser = signed_in()
    browser.post(reverse("new_chase_message"), {**WORDS, "audience": "lead"})
    ChaseStep.objects.filter(is_added=True).update(version=2)
    gone = browser.post(reverse("remove_chase_message", args=["lead-before-10"]), {"version": "1"})
    assert gone.status_code == 409
    assert ChaseStep.objects.filter(is_added=True).exists()


def test_the_chase_list_names_the_chair_and_leads_to_where_a_contact_is_added(viewer, opened):
    Round.objects.update(opens_on=timezone.localdate())
    page = signed_in().get(reverse("chasing"))
    assert f"Chair: Group chair of alder, {factories.email(Role.GROUP_CHAIR)}" in page_words(page)
    nobody_at = agency(viewer, "Alder Vale District Council").pk
    assert reverse("contacts", args=[nobody_at]) in links(page)
    assert "Nobody is known: add a contact at Alder Vale District Council" in page_words(page)


def test_the_sheet_with_links_lets_each_person_answer_and_nobody_else_takes_it(viewer, opened):
    Round.objects.update(opens_on=timezone.localdate())
    a_contact(agency(viewer), "chief@police.example", is_senior=True)
    assert signed_in(Role.AGENCY_LEAD).post(reverse("chase_links")).status_code == 403
    assert not ReturnLink.objects.exists()
    sheet = signed_in().post(reverse("chase_links"))
    text = zipfile.ZipFile(io.BytesIO(sheet.content)).read("xl/sharedStrings.xml").decode()
    found = re.findall(r"http://testserver(/returns/link/[\w-]+/)", text)
    assert len(found) == len(set(found)) == ReturnLink.objects.count()
    assert set(ReturnLink.objects.values_list("sent_to", flat=True)) == {
        "ann.reed@police.example",
        "chief@police.example",
    }
    assert "Open the return" in page_words(Client().get(found[0]))
    assert AuditEntry.objects.filter(action="make link").count() == len(found)


def test_the_usual_sheet_holds_no_link(opened):
    Round.objects.update(opens_on=timezone.localdate())
    rows = list(csv.DictReader(io.StringIO(signed_in().get(CSV_SHEET).content.decode("utf-8-sig"))))
    assert rows
    assert {row["Link"] for row in rows} == {""}
    assert not ReturnLink.objects.exists()
