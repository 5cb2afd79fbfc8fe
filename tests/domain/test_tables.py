import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointaction.domain.drafts import ColumnDraft, PlanDraft, ThemeDraft, UpdateDraft
from jointaction.domain.fields import Field
from jointaction.domain.table_columns import WIDTHS, areas_of, update_heading
from jointaction.domain.tables import plan_sections, theme_heading
from tests.domain.drafts import COLUMNS, a_plan, a_row, documents, full_row

NORTH, SOUTH = (
    UpdateDraft("North", "2031-32 Q3", "Alderbrook"),
    UpdateDraft("South", "2031-32 Q3", "Wharf End"),
)
BY_AREA = (a_row("r1", updates=(NORTH, SOUTH)), a_row("r2", updates=(UpdateDraft("All", "2031-32 Q3"),)))


def section(*rows, period="2031-32 Q4", columns=COLUMNS, year="2031-32"):
    (only,) = plan_sections(
        PlanDraft("Safer Sheds", year, (ThemeDraft("1", "Thefts", rows),), columns), period
    )
    return only


def headings(table):
    return [column.heading for column in table.columns]


def texts(table, at=0):
    return {
        column.heading: cell.text for column, cell in zip(table.columns, table.rows[at].cells, strict=True)
    }


def test_a_theme_is_shown_in_the_councils_own_columns():
    assert headings(section(full_row("r1"))) == [column.heading for column in COLUMNS]


def test_a_plan_without_columns_is_shown_in_ours():
    table = section(full_row("r1"), columns=())
    assert headings(table) == [
        "Ref",
        "Objective",
        "Actions",
        "Measures",
        "Lead agency",
        "Update: 2031-32 Quarter 4",
    ]


def test_each_cell_shows_its_field():
    assert texts(section(full_row("r1"))) == {
        "Ref": "r1.1",
        "What we want": "Fewer sheds are broken into",
        "What we will do": "Mark garden tools at the spring fair\nLend shed alarms through libraries",
        "How we will know": "Tools marked\nSheds entered, against last year",
        "Indicator": "NI 16, LI 3",
        "Who leads": "Constabulary",
        "Which group": "Burglary Group",
        "Who helps": "Allotment society, Library service",
        "Cost code": "C-17",
        "Progress 2031-32 Quarter 4": "Three fairs held\nAlarms all lent",
    }


def test_several_actions_are_a_list_and_a_single_one_is_a_text():
    table = section(a_row("r1", actions=("One", "Two"), measures=("Only",)))
    actions, measures = table.rows[0].cells[2], table.rows[0].cells[3]
    assert (actions.is_list, measures.is_list) == (True, False)


def test_an_empty_field_is_an_empty_cell():
    assert texts(section(a_row("r1", ref=None)))["Ref"] == ""
    assert section(a_row("r1")).rows[0].cells[2].lines == ()


def test_a_row_carries_its_key_to_the_table():
    assert [row.key for row in section(a_row("r1"), a_row("r2")).rows] == ["r1", "r2"]


def test_updates_of_several_areas_stand_in_columns_side_by_side():
    table = section(*BY_AREA, period="2031-32 Q3")
    assert headings(table)[-3:] == ["Alderbrook", "Wharf End", "Whole district"]
    assert {column.group for column in table.columns[-3:]} == {"Update: 2031-32 Quarter 3"}
    assert table.is_grouped
    assert [cell.text for cell in table.rows[0].cells[-3:]] == ["North", "South", ""]
    assert [cell.text for cell in table.rows[1].cells[-3:]] == ["", "", "All"]


def test_a_theme_whose_updates_are_of_one_area_has_one_update_column():
    table = section(BY_AREA[1], period="2031-32 Q3")
    assert headings(table)[-1] == "Update: 2031-32 Quarter 3"
    assert not table.is_grouped


def test_the_areas_come_in_the_order_met():
    theme = ThemeDraft("1", "Thefts", BY_AREA)
    assert areas_of(theme, "2031-32 Q3") == ("Alderbrook", "Wharf End", None)
    assert areas_of(theme, "2031-32 Q4") == (None,)


def test_only_the_updates_of_the_chosen_period_are_shown_and_those_of_no_period():
    row = a_row(
        "r1",
        updates=(UpdateDraft("Old", "2031-32 Q3"), UpdateDraft("New", "2031-32 Q4"), UpdateDraft("Ever")),
    )
    assert section(row).rows[0].cells[-1].lines == ("New", "Ever")


def test_without_a_period_every_update_stands_under_its_own():
    row = a_row("r1", updates=(UpdateDraft("Old", "2031-32 Q3"), UpdateDraft("New\nNewer", "2031-32 Q4")))
    assert section(row, period=None).rows[0].cells[-1].lines == (
        "2031-32 Q3:",
        "Old",
        "2031-32 Q4:",
        "New",
        "Newer",
    )


@pytest.mark.parametrize(
    ("heading", "period", "shown"),
    [
        ("Progress 2031-32 Quarter 4", "2031-32 Q4", "Progress 2031-32 Quarter 4"),
        ("Progress Q4", "2031-32 Q4", "Progress Q4"),
        ("Progress Q4", "2031-32 Q3", "Update: 2031-32 Quarter 3"),
        ("Progress", "2031-32 Q3", "Update: 2031-32 Quarter 3"),
        ("Progress", "2031-32", "Progress"),
        ("Progress", None, "Progress"),
    ],
)
def test_the_councils_heading_stays_where_it_names_the_period_shown(heading, period, shown):
    assert update_heading(heading, "2031-32", period) == shown


@pytest.mark.parametrize(
    ("number", "title", "heading"),
    [("1", "Thefts", "1. Thefts"), (None, "Thefts", "Thefts"), ("1", None, "1."), (None, None, None)],
)
def test_a_theme_is_headed_by_its_number_and_title(number, title, heading):
    assert theme_heading(ThemeDraft(number, title)) == heading


def test_two_columns_of_notes_each_show_their_own():
    columns = (ColumnDraft("Risk", Field.NOTE), ColumnDraft("Cost code", Field.NOTE))
    assert texts(section(full_row("r1"), columns=columns)) == {"Risk": "", "Cost code": "C-17"}


def test_every_field_has_a_width():
    assert set(WIDTHS) == set(Field)


@given(documents(), st.sampled_from([None, "2031-32 Q3", "2031-32 Q4", "2031-32"]))
def test_every_row_fills_every_column_and_the_widths_make_up_the_whole(draft, period):
    for plan in draft.plans:
        for table, theme in zip(plan_sections(plan, period), plan.themes, strict=True):
            assert sum(column.width for column in table.columns) == pytest.approx(1)
            assert [row.key for row in table.rows] == [row.key for row in theme.rows]
            assert {len(row.cells) for row in table.rows} == {len(table.columns)}


@given(documents())
def test_without_a_period_no_word_of_any_update_is_missing(draft):
    for plan in draft.plans:
        shown = " ".join(
            cell.text for table in plan_sections(plan, None) for row in table.rows for cell in row.cells
        )
        for row in plan.rows:
            for update in row.updates:
                assert all(word in shown for word in update.text.split())


def test_a_plan_of_two_themes_makes_two_tables():
    plan = PlanDraft("Safer Sheds", "2031-32", a_plan(a_row("r1")).themes * 2, COLUMNS)
    assert [table.heading for table in plan_sections(plan, None)] == ["1. Thefts", "1. Thefts"]
