import pytest

from jointaction.domain.drafts import DocumentDraft
from jointaction.domain.fields import Field
from jointaction.sources.documents.blocks import Blocks, Paragraph
from jointaction.sources.documents.plan_reader import read_plan
from jointaction.sources.documents.text import text_blocks
from tests.sources.documents.stage_values import blocks, heading, spanning, word_table

PLAN = """Community Safety Plan 2011-12

1. SAFER STREETS
Ref\tObjective\tActions\tMeasure\tLead agency\tUpdate: 2011/12 Quarter 4
1.1\t1.1 Quieter nights\tRun patrols Hold talks\tNo of walks\tPolice, Probati on\tPatrols ran on the 9 th and

\t\t\t\t\tmany came. Probation helped.
1.2\tCleaner parks\tSweep\tN/A\tCouncil\t
"""


@pytest.fixture(scope="module")
def draft() -> DocumentDraft:
    return read_plan(text_blocks(PLAN))


def test_plan_theme_and_rows_are_found(draft):
    (plan,) = draft.plans

    assert (plan.title, plan.year) == ("Community Safety Plan 2011-12", "2011-12")
    assert [(theme.number, theme.title) for theme in plan.themes] == [("1", "SAFER STREETS")]
    assert [(row.key, row.ref) for row in plan.rows] == [("1.1.1", "1.1"), ("1.1.2", "1.2")]


def test_each_field_holds_its_words(draft):
    row = draft.rows[0]

    assert row.objective == "Quieter nights"
    assert row.actions == ("Run patrols", "Hold talks")
    assert row.measures == ("No of walks",)
    assert row.lead_agencies == ("Police", "Probation")
    assert [(update.period, update.area) for update in row.updates] == [("2011-12 Q4", None)]
    assert row.updates[0].text == "Patrols ran on the 9th and many came. Probation helped."


def test_empty_marks_are_empty_lists(draft):
    assert draft.rows[1].measures == ()
    assert draft.rows[1].updates == ()


def test_the_councils_columns_are_kept(draft):
    assert [(column.heading, column.field) for column in draft.plans[0].columns][-2:] == [
        ("Lead agency", Field.LEAD_AGENCY),
        ("Update: 2011/12 Quarter 4", Field.UPDATE),
    ]


def test_every_change_and_doubt_is_told(draft):
    codes = [(warning.code, warning.quote) for warning in draft.rows[0].warnings]

    assert ("word-rejoined", "Probati on") in codes
    assert ("reference-repeated", "1.1 Quieter nights") in codes


def test_every_field_remembers_its_cells(draft):
    updates = [origin for origin in draft.rows[0].origins if origin.field is Field.UPDATE]

    assert [(origin.place.line, origin.place.cell) for origin in updates] == [(5, "6"), (7, "6")]
    assert updates[1].source_text == "many came. Probation helped."
    assert all(0 < origin.confidence <= 1 for origin in draft.rows[0].origins)


def test_a_theme_column_groups_the_rows():
    found = read_plan(
        blocks(
            heading("Plan 2011-12"),
            word_table(
                ("Theme", "Action", "Lead"), ("Homes", "Fit locks", "Police"), ("Streets", "Sweep", "Council")
            ),
        )
    )

    assert [(theme.title, len(theme.rows)) for theme in found.plans[0].themes] == [
        ("Homes", 1),
        ("Streets", 1),
    ]


def test_a_cell_merged_over_rows_counts_for_each_of_them():
    found = read_plan(
        blocks(
            word_table(
                ("Ref", "Aim", "Lead"),
                ("1", "Calm", spanning("Police", rows=2)),
                ("2", "Quiet"),
                ("3", "Clean", "Council"),
            )
        )
    )

    assert [row.lead_agencies for row in found.rows] == [("Police",), ("Police",), ("Council",)]


def test_statuses_of_quarters_are_all_updates_of_their_quarters():
    table = word_table(("Ref", "Aim", "RAG Q1", "RAG Q2"), ("1", "Calm", "Red", "Green"))
    found = read_plan(blocks(heading("Plan 2011-12"), table))

    (row,) = found.rows
    assert row.status is None
    assert [(update.period, update.text) for update in row.updates] == [
        ("2011-12 Q1", "Red"),
        ("2011-12 Q2", "Green"),
    ]


def test_a_status_over_four_quarters_is_an_update_of_each():
    table = word_table(
        ("Ref", "Aim", "Status", "", "", ""), ("", "", "Q1", "Q2", "Q3", "Q4"), ("1", "Calm", *"RAGB")
    )
    found = read_plan(blocks(heading("Plan 2011-12"), table))

    (row,) = found.rows
    assert [update.text for update in row.updates] == list("RAGB")
    assert [update.period for update in row.updates] == [f"2011-12 Q{quarter}" for quarter in (1, 2, 3, 4)]


def test_a_status_of_one_quarter_is_the_rows_status():
    found = read_plan(blocks(word_table(("Ref", "Aim", "RAG Q2"), ("1", "Calm", "Green"))))

    assert [row.status for row in found.rows] == ["Green"]


def test_a_line_that_states_the_quarter_gives_updates_their_period():
    found = read_plan(
        blocks(
            heading("Lamp Strategy 2017-2021"),
            Paragraph("Quarter 2 update July - September 2017"),
            word_table(("Ref", "Aim", "Progress"), ("1", "Calm", "Two lamps lit.")),
        )
    )

    (row,) = found.rows
    assert [theme.title for plan in found.plans for theme in plan.themes] == [None]
    assert [update.period for update in row.updates] == ["2017-18 Q2"]
    assert [warning.code for warning in found.warnings] == ["period-stated"]


def test_a_title_that_names_a_quarter_gives_updates_their_period():
    found = read_plan(
        blocks(
            heading("Lamp Plan 2011-12: Quarter 3 report"),
            word_table(("Ref", "Aim", "Progress"), ("1", "Calm", "Two lamps lit.")),
        )
    )

    assert [update.period for row in found.rows for update in row.updates] == ["2011-12 Q3"]


def test_portrait_tables_on_one_sheet_are_read_below_their_titles():
    found = read_plan(
        blocks(
            word_table(
                ("Lamp Plan 2011-12", ""),
                ("Priority 1: Lanes", ""),
                *(("Aim", "Lit lanes"), ("Actions", "Hang lamps"), ("Lead", "Council")),
                ("Priority 2: Locks", ""),
                *(("Aim", "Dry feet"), ("Actions", "Mend gates"), ("Lead", "Lock Keeper")),
                sheet="Plan",
            )
        )
    )

    (plan,) = found.plans
    assert (plan.title, [theme.title for theme in plan.themes]) == ("Lamp Plan 2011-12", ["Lanes", "Locks"])
    assert [(row.objective, row.actions) for row in plan.rows] == [
        ("Lit lanes", ("Hang lamps",)),
        ("Dry feet", ("Mend gates",)),
    ]


def test_a_note_below_a_sheets_table_belongs_to_no_row():
    note = "Notes: costs are guesses."
    found = read_plan(blocks(word_table(("Ref", "Aim", "Lead"), ("1", "Calm", "Ferry"), (note, "", ""))))

    assert [row.ref for row in found.rows] == ["1"]
    assert [warning.quote for warning in found.warnings] == [note]


def test_lines_above_the_header_of_a_sheet_leave_its_title():
    found = read_plan(
        blocks(
            word_table(
                ("Lamp Plan 2011-12", "", ""),
                ("Written by the lamp team for its friends.", "", ""),
                ("Ref", "Aim", "Lead"),
                ("1", "Calm", "Ferry"),
                sheet="Plan",
            )
        )
    )

    assert [plan.title for plan in found.plans] == ["Lamp Plan 2011-12"]
    assert [warning.quote for warning in found.warnings] == ["Written by the lamp team for its friends."]


def test_tables_by_status_in_one_run_of_text_keep_title_and_statuses():
    text = (
        "Lamp Plan 2011-12\n\nCompleted actions\nRef\tAim\tLead\n1\tCalm\tFerry\n"
        "Ongoing actions\nRef\tAim\tLead\n2\tQuiet\tCouncil"
    )

    (plan,) = read_plan(text_blocks(text)).plans

    assert plan.title == "Lamp Plan 2011-12"
    assert [(row.ref, row.status) for row in plan.rows] == [
        ("1", "Completed actions"),
        ("2", "Ongoing actions"),
    ]


def test_a_row_of_sums_is_no_part_of_the_row_above():
    found = read_plan(
        blocks(
            word_table(
                ("Ref", "Action", "Lead", "Cost"),
                ("1", "Light the lane", "Council", "£40"),
                ("", "Total", "", "£40"),
            )
        )
    )

    assert [row.actions for row in found.rows] == [("Light the lane",)]
    assert [row.funding for row in found.rows] == ["£40"]
    assert [warning.quote for warning in found.warnings] == ["Total £40"]


def test_two_areas_have_an_update_each():
    text = "Plan 2011-12\n\nRef\tAim\tUpdate Q2\t\n\t\tNorth\tSouth\n1\tCalm\tFewer calls\tMore calls"

    (row,) = read_plan(text_blocks(text)).rows

    assert [(update.area, update.period, update.text) for update in row.updates] == [
        ("North", "2011-12 Q2", "Fewer calls"),
        ("South", "2011-12 Q2", "More calls"),
    ]


def test_an_update_within_an_action_is_an_update():
    found = read_plan(
        blocks(
            heading("Plan 2011-12"),
            word_table(("Objective", "Action", "Lead"), ("Calm", "Run patrols\nUpdate - six run", "Police")),
        )
    )

    (row,) = found.rows
    assert row.actions == ("Run patrols",)
    assert [update.text for update in row.updates] == ["six run"]


def test_text_without_a_plan_is_told_whole():
    found = read_plan(text_blocks("Dear all\nnothing here"))

    assert found.plans == ()
    assert [warning.code for warning in found.warnings] == [
        "text-not-placed",
        "text-not-placed",
        "no-plan-found",
    ]


def test_an_empty_document_says_that_no_plan_was_found():
    assert [warning.code for warning in read_plan(Blocks(())).warnings] == ["no-plan-found"]


def test_guessed_columns_are_told():
    found = read_plan(
        text_blocks("Plan 2011-12\n\n1\tCalm\tRun patrols\tPolice\n2\tQuiet\tHold talks\tPolice")
    )

    assert "columns-guessed" in [warning.code for warning in found.warnings]
    assert [row.ref for row in found.rows] == ["1", "2"]


def test_a_header_of_two_rows_is_known_again_by_its_first_alone():
    head = "Ref\tAim\tUpdate Q2\t\n\t\tNorth\tSouth\n"
    text = f"Plan 2011-12\n\n{head}1\tCalm\tFew\tMany\n\fRef\tAim\tUpdate Q2\t\n2\tQuiet\tMore\tFewer"

    found = read_plan(text_blocks(text))

    assert [[(update.area, update.text) for update in row.updates] for row in found.rows] == [
        [("North", "Few"), ("South", "Many")],
        [("North", "More"), ("South", "Fewer")],
    ]


def test_lines_told_with_an_objective_above_a_sheets_header_fill_its_fields():
    found = read_plan(
        blocks(
            word_table(
                ("Lock Strategy 2012-15", "", ""),
                ("Objective 1.1: Fewer boats stolen", "", ""),
                ("Measure of success: Boats marked", "", ""),
                ("Baseline: 40 boats", "", ""),
                ("Action", "Lead", "When"),
                ("Mark boats", "Lock Keeper", "May"),
                sheet="Plan",
            )
        )
    )

    assert [(row.ref, row.measures, row.baseline) for row in found.rows] == [
        ("1.1", ("Boats marked",), "40 boats")
    ]


def test_statuses_of_quarters_keep_their_headings_where_no_year_is_named():
    found = read_plan(blocks(word_table(("Ref", "Aim", "RAG Q1", "RAG Q2"), ("1", "Calm", "Red", "Green"))))

    (row,) = found.rows
    assert row.updates == ()
    assert [(note.heading, note.text) for note in row.notes] == [("RAG Q1", "Red"), ("RAG Q2", "Green")]


def test_a_first_line_with_a_year_above_a_status_is_the_plans_title():
    found = read_plan(
        text_blocks("Lamps for All 2018 update\n\nCompleted actions\nRef\tAim\tLead\n1\tCalm\tFerry")
    )

    assert [(plan.title, [row.status for row in plan.rows]) for plan in found.plans] == [
        ("Lamps for All 2018 update", ["Completed actions"])
    ]
