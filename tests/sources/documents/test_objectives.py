import pytest

from jointaction.domain.drafts import NOWHERE
from jointaction.domain.fields import Field
from jointaction.sources.documents.blocks import Paragraph
from jointaction.sources.documents.objectives import objective, told_line, with_told
from jointaction.sources.documents.plan_reader import read_plan
from tests.sources.documents.stage_values import aligned_row, blocks, columns, heading, word_table

HEADER = ("Actions", "Lead agency/officer", "Funding", "Output target and date(s)")
BOATS = ("Mark all boats", "Lock Keeper", "Funding required", "60 boats by May")
SHEDS = ("Light the sheds", "Council", "£400 agreed", "9 sheds by June")


@pytest.mark.parametrize(
    ("text", "ref", "words"),
    [
        ("Objective 1.1: Fewer boats stolen", "1.1", "Fewer boats stolen"),
        ("Strategic objective 2 - Calm nights", "2", "Calm nights"),
        ("1.2 Calm nights", "1.2", "Calm nights"),
        ("AIM B) Calm nights", "B", "Calm nights"),
        ("Objective: Calm nights", None, "Calm nights"),
    ],
)
def test_a_heading_with_a_label_or_two_numbers_is_an_objective(text, ref, words):
    found = objective(text, NOWHERE)

    assert found is not None
    told = {part.field: part.words for part in found.told}
    assert (told.get(Field.REF), told[Field.OBJECTIVE]) == (ref, words)


@pytest.mark.parametrize("text", ["Priority 1: Boats", "1. Boats", "Objectives of the plan", "Boats"])
def test_other_headings_are_no_objectives(text):
    assert objective(text, NOWHERE) is None


def test_a_labelled_line_tells_its_field():
    told = told_line(Paragraph("Baseline: 40 boats in 2011"))

    assert told is not None
    assert (told.field, told.heading, told.words) == (Field.BASELINE, "Baseline", "40 boats in 2011")
    assert told_line(Paragraph("Please note: the lock is shut")) is None


def test_rows_without_references_share_the_objective_above_them():
    above = objective("Objective 1.1: Fewer boats stolen", NOWHERE)
    assert above is not None

    rows = list(with_told([aligned_row("Mark"), aligned_row("Light")], columns(Field.ACTION), above))

    assert [len(row.cells) for row in rows] == [3, 1]


def test_rows_with_references_each_have_the_objective_above_them():
    above = objective("Objective 1.1: Fewer boats stolen", NOWHERE)
    assert above is not None
    fields = columns(Field.REF, Field.ACTION)

    rows = list(with_told([aligned_row("1", "Mark"), aligned_row("2", "Light")], fields, above))

    assert [row.text(3) for row in rows] == ["Fewer boats stolen"] * 2


def test_priorities_are_themes_and_objectives_head_their_tables():
    found = read_plan(
        blocks(
            heading("Lock Strategy 2012-15"),
            heading("Priority 1: Boats"),
            Paragraph("Objective 1.1: Fewer boats stolen"),
            Paragraph("Baseline: 40 boats in 2011"),
            word_table(HEADER, BOATS, SHEDS),
            Paragraph("Objective 1.2: Calm nights"),
            word_table(HEADER, BOATS),
            heading("Priority 2: Lanes"),
            Paragraph("Objective 2.1: Lit lanes"),
            word_table(HEADER, SHEDS),
        )
    )

    (plan,) = found.plans
    assert [(theme.number, theme.title, len(theme.rows)) for theme in plan.themes] == [
        ("1", "Boats", 2),
        ("2", "Lanes", 1),
    ]
    assert [(row.ref, row.objective) for row in plan.rows] == [
        ("1.1", "Fewer boats stolen"),
        ("1.2", "Calm nights"),
        ("2.1", "Lit lanes"),
    ]
    assert plan.rows[0].actions == ("Mark all boats", "Light the sheds")
    assert plan.rows[0].lead_agencies == ("Lock Keeper", "Council")
    assert plan.rows[0].baseline == "40 boats in 2011"
    assert [column.heading for column in plan.columns[:2]] == ["Ref", "Objective"]
    assert found.warnings == ()


def test_objectives_head_the_rows_below_them_on_a_sheet():
    found = read_plan(
        blocks(
            word_table(
                ("Lock Strategy 2012-15", "", "", ""),
                ("Priority 1: Boats", "", "", ""),
                ("Objective 1.1: Fewer boats stolen", "", "", ""),
                HEADER,
                BOATS,
                ("Objective 1.2: Calm nights", "", "", ""),
                HEADER,
                SHEDS,
                sheet="Plan",
            )
        )
    )

    assert [(row.ref, row.actions) for row in found.rows] == [
        ("1.1", ("Mark all boats",)),
        ("1.2", ("Light the sheds",)),
    ]
    assert [theme.title for plan in found.plans for theme in plan.themes] == ["Boats"]


def test_an_objective_without_a_table_is_told():
    found = read_plan(
        blocks(
            heading("Lock Strategy 2012-15"),
            word_table(HEADER, BOATS),
            Paragraph("Objective 1.2: Calm nights"),
        )
    )

    assert [warning.quote for warning in found.warnings] == ["Objective 1.2: Calm nights"]
