"""A whole plan goes out as a sheet and comes back: nothing changes but what was changed."""

from dataclasses import replace
from uuid import uuid4

import pytest

from jointaction.changes.amendments import Why
from jointaction.changes.imports.accept import accept_import
from jointaction.changes.imports.correct import correct_row, settle_row
from jointaction.changes.imports.upload import upload_document
from jointaction.changes.writing.objectives import edit_objective
from jointaction.changes.writing.updates import UpdateSlot, write_update
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.comparison import changes
from jointaction.domain.drafts import UpdateDraft
from jointaction.domain.plans import ProblemsError
from jointaction.queries.content import plan_content
from jointaction.queries.imports import import_page
from jointaction.queries.whole_plan import whole_plan_file
from jointaction.reports.plain_sheet import list_xlsx
from jointaction.sources.documents.whole_plan_sheet import whole_plan
from jointaction.store.models import Amendment, Area, Continuation, Plan
from tests import factories
from tests.changes.writing.written import a_written_plan, seen

pytestmark = pytest.mark.django_db
WHY = Why("Agreed")


@pytest.fixture
def plan_id(viewer):
    """A plan with every field filled, updates by area and a continuation."""
    plan_id = a_written_plan(viewer)
    row = plan_content(viewer, plan_id).plan.rows[0]
    area = Area.objects.filter(partnership_id=viewer.partnership_id).first()
    for slot, text in (
        (UpdateSlot("2031-32 Q1"), "Posters up\n\nTwo walks held"),
        (UpdateSlot("2031-32 Q2", area.pk), "Ten motors marked"),
    ):
        objective_id = int(row.key)
        write_update(
            viewer,
            plan_id=plan_id,
            objective_id=objective_id,
            version=seen(viewer, plan_id, objective_id),
            slot=slot,
            text=text,
        )
    return plan_id


def sheet(viewer, plan_id, **typed):
    """The plan's sheet with the first row's cells typed over; a heading is written as in Python."""
    table = whole_plan_file(viewer, plan_id).table
    rows = [list(row) for row in table.rows]
    for heading, text in typed.items():
        rows[0][table.headings.index(heading.replace("_", " "))] = text
    return list_xlsx("Whole plan", table.headings, rows)


def without_column(viewer, plan_id, heading):
    """The plan's sheet with a column taken out."""
    table = whole_plan_file(viewer, plan_id).table
    at = table.headings.index(heading)
    rows = [row[:at] + row[at + 1 :] for row in table.rows]
    return list_xlsx("Whole plan", table.headings[:at] + table.headings[at + 1 :], rows)


def brought_back(viewer, plan_id, **typed):
    """The draft that comes of the sheet, waiting for review."""
    draft = whole_plan(sheet(viewer, plan_id, **typed))
    return draft, factories.import_in_review(viewer, draft, name="whole.xlsx")


def accept(viewer, import_id):
    return accept_import(viewer, import_id=import_id, version=1, as_correction=True)


def everything(viewer, plan_id):
    content = plan_content(viewer, plan_id)
    return replace(content, version=0, accepted_at=None)


@pytest.mark.parametrize("kind", ["written", "imported"])
def test_a_sheet_that_was_not_touched_changes_nothing(viewer, plan_id, kind):
    if kind == "imported":
        plan_id = factories.accepted_plan(viewer)
    before = everything(viewer, plan_id)
    draft, import_id = brought_back(viewer, plan_id)
    assert changes(before.plan, draft.plans[0]) == ()
    assert not draft.warnings
    (plan,) = import_page(viewer, import_id).plans
    assert plan.corrects is not None
    assert (plan.corrects.plan_id, plan.corrects.rows) == (plan_id, ())
    assert accept(viewer, import_id) == (plan_id,)
    assert everything(viewer, plan_id) == before
    assert not Amendment.objects.exists()


def test_a_changed_cell_changes_just_that(viewer, plan_id):
    before = plan_content(viewer, plan_id).plan
    area = before.rows[0].updates[1].area
    _, import_id = brought_back(
        viewer,
        plan_id,
        Target="20 boats",
        Due_date="",
        Planned_cost="£2,000",
        Strands="crime and disorder\nSerious violence",
        **{f"Update_2031-32_Q2,_{area}": "Twelve motors marked"},
    )
    accept(viewer, import_id)
    plan = plan_content(viewer, plan_id).plan
    first = plan.rows[0]
    assert (first.target, first.due_on, str(first.cost_planned)) == ("20 boats", None, "2000.00")
    assert first.updates[1] == UpdateDraft("Twelve motors marked", "2031-32 Q2", area)
    assert [strand.value for strand in plan.themes[0].strands] == ["crime and disorder", "serious violence"]
    same = replace(
        first,
        target=before.rows[0].target,
        due_on=before.rows[0].due_on,
        cost_planned=before.rows[0].cost_planned,
        updates=before.rows[0].updates,
    )
    assert (same, *plan.rows[1:]) == before.rows


def test_a_reworded_objective_stays_the_one_it_was(viewer, plan_id):
    row = plan_content(viewer, plan_id).plan.rows[0]
    _, import_id = brought_back(viewer, plan_id, Objective="Something else entirely", Reference="9.9")
    accept(viewer, import_id)
    assert plan_content(viewer, plan_id).plan.rows[0].key == row.key


def test_a_row_is_taken_out_and_a_new_one_comes_in(viewer, plan_id):
    table = whole_plan_file(viewer, plan_id).table
    first, _, *others = table.rows
    new = ["", *first[1:6], "1.3", "Oars are locked away", *[""] * (len(first) - 8)]
    draft = whole_plan(list_xlsx("Whole plan", table.headings, [first, new, *others]))
    accept(viewer, factories.import_in_review(viewer, draft))
    plan = plan_content(viewer, plan_id).plan
    assert [row.objective for row in plan.rows] == ["Fewer boats are stolen", "Oars are locked away"]
    assert [theme.title for theme in plan.themes] == ["Thefts", "Getting home"]


def test_a_sheet_older_than_the_row_it_changes_is_refused_and_nothing_is_lost(viewer, plan_id):
    _, import_id = brought_back(viewer, plan_id, Target="20 boats")
    row = plan_content(viewer, plan_id).plan.rows[0]
    edit_objective(
        viewer,
        plan_id=plan_id,
        objective_id=int(row.key),
        version=seen(viewer, plan_id, int(row.key)),
        row=replace(row, baseline="44 boats"),
    )
    with pytest.raises(ProblemsError, match="was changed here after this sheet"):
        accept(viewer, import_id)
    assert plan_content(viewer, plan_id).plan.rows[0].baseline == "44 boats"


def test_cells_that_cannot_be_read_are_named(viewer, plan_id):
    draft, _ = brought_back(
        viewer,
        plan_id,
        Due_date="soon",
        Kind_of_funding="found",
        Spent_so_far="-3",
        Strands="weather",
    )
    told = [warning.message for warning in draft.plans[0].rows[0].warnings]
    assert [message.split(" ")[0] for message in told] == ["“weather”", "“soon”", "“found”", "“-3”"]
    assert all("2 (" in message for message in told)


def test_a_field_whose_cell_cannot_be_read_keeps_what_the_plan_says(viewer, plan_id):
    before = everything(viewer, plan_id)
    bad = {"Due_date": "soon", "Kind_of_funding": "found", "Planned_cost": "a lot", "Spent_so_far": "-3"}
    _, import_id = brought_back(viewer, plan_id, Strands="weather", **bad)
    page = import_page(viewer, import_id)
    assert page.plans[0].corrects.rows == ()
    (doubt,) = page.doubts
    assert [str(warning.place).split(", ")[0] for warning in doubt.warnings] == ["sheet Whole plan"] * 5
    assert all("The field keeps what the plan says now" in warning.message for warning in doubt.warnings)
    settle_row(viewer, import_id=import_id, version=1, key=doubt.key)
    accept_import(viewer, import_id=import_id, version=2, as_correction=True)
    assert everything(viewer, plan_id) == before


def test_words_moved_to_a_field_nobody_could_read_are_the_ones_kept(viewer, plan_id):
    draft = whole_plan(without_column(viewer, plan_id, "Target"))
    row = replace(draft.rows[0], target="12 boats")
    import_id = factories.import_in_review(viewer, draft)
    correct_row(viewer, import_id=import_id, version=1, row=row)
    accept_import(viewer, import_id=import_id, version=2, as_correction=True)
    assert plan_content(viewer, plan_id).plan.rows[0].target == "12 boats"


@pytest.mark.parametrize(
    "heading",
    ["Target", "Actions", "Planned cost", "Strands", "Update 2031-32 Q1", "Other: Cost code"],
)
def test_a_column_that_was_taken_out_empties_nothing(viewer, plan_id, heading):
    before = everything(viewer, plan_id)
    draft = whole_plan(without_column(viewer, plan_id, heading))
    import_id = factories.import_in_review(viewer, draft)
    assert import_page(viewer, import_id).plans[0].corrects.rows == ()
    accept(viewer, import_id)
    assert everything(viewer, plan_id) == before


def test_a_sheet_without_its_themes_is_refused(viewer, plan_id):
    before = everything(viewer, plan_id)
    import_id = factories.import_in_review(viewer, whole_plan(without_column(viewer, plan_id, "Theme")))
    with pytest.raises(ProblemsError, match="no column “Theme”"):
        accept(viewer, import_id)
    assert everything(viewer, plan_id) == before


def test_a_spoilt_number_takes_no_other_rows_objective(viewer, plan_id):
    rows = plan_content(viewer, plan_id).plan.rows
    _, import_id = brought_back(viewer, plan_id, Joint_Action_number="one", Objective=rows[1].objective)
    accept(viewer, import_id)
    assert plan_content(viewer, plan_id).plan.rows[1].key == rows[1].key


def test_an_agreed_plan_is_amended_by_its_sheet(viewer):
    plan_id = factories.accepted_plan(viewer)
    _, import_id = brought_back(viewer, plan_id, Target="20 sheds")
    accept(viewer, import_id)
    assert Amendment.objects.get().reason == "A corrected document was accepted: whole.xlsx"


def test_a_sheet_of_another_partnership_is_a_new_plan_there(viewer, plan_id):
    stranger = factories.whitmoor()
    draft = whole_plan(sheet(viewer, plan_id))
    (theirs,) = accept(stranger, factories.import_in_review(stranger, draft))
    assert theirs != plan_id
    assert Plan.objects.get(pk=theirs).partnership_id == stranger.partnership_id
    assert not Continuation.objects.exists()


def test_an_uploaded_sheet_goes_through_the_guard(viewer, plan_id, tmp_path):
    path = tmp_path / "whole.xlsx"
    path.write_bytes(sheet(viewer, plan_id))
    sent = upload_document(viewer, path=path, name=path.name, idempotency_key=uuid4(), at_once=True)
    page = import_page(viewer, sent.import_id)
    assert page.refusal == ""
    (plan,) = page.plans
    assert plan.corrects is not None
    assert plan.corrects.rows == ()


def test_only_those_who_write_plans_take_the_sheet_and_others_plans_are_absent(viewer, plan_id):
    stranger = factories.whitmoor()
    with pytest.raises(NotAllowedError):
        whole_plan_file(factories.member(Role.ANALYST), plan_id)
    with pytest.raises(NotVisibleError):
        whole_plan_file(stranger, plan_id)
