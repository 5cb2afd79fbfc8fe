"""Designing a layout in the browser, step by step and without JavaScript."""

import re

import pytest

from jointaction.changes.layouts import make_layout
from jointaction.domain.access import Role
from jointaction.domain.drafts import ColumnDraft
from jointaction.domain.fields import Field
from jointaction.domain.table_columns import WIDTHS
from jointaction.store.models import Layout, Plan
from tests import factories
from tests.web.people import hidden, page_words, signed_in

pytestmark = pytest.mark.django_db
COLUMNS = (ColumnDraft("Aim", Field.OBJECTIVE), ColumnDraft("Progress", Field.UPDATE))


@pytest.fixture
def browser():
    factories.alder_vale()
    return signed_in()


def sent(*columns, **more):
    data = {"name": "Ours"}
    for number, (heading, field, split) in enumerate(columns, 1):
        data |= {
            f"heading-{number}": heading,
            f"field-{number}": field,
            f"width-{number}": "",
            f"split-{number}": split,
        }
    return data | more


TWO = (("Aim", "objective", ""), ("Progress", "updates", "quarter"))


def headings(response):
    return re.findall(r'name="heading-\d+"[^>]*value="([^"]*)"', response.content.decode())


def test_the_designer_begins_with_a_layouts_columns(browser):
    response = browser.get("/layouts/new/?start=duties")
    assert headings(response) == ["No.", "Guidance requirement", "Work to date", "Action required"]
    assert "Yarrowdale" not in page_words(response)
    assert "an invented plan" in page_words(response)


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("add", ["Aim", "Progress", ""]),
        ("up-2", ["Progress", "Aim"]),
        ("down-1", ["Progress", "Aim"]),
        ("up-1", ["Aim", "Progress"]),
        ("remove-1", ["Progress"]),
        ("remove-9", ["Aim", "Progress"]),
        ("nonsense", ["Aim", "Progress"]),
    ],
)
def test_each_step_shows_the_columns_anew_and_keeps_nothing(browser, step, told):
    response = browser.post("/layouts/new/", sent(*TWO, do=step))
    assert response.status_code == 200
    found = re.findall(r'name="heading-\d+"[^>]*>', response.content.decode())
    assert [re.search(r'value="([^"]*)"', each)[1] if "value=" in each else "" for each in found] == told
    assert not Layout.objects.exists()


def test_a_number_of_any_length_is_no_error_of_ours(browser):
    nines = "9" * 5000
    response = browser.post("/layouts/new/", sent(*TWO, do=f"up-{nines}", version=nines))
    assert response.status_code == 200
    for address in (f"/layouts/new/?start=plan-{nines}", f"/layouts/new/?start={nines}"):
        assert browser.get(address).status_code == 404
    assert browser.get(f"/layouts/{nines}/").status_code == 404
    assert browser.get(f"/statuses/{nines}/").status_code == 404


def test_a_preview_shows_the_columns_as_typed(browser):
    response = browser.post("/layouts/new/", sent(*TWO, do="preview"))
    assert "Quarter 3" in page_words(response)


def test_a_designed_layout_is_saved(browser):
    assert browser.post("/layouts/new/", sent(*TWO, do="save")).url == "/layouts/"
    kept = Layout.objects.get()
    assert [(column["heading"], column["by_quarter"]) for column in kept.columns] == [
        ("Aim", False),
        ("Progress", True),
    ]


def test_a_layout_with_problems_says_what_is_wrong_at_its_column_and_keeps_the_words(browser):
    response = browser.post(
        "/layouts/new/", sent(("Aim", "objective", "area"), ("", "updates", ""), do="save")
    )
    assert response.status_code == 422
    assert "Only a column for updates or statuses can be split" in page_words(response)
    response = browser.post("/layouts/new/", sent(TWO[0], ("", "updates", ""), do="save"))
    assert 'href="#id_heading-2"' in response.content.decode()
    assert headings(response) == ["Aim"]


def test_an_overtaken_change_is_shown_again_ready_to_save(browser):
    layout_id = make_layout(factories.member(Role.COORDINATOR), name="Ours", columns=COLUMNS)
    response = browser.post(f"/layouts/{layout_id}/change/", sent(*TWO, do="save", version="7"))
    assert response.status_code == 409
    assert hidden(response, "version") == "1"
    assert "Columns Saved now Heading: Aim; Shows: Objective; Width: As usual; Split: No" in page_words(
        response
    )
    assert "Yours Heading: Aim; Shows: Objective; Width: As usual; Split: No Heading: Progress" in page_words(
        response
    )
    assert "<ins>quarter</ins>" in response.content.decode()
    again = sent(*TWO, do="save", version=hidden(response, "version"))
    assert browser.post(f"/layouts/{layout_id}/change/", again).status_code == 302
    assert Layout.objects.get().version == 2


def test_a_layout_that_comes_along_cannot_be_changed(browser):
    assert browser.get("/layouts/7654/change/").status_code == 404


def test_a_layout_is_shown_tried_on_and_used_for_a_plan(browser):
    plan_id = factories.accepted_plan(factories.member(Role.COORDINATOR))
    assert f"/layouts/plans/{plan_id}/?layout=plain" in browser.get("/layouts/plain/").content.decode()
    page = browser.get(f"/layouts/plans/{plan_id}/?layout=plain")
    assert "These columns do not show" in page_words(page)
    used = {"layout": "plain", "version": hidden(page, "version")}
    assert browser.post(f"/layouts/plans/{plan_id}/", used).url == f"/plans/{plan_id}/"
    assert Plan.objects.get().columns[0]["heading"] == "Ref"
    assert browser.post(f"/layouts/plans/{plan_id}/", used | {"layout": "duties"}).status_code == 409


def test_a_layout_is_deleted_or_says_why_not(browser):
    viewer = factories.member(Role.COORDINATOR)
    layout_id = make_layout(viewer, name="Ours", columns=COLUMNS)
    plan_id = factories.accepted_plan(viewer)
    browser.post(f"/layouts/plans/{plan_id}/", {"layout": str(layout_id), "version": "1"})
    refused = browser.post(f"/layouts/{layout_id}/delete/", {"version": "1"}, follow=True)
    assert "has this layout" in page_words(refused)
    browser.post(f"/layouts/plans/{plan_id}/", {"layout": "plain", "version": "2"})
    assert browser.post(f"/layouts/{layout_id}/delete/", {"version": "1"}).url == "/layouts/"


def test_others_read_layouts_and_find_no_button(browser):
    reader = signed_in(Role.COUNCILLOR)
    assert "Design a layout" not in page_words(reader.get("/layouts/"))
    assert reader.get("/layouts/plain/").status_code == 200
    assert reader.get("/layouts/new/").status_code == 403


def test_a_wide_column_is_wider_than_the_same_column_as_usual(browser):
    usual = {field: width for field, width in WIDTHS.items() if field in {Field.ACTION, Field.REF}}
    columns = (("Ref", "ref", ""), ("Actions", "actions", ""))
    browser.post("/layouts/new/", sent(*columns, do="save") | {"width-1": "narrow", "width-2": "wide"})
    made = Layout.objects.get()
    ref, actions = made.columns
    assert ref["width"] < usual[Field.REF]
    assert actions["width"] > usual[Field.ACTION]
    shown = browser.get(f"/layouts/{made.pk}/change/").content.decode()
    assert shown.count('<option value="narrow" selected') == 1
    assert shown.count('<option value="wide" selected') == 1
    assert "As set before" not in shown
