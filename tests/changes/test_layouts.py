"""Layouts of a partnership's own: made, changed, deleted, used for a plan."""

import pytest

from jointaction.changes.layouts import change_layout, delete_layout, make_layout, use_layout
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.catalogue.layouts import LAYOUTS, PLAIN
from jointaction.domain.drafts import ColumnDraft
from jointaction.domain.fields import Field
from jointaction.domain.life import PlanState
from jointaction.domain.plans import EditConflictError, ProblemsError
from jointaction.queries.layouts import (
    layout_named,
    layout_preview,
    layouts_page,
    plan_layout_page,
    starting_columns,
    starting_layout,
)
from jointaction.queries.plans import plan_page
from jointaction.store.models import Layout, Partnership, Plan
from tests import factories
from tests.changes.trail import entries

pytestmark = pytest.mark.django_db
COLUMNS = (ColumnDraft("Aim", Field.OBJECTIVE, 2.0), ColumnDraft("Progress", Field.UPDATE, by_quarter=True))


@pytest.fixture
def layout_id(viewer):
    return make_layout(viewer, name="Ours", columns=COLUMNS)


def test_a_layout_is_kept_with_its_columns_and_a_line_in_the_trail(viewer):
    with entries() as added:
        layout_id = make_layout(viewer, name=" Ours ", columns=COLUMNS)
    assert [(entry.action, entry.after) for entry in added] == [("make layout", "Aim | Progress")]
    line = layout_named(viewer, str(layout_id))
    assert (line.layout.name, line.layout.columns, line.version, line.is_own) == ("Ours", COLUMNS, 1, True)


def test_the_form_sent_twice_makes_one_layout(viewer, layout_id):
    assert make_layout(viewer, name="Ours", columns=COLUMNS) == layout_id
    assert Layout.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"name": "OURS"}, "name"),
        ({"columns": ()}, "columns"),
    ],
)
def test_what_is_no_layout_is_refused_at_its_field(viewer, layout_id, said, field):
    with pytest.raises(ProblemsError) as refused:
        make_layout(viewer, **({"name": "Another", "columns": COLUMNS[:1]} | said))
    assert refused.value.problems[0].field == field


def test_a_layout_is_changed_from_what_was_seen_and_may_keep_its_name(viewer, layout_id):
    change_layout(viewer, layout_id, version=1, name="Ours", columns=COLUMNS[:1])
    assert layout_named(viewer, str(layout_id)).layout.columns == COLUMNS[:1]
    with pytest.raises(EditConflictError):
        change_layout(viewer, layout_id, version=1, name="Ours", columns=COLUMNS)


def test_a_layout_a_plan_has_cannot_be_deleted_until_the_plan_has_another(viewer, layout_id):
    plan_id = factories.accepted_plan(viewer)
    Partnership.objects.update(starting_layout=str(layout_id))
    use_layout(viewer, plan_id=plan_id, key=str(layout_id), version=1)
    with pytest.raises(ProblemsError, match="Safer Sheds"):
        delete_layout(viewer, layout_id, version=1)
    use_layout(viewer, plan_id=plan_id, key="plain", version=2)
    delete_layout(viewer, layout_id, version=1)
    assert not Layout.objects.exists()
    assert Partnership.objects.get(pk=viewer.partnership_id).starting_layout == ""


def test_a_plan_is_shown_in_the_layout_that_is_used_for_it(viewer, layout_id):
    plan_id = factories.accepted_plan(viewer)
    with entries() as added:
        use_layout(viewer, plan_id=plan_id, key=str(layout_id), version=1)
        use_layout(viewer, plan_id=plan_id, key=str(layout_id), version=1)
    assert [(entry.action, entry.summary) for entry in added] == [("use layout", "Ours")]
    page = plan_page(viewer, plan_id)
    assert page.version == 2
    assert [column.heading for column in page.sections[0].columns][:2] == ["Aim", "Quarter 1"]


def test_a_plan_somebody_changed_or_closed_keeps_its_layout(viewer, layout_id):
    plan_id = factories.accepted_plan(viewer)
    with pytest.raises(EditConflictError):
        use_layout(viewer, plan_id=plan_id, key="plain", version=7)
    Plan.objects.update(state=PlanState.CLOSED.value)
    with pytest.raises(ProblemsError):
        use_layout(viewer, plan_id=plan_id, key="plain", version=1)


def test_only_who_may_designs_layouts_and_nobody_those_of_others(viewer, layout_id):
    plan_id = factories.accepted_plan(viewer)
    analyst, outsider = factories.member(Role.ANALYST), factories.whitmoor()
    for person, refusal in ((analyst, NotAllowedError), (outsider, NotVisibleError)):
        with pytest.raises(refusal):
            change_layout(person, layout_id, version=1, name="Theirs", columns=COLUMNS)
        with pytest.raises(refusal):
            delete_layout(person, layout_id, version=1)
        with pytest.raises(refusal):
            use_layout(person, plan_id=plan_id, key="plain", version=1)
        with pytest.raises(refusal):
            plan_layout_page(person, plan_id)
    assert layout_named(analyst, str(layout_id)).layout.name == "Ours"
    with pytest.raises(NotVisibleError):
        layout_named(outsider, str(layout_id))
    with pytest.raises(NotAllowedError):
        layouts_page(factories.public(viewer))


def test_own_layouts_come_first_and_the_list_takes_one_query(viewer, layout_id, django_assert_num_queries):
    with django_assert_num_queries(1):
        lines = layouts_page(viewer)
    assert [line.layout.name for line in lines][:2] == ["Ours", PLAIN.name]
    for number in range(20):
        make_layout(viewer, name=f"Ours {number}", columns=COLUMNS)
    with django_assert_num_queries(1):
        assert len(layouts_page(viewer)) == 21 + len(LAYOUTS)


def test_a_page_tells_what_a_layout_would_not_show(viewer):
    plan_id = factories.accepted_plan(viewer)
    unshown = dict(plan_layout_page(viewer, plan_id, "plain").unshown)
    assert unshown["Lead group"] == 2
    assert unshown["Cost code"] == 1
    assert "Objective" not in unshown


def test_a_preview_shows_the_latest_plan_or_an_invented_one(viewer):
    assert layout_preview(viewer, COLUMNS).plan == "an invented plan"
    factories.accepted_plan(viewer)
    preview = layout_preview(viewer, COLUMNS)
    assert preview.plan == "Safer Sheds"
    assert preview.sections[0].columns[0].heading == "Aim"


def test_a_preview_tells_which_headings_would_be_misread_in_a_document_that_comes_back(viewer):
    columns = (
        ColumnDraft("Lead agency", Field.SUPPORT),
        ColumnDraft("Wishes", Field.OBJECTIVE),
        *COLUMNS[1:],
    )
    told = [(each.heading, each.read_as) for each in layout_preview(viewer, columns).misread]
    assert told == [("Lead agency", Field.LEAD_AGENCY), ("Wishes", Field.NOTE)]
    assert not [key for key, layout in LAYOUTS.items() if layout_preview(viewer, layout.columns).misread]


@pytest.mark.parametrize("key", LAYOUTS)
def test_every_layout_that_comes_along_has_a_preview_without_an_empty_column(viewer, key):
    (section,) = layout_preview(viewer, LAYOUTS[key].columns).sections
    told = [any(row.cells[at].lines for row in section.rows) for at in range(len(section.columns))]
    quarters = [bool(column.group) and column.heading.startswith("Quarter") for column in section.columns]
    assert all(is_told or is_quarter for is_told, is_quarter in zip(told, quarters, strict=True))


def test_a_new_plan_starts_with_the_columns_of_the_latest_else_those_chosen_at_the_start(viewer):
    assert starting_layout(viewer) is PLAIN
    Partnership.objects.update(starting_layout="duties")
    assert starting_layout(viewer) is LAYOUTS["duties"]
    plan_id = factories.accepted_plan(viewer)
    assert starting_layout(viewer).name == "As in Safer Sheds"
    assert starting_columns(viewer, f"plan-{plan_id}") == starting_layout(viewer).columns
    assert starting_columns(viewer, "duties") == LAYOUTS["duties"].columns
    assert starting_columns(viewer, "") == PLAIN.columns
