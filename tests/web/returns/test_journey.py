"""A round as its people meet it on the pages: opened, answered, handed in, sent back, accepted."""

import pytest
from django.urls import reverse

from jointaction.domain.access import Role
from jointaction.store.models import Agency, Answer, OutgoingMail, Party, PartyPart, Return, Round
from tests import factories
from tests.changes.returns import rounds
from tests.web.people import page_words, signed_in
from tests.web.returns.forms import sent

pytestmark = pytest.mark.django_db


def led_by_the_council(objective_id):
    """The plan gives an objective of the police to the council."""
    council = Agency.objects.get(name="Alder Vale District Council")
    Party.objects.filter(objective_id=objective_id, part=PartyPart.LEAD_AGENCY).update(agency=council)


def test_a_coordinator_opens_a_round_and_sees_every_lead_agency(coordinator):
    plan_id = rounds.a_plan_of_two_years(coordinator)
    browser = signed_in()
    address = reverse("rounds", args=[plan_id])
    assert "Open a round" in page_words(browser.get(address))
    typed = {"period": rounds.PERIOD, "due_on_day": "21", "due_on_month": "7", "due_on_year": "2032"}
    grid = browser.post(address, typed, follow=True)
    assert Round.objects.get().period == rounds.PERIOD
    said = page_words(grid)
    assert "Alder Constabulary" in said
    assert "Alder Vale District Council" in said
    again = browser.post(address, typed)
    assert again.status_code in {302, 422}
    assert Round.objects.count() == 1


def test_a_round_due_in_the_past_is_refused_with_the_words_kept(coordinator):
    plan_id = rounds.a_plan_of_two_years(coordinator)
    typed = {"period": rounds.PERIOD, "due_on_day": "21", "due_on_month": "7", "due_on_year": "2020"}
    page = signed_in().post(reverse("rounds", args=[plan_id]), typed)
    assert page.status_code == 422
    assert "That day is past" in page_words(page)


def test_an_agency_writes_saves_and_hands_in(return_id):
    browser = signed_in(Role.AGENCY_LEAD)
    address = reverse("return", args=[return_id])
    page = browser.get(address)
    assert "Due Wednesday 21 July 2032" in page_words(page)
    form = sent(page, text="Four fairs held", status="on-track")
    saved = browser.post(address, {**form, "do": "save"}, follow=True)
    assert "1 of" in page_words(saved)
    asked = browser.post(address, {**sent(saved, text="Four fairs held", status="on-track"), "do": "submit"})
    assert asked.status_code == 422
    assert "no answer" in page_words(asked)
    form = sent(asked, text="Four fairs held", status="on-track")
    done = browser.post(address, {**form, "do": "submit anyway"}, follow=True)
    assert "Handed in" in page_words(done)
    assert OutgoingMail.objects.get().to_email == factories.email(Role.AGENCY_LEAD)


def test_words_saved_meanwhile_stand_beside_ones_own_and_saving_again_wins(return_id):
    browser = signed_in(Role.AGENCY_LEAD)
    address = reverse("return", args=[return_id])
    page = browser.get(address)
    rounds.answer(rounds.police(), return_id, "Theirs: five fairs")
    clash = browser.post(address, {**sent(page, text="Mine: four fairs"), "do": "save"})
    assert clash.status_code == 409
    said = page_words(clash)
    assert "Saved meanwhile Theirs : five fairs" in said
    assert "What you wrote Mine : four fairs" in said
    assert Answer.objects.get().text == "Theirs: five fairs"
    again = browser.post(address, {**sent(clash, text="Mine: four fairs"), "do": "save"}, follow=True)
    assert again.status_code == 200
    assert Answer.objects.get().text == "Mine: four fairs"


def test_a_box_nobody_touched_does_not_clash(return_id):
    browser = signed_in(Role.AGENCY_LEAD)
    address = reverse("return", args=[return_id])
    form = sent(browser.get(address))
    rounds.answer(rounds.police(), return_id, "Five fairs")
    assert browser.post(address, {**form, "do": "save"}).status_code == 302
    assert Answer.objects.get().text == "Five fairs"


def test_words_for_a_return_that_was_closed_are_shown_to_be_copied(return_id):
    browser = signed_in(Role.AGENCY_LEAD)
    address = reverse("return", args=[return_id])
    form = sent(browser.get(address), text="Too late")
    Return.objects.filter(pk=return_id).update(state="no update received")
    page = browser.post(address, {**form, "do": "save"})
    assert page.status_code == 409
    assert "Too late" in page_words(page)


@pytest.mark.parametrize("wish", ["save", "submit", "submit anyway"])
def test_words_for_an_objective_no_longer_asked_of_the_agency_are_shown_to_be_copied(return_id, wish):
    browser = signed_in(Role.AGENCY_LEAD)
    address = reverse("return", args=[return_id])
    form = sent(browser.get(address), text="Typed for nobody", reason="A hard winter")
    led_by_the_council(rounds.lines(rounds.police(), return_id)[0].box.objective_id)
    page = browser.post(address, {**form, "do": wish})
    assert page.status_code == 409
    said = page_words(page)
    assert "No longer asked of you: copy your words" in said
    assert "You wrote Typed for nobody" in said
    assert "You wrote A hard winter" in said
    assert Return.objects.get(pk=return_id).submitted_at is None


def test_a_box_no_longer_asked_and_never_touched_holds_nothing_up(return_id):
    browser = signed_in(Role.AGENCY_LEAD)
    address = reverse("return", args=[return_id])
    rounds.answer(rounds.police(), return_id, "Four fairs held")
    form = sent(browser.get(address), text="Four fairs held")
    led_by_the_council(rounds.lines(rounds.police(), return_id)[0].box.objective_id)
    assert browser.post(address, {**form, "do": "save"}).status_code == 302


def test_a_box_that_saves_itself_hears_that_it_is_no_longer_asked(return_id):
    browser = signed_in(Role.AGENCY_LEAD)
    form = sent(browser.get(reverse("return", args=[return_id])), text="As I write")
    box = rounds.lines(rounds.police(), return_id)[0].box
    led_by_the_council(box.objective_id)
    where = reverse("save_answer", args=[return_id, box.objective_id, box.area_id or 0])
    assert browser.post(where, form).status_code == 404


def test_a_box_saves_itself_and_tells_its_version(return_id):
    browser = signed_in(Role.AGENCY_LEAD)
    page = browser.get(reverse("return", args=[return_id]))
    box = rounds.lines(rounds.police(), return_id)[0].box
    where = reverse("save_answer", args=[return_id, box.objective_id, box.area_id or 0])
    told = browser.post(where, sent(page, text="As I write")).json()
    assert (told["state"].partition(".")[0], told["answered"]) == ("1", 1)
    clash = browser.post(where, sent(page, text="On my other device"))
    assert clash.status_code == 409
    assert "Saved meanwhile" in clash.json()["beside"]
    same = browser.post(where, sent(page, text="As I write"))
    assert same.json()["state"] == told["state"]


def test_a_coordinator_sends_back_and_accepts_in_the_grid(coordinator, return_id):
    police, browser = signed_in(Role.AGENCY_LEAD), signed_in()
    address = reverse("return", args=[return_id])
    police.post(address, {**sent(police.get(address), text="Four fairs held"), "do": "submit anyway"})
    back = reverse("decide_return", args=[return_id, "send-back"])
    page = browser.post(back, {"version": rounds.version_of(return_id), "note": ""})
    assert page.status_code == 422
    grid = browser.post(back, {"version": rounds.version_of(return_id), "note": "Which fairs?"}, follow=True)
    assert "Sent back" in page_words(grid)
    assert "Which fairs?" in page_words(police.get(address))
    police.post(address, {**sent(police.get(address), text="Spring and summer fair"), "do": "submit anyway"})
    accept = reverse("return_step", args=[return_id, "accept"])
    stale = browser.post(accept, {"version": "1"})
    assert stale.status_code == 409
    grid = browser.post(accept, {"version": rounds.version_of(return_id)}, follow=True)
    assert "Accepted" in page_words(grid)
    plan = browser.get(reverse("plan", args=[Round.objects.get().plan_id]) + f"?period={rounds.PERIOD}")
    assert "Spring and summer fair" in page_words(plan)


@pytest.mark.parametrize(
    ("has_server", "said"),
    [
        (False, "sent back. 1 message in the outgoing mail; no mail"),
        (True, "sent back. 1 person is written to"),
    ],
)
def test_sending_back_says_who_is_written_to(return_id, settings, has_server, said):
    settings.MAIL_IS_CONFIGURED = has_server
    Return.objects.filter(pk=return_id).update(state="submitted")
    back = reverse("decide_return", args=[return_id, "send-back"])
    grid = signed_in().post(
        back, {"version": rounds.version_of(return_id), "note": "Which fairs?"}, follow=True
    )
    assert said in page_words(grid)


def test_an_agency_nobody_is_known_at_is_to_be_told_by_hand_and_reads_why(coordinator, return_id):
    council = rounds.return_of(Round.objects.get().pk, "Alder Vale District Council")
    Return.objects.filter(pk=council).update(state="excused")
    again = reverse("decide_return", args=[council, "reopen"])
    sent_form = {"version": rounds.version_of(council), "note": "The post is filled"}
    grid = signed_in().post(again, sent_form, follow=True)
    assert "open again. Nobody is known to write to there" in page_words(grid)
    said = page_words(signed_in().get(reverse("return", args=[council])))
    assert "The coordinator opened this again The post is filled" in said


def test_closing_says_whose_words_were_left_and_who_may_still_write(coordinator, return_id):
    found = Round.objects.get()
    council = rounds.return_of(found.pk, "Alder Vale District Council")
    rounds.answer(rounds.police(), return_id, "Begun")
    Return.objects.filter(pk=council).update(extended_to="2040-01-05")
    close = reverse("round_step", args=[found.plan_id, found.pk, "close"])
    said = page_words(signed_in().post(close, {"version": "1"}, follow=True))
    assert "Only Alder Vale District Council can still write, until the later day given." in said
    assert "Begun and not handed in, so not in the plan: Alder Constabulary." in said


def test_closing_with_nothing_begun_says_that_nobody_can_write(coordinator, return_id):
    found = Round.objects.get()
    close = reverse("round_step", args=[found.plan_id, found.pk, "close"])
    said = page_words(signed_in().post(close, {"version": "1"}, follow=True))
    assert "The round is closed. Nobody can write in it any more." in said
    assert "Begun and not handed in" not in said


def test_what_has_no_answer_is_named_in_full(return_id):
    browser = signed_in(Role.AGENCY_LEAD)
    address = reverse("return", args=[return_id])
    asked = browser.post(address, {**sent(browser.get(address)), "do": "submit"})
    html = asked.content.decode()
    for line in rounds.lines(rounds.police(), return_id):
        assert f'href="#box-{line.box.key}">{line.title}</a>' in html
        assert line.box.objective in line.title
