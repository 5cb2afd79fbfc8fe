"""A coordinator writes a small plan through the pages, has it agreed and amends it."""

import pytest
from django.urls import reverse

from jointaction.domain.access import Role
from jointaction.queries.content import plan_content
from jointaction.store.models import Amendment, Objective, Plan, Theme
from tests import factories
from tests.changes.writing.written import a_written_plan, agree, close, version_of
from tests.web.people import hidden, links, page_words, signed_in

pytestmark = pytest.mark.django_db
MEETING = {"meeting": "RAG", "held_on_day": "27", "held_on_month": "3", "held_on_year": "2031"}


@pytest.fixture
def browser(viewer):
    return signed_in()


@pytest.fixture
def plan_id(viewer):
    return a_written_plan(viewer)


def filled(browser, address, **typed):
    """The page's form as it was filled, with some fields typed over."""
    form = browser.get(address).context["form"]
    return {field.name: field.value() or "" for field in form if field.value()} | typed


def objective(plan_id):
    return Objective.objects.get(theme__plan_id=plan_id, ref="1.1")


def test_a_plan_is_begun_written_and_agreed(viewer, browser):
    key = hidden(browser.get(reverse("new_plan")), "key")
    sent = {"title": "Safer Wharves", "year": "2031/32", "columns": "usual", "key": key}
    for _ in range(2):
        desk = browser.post(reverse("new_plan"), sent, follow=True)
    plan_id = Plan.objects.get().pk
    assert desk.redirect_chain[-1][0] == reverse("write_plan", args=[plan_id])
    assert "Nothing is written yet." in page_words(desk)
    theme = {"number": "1", "title": "Thefts", "strands": ["crime and disorder"]}
    theme["key"] = hidden(browser.get(reverse("new_theme", args=[plan_id])), "key")
    browser.post(reverse("new_theme", args=[plan_id]), theme)
    address = reverse("new_objective", args=[plan_id])
    typed = {"objective": "Fewer boats are stolen", "actions": "Mark motors\r\nLight the wharf"}
    typed |= {"theme": Theme.objects.get().pk, "key": hidden(browser.get(address), "key")}
    typed |= {"due_on_day": "30", "due_on_month": "9", "due_on_year": "2031", "cost_planned": "1250.50"}
    written = browser.post(address, typed, follow=True)
    assert "Fewer boats are stolen" in page_words(written)
    (row,) = plan_content(viewer, plan_id).plan.rows
    assert row.actions == ("Mark motors", "Light the wharf")
    assert (str(row.due_on), str(row.cost_planned)) == ("2031-09-30", "1250.50")
    life = browser.get(reverse("plan_life", args=[plan_id]))
    assert "No lead is named." in page_words(life)
    step = reverse("step_plan", args=[plan_id, "agree"])
    agreed = browser.post(step, {**MEETING, "version": version_of(plan_id)}, follow=True)
    assert "Agreed by RAG on 27 March 2031." in page_words(agreed)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"objective": "", "actions": ""}, "neither an objective nor an action"),
        ({"cost_planned": "a lot"}, "is an amount in pounds"),
        ({"due_on_day": "31", "due_on_month": "2", "due_on_year": "2031"}, "That is not a date"),
        ({"ref": "1" * 41}, "the reference is longer"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(browser, plan_id, typed, told):
    address = reverse("write_objective", args=[plan_id, objective(plan_id).pk])
    answer = browser.post(address, filled(browser, address, target="12 boats and a half") | typed)
    assert answer.status_code == 422
    assert told in page_words(answer)
    assert "12 boats and a half" in answer.content.decode()


def test_who_saves_second_sees_both_texts_and_can_save_again(viewer, browser, plan_id):
    address = reverse("write_objective", args=[plan_id, objective(plan_id).pk])
    mine, theirs = (filled(browser, address, target=words) for words in ("20 boats", "10 boats"))
    assert browser.post(address, theirs).status_code == 302
    overtaken = browser.post(address, mine)
    assert overtaken.status_code == 409
    assert "Somebody else saved first." in page_words(overtaken)
    assert "Saved now 10 boats Yours 20 boats" in page_words(overtaken)
    again = mine | {"version_field": hidden(overtaken, "version_field")}
    assert browser.post(address, again).status_code == 302
    assert objective(plan_id).target == "20 boats"


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("name_plan", "Title of the plan Saved now Safer Wharves Yours Harbours"),
        ("write_theme", "Title Saved now Thefts Yours Harbours"),
        ("write_update", "Somebody else changed this first. Look again"),
        ("take_out_objective", "Somebody else changed this first. Look again"),
    ],
)
def test_a_small_form_that_was_overtaken_shows_both_texts_and_can_be_sent_again(browser, plan_id, page, told):
    arguments = {
        "write_theme": [plan_id, factories.theme_of(plan_id)],
        "name_plan": [plan_id],
    }.get(page, [plan_id, objective(plan_id).pk])
    typed = {"title": "Harbours", "year": "2031-32", "period": "2031-32 Q1", "text": "Harbours"}
    overtaken = browser.post(reverse(page, args=arguments), typed | {"version": "0"})
    assert overtaken.status_code == 409
    assert told in page_words(overtaken)
    again = typed | {"version": hidden(overtaken, "version")}
    assert browser.post(reverse(page, args=arguments), again).status_code == 302


def test_an_agreed_plan_asks_why_on_the_page(viewer, browser, plan_id):
    agree(viewer, plan_id)
    address = reverse("write_objective", args=[plan_id, objective(plan_id).pk])
    typed = filled(browser, address, target="20 boats")
    refused = browser.post(address, typed)
    assert (refused.status_code, Amendment.objects.count()) == (422, 0)
    assert "Write why the plan changes" in page_words(refused)
    browser.post(address, typed | {"reason": "A hard winter", "agreed_by": "JAG"})
    assert Amendment.objects.get().reason == "A hard winter"


def test_a_closed_plan_says_so_on_every_page(viewer, browser, plan_id):
    close(viewer, plan_id)
    for page in ("write_plan", "name_plan", "new_theme", "new_objective"):
        answer = browser.get(reverse(page, args=[plan_id]))
        assert "This plan is closed" in page_words(answer), page
    address = reverse("write_objective", args=[plan_id, objective(plan_id).pk])
    assert browser.post(address, filled(browser, address, target="2")).status_code == 422
    order = reverse("order_objective", args=[plan_id, objective(plan_id).pk])
    moved = browser.post(order, {"way": "down", "version": version_of(plan_id)}, follow=True)
    assert "This plan is closed" in page_words(moved)


def test_themes_and_objectives_are_moved_and_taken_out(browser, plan_id):
    order = reverse("order_objective", args=[plan_id, objective(plan_id).pk])
    moved = browser.post(order, {"way": "down", "version": version_of(plan_id)}, follow=True)
    assert page_words(moved).index("More moorings") < page_words(moved).index("Fewer boats")
    theme = factories.theme_of(plan_id, "2")
    order = reverse("order_theme", args=[plan_id, theme])
    browser.post(order, {"way": "up", "version": version_of(plan_id)})
    for page, thing in (("take_out_theme", theme), ("take_out_objective", objective(plan_id).pk)):
        address = reverse(page, args=[plan_id, thing])
        version = hidden(browser.get(address), "version")
        assert browser.post(address, {"version": version}).status_code == 302
    assert Theme.objects.count() == Objective.objects.count() == 1


def test_an_update_is_written_by_hand(browser, plan_id):
    address = reverse("write_update", args=[plan_id, objective(plan_id).pk])
    typed = {"period": "2031-32 Q2", "text": "Ten motors marked", "version": "1"}
    shown = browser.post(address, typed, follow=True)
    assert "Ten motors marked" in page_words(shown)
    again = browser.get(address + "?period=2031-32+Q2")
    assert again.context["form"]["text"].value() == "Ten motors marked"


def test_the_words_of_an_update_are_asked_about_before_they_are_saved(browser, plan_id):
    address = reverse("write_update", args=[plan_id, objective(plan_id).pk])
    typed = {
        "period": "2031-32 Q2",
        "text": "Thefts up by 1% (one extra, taking the total to 15).",
        "version": "1",
    }
    asked = browser.post(address, typed | {"do": "ask"})
    assert asked.status_code == 200
    assert "From 14 to 15 is +7.1%, not +1%." in page_words(asked)
    assert asked.context["form"]["text"].value() == typed["text"]
    assert not plan_content(factories.member(Role.COORDINATOR), plan_id).plan.rows[0].updates
    plain = browser.post(address, typed | {"text": "Ten motors marked.", "do": "ask"})
    assert "There is nothing to ask about these words." in page_words(plain)


def test_who_agreed_an_imported_plan_is_asked_and_a_wrong_step_is_told(viewer, browser, plan_id):
    imported = factories.accepted_plan(viewer)
    life = browser.get(reverse("plan_life", args=[imported]))
    assert "Who agreed it?" in page_words(life)
    noted = reverse("note_agreement", args=[imported])
    assert browser.post(noted, {"version": version_of(imported)}).status_code == 422
    assert browser.post(noted, {**MEETING, "version": version_of(imported)}).status_code == 302
    stopped = browser.post(reverse("step_plan", args=[plan_id, "begin"]), {"version": version_of(plan_id)})
    assert "The plan is “draft” by now, so that step is not open." in page_words(stopped)
    assert browser.post(reverse("step_plan", args=[plan_id, "burn"])).status_code == 404


def test_only_a_coordinator_finds_the_way_to_the_pen(viewer, plan_id):
    pens = {reverse("write_plan", args=[plan_id]), reverse("plan_life", args=[plan_id])}
    address = reverse("plan", args=[plan_id])
    assert pens <= set(links(signed_in().get(address)))
    shown = signed_in(Role.ANALYST).get(address)
    assert not pens & set(links(shown))
    assert "Draft" in page_words(shown)


def test_a_draft_offers_no_way_to_show_it_to_everyone(browser, plan_id):
    assert "Show it to everyone" not in page_words(browser.get(reverse("plan", args=[plan_id])))
    sent = {"public": "yes", "version": version_of(plan_id)}
    refused = browser.post(reverse("publish_plan", args=[plan_id]), sent, follow=True)
    assert "This plan is a draft." in page_words(refused)


def test_the_number_of_queries_does_not_grow_with_rows(
    viewer, browser, plan_id, django_assert_max_num_queries, django_assert_num_queries
):
    small = factories.accepted_plan(viewer, factories.large_draft(1))
    large = factories.accepted_plan(viewer, factories.in_year(factories.large_draft(20), "2034-35"))
    for page in ("write_plan", "plan_life", "new_objective"):
        browser.get(reverse(page, args=[small]))
        with django_assert_max_num_queries(60) as asked:
            browser.get(reverse(page, args=[small]))
        with django_assert_num_queries(len(asked.captured_queries)):
            browser.get(reverse(page, args=[large]))


def test_amendments_are_listed_with_words_before_and_after(viewer, browser, plan_id):
    address = reverse("amendments", args=[plan_id])
    agree(viewer, plan_id)
    assert "Nothing has changed since this plan was agreed." in page_words(browser.get(address))
    write = reverse("write_objective", args=[plan_id, objective(plan_id).pk])
    browser.post(write, filled(browser, write, target="20 boats", reason="A hard winter"))
    shown = browser.get(address)
    assert "Amendment 1 A hard winter" in page_words(shown)
    assert "<del>30</del>" in shown.content.decode()
    assert "<ins>20</ins>" in shown.content.decode()


def test_the_whole_plan_is_a_sheet_to_take_away(viewer, browser, plan_id):
    address = reverse("whole_sheet", args=[plan_id])
    assert address in links(browser.get(reverse("plan", args=[plan_id])))
    answer = browser.get(address)
    assert answer.headers["Content-Disposition"].endswith("safer-wharves-2031-32-whole-plan.xlsx")
    assert answer.content.startswith(b"PK")
    Objective.objects.filter(theme__plan_id=plan_id, ref="1.1").update(text="x" * 32_001)
    too_long = browser.get(address, follow=True)
    assert "A cell of a sheet holds 32,000 letters at most" in page_words(too_long)


def test_a_name_nobody_knows_is_told_when_it_is_saved(browser, plan_id):
    address = reverse("write_objective", args=[plan_id, objective(plan_id).pk])
    known = browser.post(address, filled(browser, address, support="Library Service"), follow=True)
    assert "New here" not in page_words(known)
    typed = filled(browser, address, lead_agencies="Constabulary\r\nHarbour Watch")
    told = browser.post(address, typed, follow=True)
    assert "New here: Harbour Watch." in page_words(told)


def test_a_whole_draft_is_taken_out_and_an_agreed_plan_is_not(viewer, browser, plan_id):
    address = reverse("take_out_plan", args=[plan_id])
    assert address in links(browser.get(reverse("write_plan", args=[plan_id])))
    other = a_written_plan(viewer, "2035-36")
    agree(viewer, other)
    kept = reverse("take_out_plan", args=[other])
    refused = browser.post(kept, {"version": hidden(browser.get(kept), "version")})
    assert (refused.status_code, Plan.objects.count()) == (422, 2)
    assert "Only a draft that was never amended can be taken out." in page_words(refused)
    assert browser.post(address, {"version": "1"}).status_code == 409
    gone = browser.post(address, {"version": hidden(browser.get(address), "version")}, follow=True)
    assert "The draft was taken out." in page_words(gone)
    assert Plan.objects.get().pk == other
