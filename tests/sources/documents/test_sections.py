from jointaction.domain.fields import Field
from jointaction.sources.documents.blocks import Paragraph
from jointaction.sources.documents.grid import strips
from jointaction.sources.documents.outline import Outline
from jointaction.sources.documents.sections import outline
from jointaction.sources.documents.text import text_blocks
from tests.sources.documents.stage_values import blocks, heading, spanning, stock, word_table

HEADER = ("Ref", "Aim", "Lead")
STOCK = stock("plan of the agency")


def read(*parts) -> Outline:
    return outline(strips(blocks(*parts)), STOCK)


def themes(found: Outline) -> list[str | None]:
    return [section.theme.text if section.theme else None for section in found.sections]


def row_counts(found: Outline) -> list[int]:
    return [sum(len(strip.rows) for strip in section.strips) for section in found.sections]


def test_a_title_with_a_year_above_a_table_begins_a_plan():
    one = word_table(HEADER, ("1", "Calm", "Police"))

    found = read(heading("Safety Plan 2011-12"), one, heading("Safety Plan 2012-13"), one)

    assert [plan.words for plan in found.plans if plan] == ["Safety Plan 2011-12", "Safety Plan 2012-13"]
    assert [section.plan for section in found.sections] == [0, 1]


def test_cover_lines_are_no_plan_and_are_told():
    found = read(
        Paragraph("Paper D"),
        Paragraph("2011-12"),
        heading("Safety Plan 2011-12"),
        word_table(HEADER, ("1", "Calm", "Police")),
    )

    assert len(found.plans) == 1
    assert [stray.text for stray in found.strays] == ["Paper D", "2011-12"]


def test_a_repeated_header_goes_on_with_the_section():
    found = read(word_table(HEADER, ("1", "Calm", "Police")), word_table(HEADER, ("2", "Quiet", "Police")))

    assert row_counts(found) == [2]


def test_themes_stand_above_tables_in_their_first_row_or_inside():
    above = read(heading("1. Homes"), word_table(HEADER, ("1", "Calm", "Police")))
    first = read(word_table((spanning("1. Homes", 3),), HEADER, ("1", "Calm", "Police")))
    inside = read(
        word_table(
            HEADER,
            (spanning("1. Homes", 3),),
            ("1", "Calm", "Police"),
            (spanning("2. Streets", 3),),
            ("2", "Quiet", "Police"),
        )
    )

    assert themes(above) == ["1. Homes"]
    assert themes(first) == ["1. Homes"]
    assert themes(inside)[-2:] == ["1. Homes", "2. Streets"]


def test_a_sheet_a_theme_takes_the_sheets_names():
    found = read(
        word_table(HEADER, ("1", "Calm", "Police"), sheet="Homes"),
        word_table(HEADER, ("2", "Quiet", "Police"), sheet="Streets"),
    )

    assert themes(found) == ["Homes", "Streets"]


def test_rows_below_a_clear_title_without_header_keep_the_columns():
    found = outline(
        strips(text_blocks("Ref\tAim\tLead\n1\tCalm\tPolice\n\n2. Streets\n\n2\tQuiet\tPolice")), STOCK
    )

    assert themes(found) == [None, "2. Streets"]
    assert found.sections[1].columns == found.sections[0].columns


def test_another_table_of_word_is_not_taken_for_rows():
    found = read(
        word_table(HEADER, ("1", "Calm", "Police")), heading("Key"), word_table(("Green", "On target"))
    )

    assert row_counts(found) == [1]
    assert [stray.text for stray in found.strays] == ["Key", "Green On target"]


def test_a_header_cut_by_a_page_end_is_whole_again():
    text = "JAG\tAim\tLead\tUpdate 2011/12\n\nref\t\tagency\tQuarter 4\n1\tCalm\tPolice\tDone"

    (section,) = outline(strips(text_blocks(text)), STOCK).sections

    assert [column.heading for column in section.columns] == [
        "JAG ref",
        "Aim",
        "Lead agency",
        "Update 2011/12 Quarter 4",
    ]


def test_an_areas_name_may_go_on_below_a_page_end():
    text = "Ref\tAim\tUpdate\t\n\t\tNorth Team\tSouth & East\n\n\t\t\tTeam\n1\tCalm\tFewer\tMore"

    (section,) = outline(strips(text_blocks(text)), STOCK).sections

    assert [column.part for column in section.columns] == [None, None, "North Team", "South & East Team"]


def test_without_any_header_the_columns_are_guessed():
    text = "Plan 2011-12\n\n1\tCalm\tRun patrols\tPolice\n2\tQuiet\tHold talks\tPolice"

    (section,) = outline(strips(text_blocks(text)), STOCK).sections

    assert section.columns[0].field is Field.REF
    assert not any(column.heading for column in section.columns)


def test_a_status_above_a_table_belongs_to_its_section():
    found = read(heading("Completed"), word_table(HEADER, ("1", "Calm", "Police")))

    assert [section.status for section in found.sections] == ["Completed"]
