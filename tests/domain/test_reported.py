"""What was reported for a period and how it stands: the table, the counts and the lines tell the same."""

from dataclasses import replace

import pytest

from jointaction.domain.catalogue.status_schemes import PLAIN
from jointaction.domain.drafts import ColumnDraft, PlanDraft, ThemeDraft, UpdateDraft
from jointaction.domain.fields import Field
from jointaction.domain.paper_counts import paper_counts
from jointaction.domain.reported import NOT_SAID, answers, has_update, marks_for, standing
from jointaction.domain.standing import standing_lines
from jointaction.domain.statuses import NO_UPDATE, Colour, Shape, Status, StatusMark, StatusScheme
from jointaction.domain.tables import plan_sections
from tests.domain.drafts import a_row

YEAR, Q3, QUARTER = "2031-32", "2031-32 Q3", "2031-32 Q4"
ON = Status("on", "On track", Shape.CIRCLE, Colour.GREEN, rank=2)
OFF = Status("off", "Off track", Shape.SQUARE, Colour.RED, rank=1)
LATER = Status("later", "Not due", Shape.DASH, Colour.GREY)
SCHEME = StatusScheme("three", "Three", (ON, OFF, LATER))
SAID = (UpdateDraft("Held", QUARTER),)
MET = "On track"


def a_report(status=None, update=None, mark=None, told=QUARTER):
    """A row with its document's own status, an update of the period `update` and a mark of one period."""
    updates = () if update is None else (UpdateDraft("Held", update or None),)
    marks = (StatusMark(mark, told),) if mark else ()
    return a_row("r1", status=status, updates=updates, marks=marks)


@pytest.mark.parametrize(
    ("row", "cell", "by_quarter", "counted", "updated"),
    [
        (a_report(), NO_UPDATE.word, [NO_UPDATE.word], NO_UPDATE.word, 0),
        (a_report(status=MET), MET, ["", MET], MET, 0),
        (a_report(status="In hand"), "In hand", ["", "In hand"], NOT_SAID, 0),
        (a_report(status=MET, update=QUARTER), MET, ["", MET], MET, 1),
        (a_report(status=MET, update=QUARTER, mark="off-track", told=Q3), "", [""], NOT_SAID, 1),
        (
            a_report(status=MET, mark="off-track", told=Q3),
            NO_UPDATE.word,
            [NO_UPDATE.word],
            NO_UPDATE.word,
            0,
        ),
        (a_report(update=""), "", [""], NOT_SAID, 1),
        (a_report(update=YEAR), "", [""], NOT_SAID, 1),
        (a_report(update=YEAR, mark="on-track", told=YEAR), MET, ["", MET], MET, 1),
        (a_report(update=YEAR, mark="on-track"), MET, [MET], MET, 1),
        (a_report(mark="on-track"), MET, [MET], MET, 0),
        (a_report(update=Q3), NO_UPDATE.word, [NO_UPDATE.word], NO_UPDATE.word, 0),
        (a_report(update="2030-31"), NO_UPDATE.word, [NO_UPDATE.word], NO_UPDATE.word, 0),
    ],
)
def test_the_table_the_counts_and_the_lines_say_the_same(row, cell, by_quarter, counted, updated):
    plan = PlanDraft("Safer Sheds", YEAR, (ThemeDraft("1", "Thefts", (row,)),), scheme=PLAIN)
    columns = (ColumnDraft("How it stands", Field.STATUS), ColumnDraft("Update", Field.UPDATE))
    (table,) = plan_sections(replace(plan, columns=columns), QUARTER)
    (quarters,) = plan_sections(
        replace(plan, columns=(ColumnDraft("How it stands", Field.STATUS, by_quarter=True),)), QUARTER
    )
    counts = {count.label: count.number for count in paper_counts(plan, QUARTER)}
    (line,) = standing_lines(plan, (row,), QUARTER)
    status, update = table.rows[0].cells
    assert status.text == cell
    assert [quarter.text for quarter in quarters.rows[0].cells[3:]] == by_quarter
    assert line.word == (cell or NOT_SAID)
    assert line.status == status.status
    assert (counts[counted], sum(list(counts.values())[2:])) == (1, 1)
    assert counts["With an update for 2031-32 Quarter 4"] == updated
    assert (not line.is_missing, bool(update.lines)) == (bool(updated), bool(updated))


@pytest.mark.parametrize(
    ("said", "period", "is_told"),
    [
        (QUARTER, QUARTER, True),
        (None, QUARTER, True),
        (YEAR, QUARTER, True),
        ("2030-33", QUARTER, True),
        (Q3, QUARTER, False),
        (Q3, YEAR, False),
        ("2030-31", QUARTER, False),
        (Q3, None, True),
    ],
)
def test_a_report_on_a_year_or_without_a_period_is_one_on_its_quarters(said, period, is_told):
    assert answers(said, period) is is_told
    assert has_update(a_row("r1", updates=(UpdateDraft("Held", said),)), period) is is_told


def test_an_area_without_a_mark_in_the_quarter_has_that_of_the_year():
    east, west = StatusMark("on", QUARTER, "East"), StatusMark("off", YEAR, "West")
    assert marks_for((east, west, StatusMark("off", YEAR, "East")), QUARTER) == (east, west)
    assert marks_for((StatusMark("on", Q3), east), None) == (east,)


def test_what_was_reported_on_the_year_says_so_in_a_quarters_column():
    row = a_row("r1", updates=(*SAID, UpdateDraft("All year", YEAR), UpdateDraft("Some time")))
    plan = PlanDraft("Safer Sheds", YEAR, (ThemeDraft("1", "Thefts", (row,)),))
    (table,) = plan_sections(replace(plan, columns=(ColumnDraft("Update", Field.UPDATE),)), QUARTER)
    assert table.rows[0].cells[0].lines == ("Held", "2031-32:", "All year", "Some time")
    columns = (ColumnDraft("Progress Q3", Field.UPDATE), ColumnDraft("Year end", Field.UPDATE))
    (table,) = plan_sections(replace(plan, columns=columns), YEAR)
    assert [cell.lines for cell in table.rows[0].cells] == [(), ("All year", "Some time")]


def test_of_several_areas_the_worst_counts_and_one_without_a_rank_last():
    marks = (
        StatusMark("later", QUARTER, "East"),
        StatusMark("on", QUARTER),
        StatusMark("off", QUARTER, "West"),
    )
    assert standing(a_row("r1", marks=marks), SCHEME, QUARTER) is OFF
    assert standing(a_row("r1", marks=marks[:2]), SCHEME, QUARTER) is ON
    assert standing(a_row("r1", marks=marks[:1]), SCHEME, QUARTER) is LATER


@pytest.mark.parametrize(
    ("row", "stands"),
    [
        (a_row("r1"), NO_UPDATE),
        (a_row("r1", status="On track"), ON),
        (a_row("r1", status="ON TRACK", updates=SAID), ON),
        (a_row("r1", status="Nearly", updates=SAID), None),
        (a_row("r1", marks=(StatusMark("gone", QUARTER),), updates=SAID), None),
        (a_row("r1", marks=(StatusMark("on", Q3),)), NO_UPDATE),
        (a_row("r1", status="On track", marks=(StatusMark("on", Q3),), updates=SAID), None),
    ],
)
def test_without_a_mark_for_the_period_the_rows_own_words_count(row, stands):
    assert standing(row, SCHEME, QUARTER) is stands
