"""From a document to a plan and its paper, through the pages a coordinator uses."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from jointaction.store.models import Import, Plan
from tests import factories
from tests.changes.documents import a_text_plan
from tests.web.people import hidden, links, page_words, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(viewer):
    return signed_in()


def row_form(browser, address, **typed):
    """The row's form as the page filled it, with some fields typed over."""
    form = browser.get(address).context["form"]
    filled = {name: field.value() or "" for name, field in ((f.name, f) for f in form)}
    return filled | typed


def test_a_document_is_uploaded_corrected_accepted_shown_and_printed(browser, tmp_path):
    page = browser.get(reverse("upload"))
    file = SimpleUploadedFile("plan.txt", a_text_plan(tmp_path).read_bytes())
    sent = browser.post(reverse("upload"), {"document": file, "key": hidden(page, "key")}, follow=True)
    assert "Review what was read" in page_words(sent)
    import_id = Import.objects.get().pk

    (name_address,) = {link for link in links(sent) if "/plans/" in link and link.startswith("/imports/")}
    version = hidden(browser.get(name_address), "version")
    browser.post(name_address, {"title": "Safer Sheds", "year": "2031/32", "version": version})
    row_address = next(
        link for link in links(browser.get(reverse("import", args=[import_id]))) if "/rows/" in link
    )
    corrected = browser.post(row_address, row_form(browser, row_address, timescale="By May"), follow=True)
    assert corrected.status_code == 200

    review = browser.get(reverse("import", args=[import_id]))
    accepted = browser.post(
        reverse("accept_import", args=[import_id]), {"version": hidden(review, "version")}, follow=True
    )
    plan = Plan.objects.get()
    assert accepted.redirect_chain[-1][0] == reverse("plan", args=[plan.pk])
    assert "Safer Sheds" in page_words(accepted)
    assert "More sheds have a lock" in page_words(accepted)
    objective = next(link for link in links(accepted) if "/objectives/" in link)
    assert "By May" in page_words(browser.get(objective))

    paper = browser.get(reverse("paper", args=[plan.pk]))
    assert "2031-32 Quarter 4" in page_words(paper)
    csv = browser.get(reverse("paper_download", args=[plan.pk, "csv"]))
    assert "Eleven allotments visited" in csv.content.decode("utf-8-sig")


def test_a_document_in_three_states_has_a_page_for_each(viewer, browser):
    ids = {
        "Review what was read": factories.import_in_review(viewer),
        "This file is locked. Unlock it.": factories.refused_import(viewer),
    }
    reading = factories.import_in_review(viewer)
    Import.objects.filter(pk=reading).update(state="reading", steps_done=3, steps_total=9)
    ids["Reading"] = reading
    ids["Safer Sheds"] = factories.import_of(factories.accepted_plan(viewer))
    for words, import_id in ids.items():
        assert words in page_words(browser.get(reverse("import", args=[import_id])))


def test_the_same_form_sent_twice_makes_one_import(browser):
    key = hidden(browser.get(reverse("upload")), "key")
    addresses = [
        browser.post(
            reverse("upload"), {"document": SimpleUploadedFile("plan.docx", b"\x00 no document"), "key": key}
        ).headers["Location"]
        for _ in range(2)
    ]
    assert addresses[0] == addresses[1]
    assert Import.objects.count() == 1


def test_a_draft_that_cannot_be_a_plan_says_what_to_do_and_is_not_accepted(viewer, browser):
    import_id = factories.import_in_review(viewer, factories.in_year(factories.a_draft(), ""))
    answer = browser.post(reverse("accept_import", args=[import_id]), {"version": "1"})
    assert answer.status_code == 422
    assert "Plan 1 has no year. Write it as 2008-09." in page_words(answer)
    assert not Plan.objects.exists()


def test_a_document_of_two_plans_leads_to_the_list_of_plans(viewer, browser):
    import_id = factories.import_in_review(viewer, factories.two_plans())
    answer = browser.post(reverse("accept_import", args=[import_id]), {"version": "1"})
    assert answer.headers["Location"] == reverse("plans")
    assert Plan.objects.count() == 2


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("title", "", "Write the plan's title"),
        ("year", "", "Write the plan's year, such as 2008-09"),
        ("year", "next year", "Write the year as 2008-09, or 2008-11 for several years"),
    ],
)
def test_a_plans_name_that_cannot_be_saved_keeps_what_was_typed(viewer, browser, name, value, sentence):
    import_id = factories.import_in_review(viewer)
    address = reverse("name_draft_plan", args=[import_id, 0])
    answer = browser.post(address, {"title": "Streets", "year": "2030-31", "version": "1"} | {name: value})
    assert answer.status_code == 422
    assert sentence in page_words(answer)
    assert f'value="{"Streets" if name == "year" else "2030-31"}"' in answer.content.decode()


def test_a_row_overtaken_by_somebody_else_shows_both_texts_and_saves_neither_twice(viewer, browser):
    import_id = factories.import_in_review(viewer)
    address = reverse("import_row", args=[import_id, "r2"])
    mine = row_form(browser, address, objective="Mine: every shed has a lock")
    theirs = row_form(browser, address, objective="Theirs: most sheds have a lock")
    signed_in().post(address, theirs)
    answer = browser.post(address, mine)
    assert answer.status_code == 409
    assert "Somebody else saved first" in page_words(answer)
    assert "Mine: every shed has a lock" in answer.content.decode()
    assert "Theirs: most sheds have a lock" in page_words(answer)
    assert "Theirs:" in Import.objects.get(pk=import_id).draft
    assert "Mine:" not in Import.objects.get(pk=import_id).draft

    again = row_form(browser, address, objective="Mine: every shed has a lock")
    again["version_field"] = hidden(answer, "version_field")
    assert browser.post(address, again).status_code == 302
    assert "Mine:" in Import.objects.get(pk=import_id).draft


@pytest.mark.parametrize("step", ["settle", "drop", "join", "theme"])
def test_a_step_from_an_old_page_is_told_and_not_taken(viewer, browser, step):
    import_id = factories.import_in_review(viewer)
    Import.objects.filter(pk=import_id).update(version=5)
    for sent in ({"version": "4"}, {}, {"version": "many"}):
        answer = browser.post(reverse("row_step", args=[import_id, "r2", step]), sent)
        assert answer.status_code == 409
        assert "your step was not carried out" in page_words(answer)
    assert Import.objects.get(pk=import_id).version == 5


@pytest.mark.parametrize("step", ["settle", "drop", "join", "theme"])
def test_a_step_from_the_page_as_it_is_is_taken(viewer, browser, step):
    import_id = factories.import_in_review(viewer)
    address = reverse("row_step", args=[import_id, "r2", step])
    assert browser.post(address, {"version": "1"}).status_code == 302
    assert Import.objects.get(pk=import_id).version == 2


def test_saving_a_row_as_it_stands_changes_no_word_of_it(viewer, browser):
    import_id = factories.import_in_review(viewer)
    before = browser.get(reverse("import_row", args=[import_id, "r1"])).context["page"].row
    address = reverse("import_row", args=[import_id, "r1"])
    browser.post(address, row_form(browser, address))
    after = browser.get(address).context["page"].row
    assert [getattr(after, name) for name in before.__slots__ if name != "warnings"] == [
        getattr(before, name) for name in before.__slots__ if name != "warnings"
    ]
    assert after.warnings == ()


def test_an_update_can_be_added_for_a_period_written_any_way(viewer, browser):
    import_id = factories.import_in_review(viewer)
    address = reverse("import_row", args=[import_id, "r3"])
    wrong = row_form(browser, address, update_new="Two walks", update_new_period="soon")
    assert "Write the period as 2008-09 Q4" in page_words(browser.post(address, wrong))
    right = row_form(browser, address, update_new="Two walks", update_new_period="2031/32, quarter 2")
    assert browser.post(address, right).status_code == 302
    (update,) = browser.get(address).context["page"].row.updates
    assert (update.text, update.period) == ("Two walks", "2031-32 Q2")


def test_parts_of_a_row_go_to_a_row_of_their_own_and_words_to_another_column(viewer, browser):
    import_id = factories.import_in_review(viewer)
    split = reverse("split_row", args=[import_id, "r1"])
    nothing = browser.post(split, {"version": "1"})
    assert nothing.status_code == 422
    assert "Tick what belongs to a new row" in page_words(nothing)
    assert browser.post(split, {"picked": ["actions.1"], "version": "1"}).status_code == 302
    new = browser.get(reverse("import_row", args=[import_id, "r1a"])).context["page"].row
    assert new.actions == ("Lend shed alarms through libraries",)
    move = reverse("move_words", args=[import_id, "r1a"])
    assert browser.post(move, {"source": "actions", "target": "measures", "version": "2"}).status_code == 302
    moved = browser.get(reverse("import_row", args=[import_id, "r1a"])).context["page"].row
    assert (moved.actions, moved.measures) == ((), ("Lend shed alarms through libraries",))


@pytest.mark.parametrize(
    "sent", [{"source": "funding", "target": "theme"}, {"source": "ref"}, {"source": "x", "target": "y"}]
)
def test_words_cannot_be_moved_where_there_is_no_column(viewer, browser, sent):
    import_id = factories.import_in_review(viewer)
    answer = browser.post(reverse("move_words", args=[import_id, "r1"]), {"version": "1", **sent})
    assert answer.status_code == 422
    assert Import.objects.get(pk=import_id).version == 1


def test_new_names_are_told_to_be_other_ways_of_writing_known_ones(viewer, browser):
    import_id = factories.import_in_review(viewer)
    address = reverse("draft_names", args=[import_id])
    form = browser.get(address).context["form"]
    field = next(field for field in form if "River Wardens" in field.label)
    council = next(value for value, label in field.field.choices if "District Council" in label)
    assert browser.post(address, {field.name: council}).status_code == 302
    review = page_words(browser.get(reverse("import", args=[import_id])))
    assert "1 new name" in review
    plan_id = factories.accepted_plan(viewer)
    assert "River Wardens (Alder Vale District Council)" in page_words(
        browser.get(reverse("objective", args=[plan_id, factories.objective_of(plan_id, "2.1")]))
    )


def test_a_corrected_document_shows_what_it_would_change_before_it_does(viewer, browser):
    plan_id = factories.accepted_plan(viewer)
    import_id = factories.import_in_review(viewer, factories.with_timescale("By July"))
    compare = browser.get(reverse("compare_draft_plan", args=[import_id, 0]))
    assert "By June" in page_words(compare)
    assert "By July" in page_words(compare)
    accept = reverse("accept_import", args=[import_id])
    answer = browser.post(accept, {"version": "1", "as": "correction"})
    assert answer.headers["Location"] == reverse("plan", args=[plan_id])
    assert Plan.objects.count() == 1


def test_a_short_text_of_two_lines_stands_in_a_box_that_keeps_them_apart(viewer, browser):
    """A browser drops line ends in a single-line input and so glues words together."""
    import_id = factories.import_in_review(viewer, factories.with_timescale("By June\nor July"))
    address = reverse("import_row", args=[import_id, "r1"])
    form = browser.get(address).context["form"]
    assert form["timescale"].as_widget().startswith("<textarea")
    assert form["funding"].as_widget().startswith("<input")
    browser.post(address, row_form(browser, address))
    assert browser.get(address).context["page"].row.timescale == "By June\nor July"
