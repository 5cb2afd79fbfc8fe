from jointaction.domain.fields import Field
from jointaction.sources.documents.grid import strips
from jointaction.sources.documents.header import header, is_header_row
from tests.sources.documents.stage_values import blocks, row, spanning, stock, word_table

STOCK = stock("agency indicators group")


def read(*rows: tuple[str, ...]):
    found = header([row(*texts) for texts in rows], STOCK)
    assert found is not None
    return found


def test_a_row_of_headings_is_a_header_and_a_row_of_contents_is_not():
    assert is_header_row(row("Ref", "Aim", "Action", "Lead"))
    assert not is_header_row(row("1.1", "Quieter nights", "Run patrols", "Police"))
    assert not is_header_row(row("", "areas", "Support of the group"))


def test_headings_broken_over_lines_and_words_are_put_together():
    found = read(
        ("JAG", "Objective", "Ref to", "Lead", "Lead", "Update: 2009/10"),
        ("ref", "", "National Indicator s", "agenc y", "Group(s)", "Quarter 4"),
        ("1.1", "Quieter nights", "NI17", "Police", "ASB", "Done"),
    )

    assert found.rows == 2
    assert [column.heading for column in found.columns] == [
        "JAG ref",
        "Objective",
        "Ref to National Indicators",
        "Lead agency",
        "Lead Group(s)",
        "Update: 2009/10 Quarter 4",
    ]
    assert [column.field for column in found.columns] == [
        Field.REF,
        Field.OBJECTIVE,
        Field.INDICATOR,
        Field.LEAD_AGENCY,
        Field.LEAD_GROUP,
        Field.UPDATE,
    ]


def test_a_second_row_under_the_update_splits_it_by_area():
    found = read(
        ("Ref", "Aim", "Lead", "Update", "", ""),
        ("", "", "", "North Team", "South & East Team", ""),
        ("1", "Quieter nights", "Police", "Fewer calls", "More calls", ""),
    )

    assert found.rows == 2
    assert [column.area for column in found.columns] == [None, None, None, "North Team", "South & East Team"]
    assert [column.field for column in found.columns[3:]] == [Field.UPDATE, Field.UPDATE]


def test_a_heading_cut_into_the_next_column_belongs_to_the_one_on_its_left():
    found = read(
        ("Ref", "Aim", "Lead", "Update: 2009/10", ""),
        ("", "", "", "Quai", "rter 4"),
        ("", "", "", "North Team", "South Team"),
    )

    assert [column.field for column in found.columns[3:]] == [Field.UPDATE, Field.UPDATE]


def test_columns_after_the_parts_keep_their_own_heading():
    found = read(
        ("Ref", "Action", "Update", "", "RAG"),
        ("", "", "Apr-Sep", "Oct-Mar", ""),
        ("1", "Run patrols", "Begun", "Done", "Green"),
    )

    assert [column.part for column in found.columns] == [None, None, "Apr-Sep", "Oct-Mar", None]
    assert found.columns[4].field is Field.STATUS


def test_an_unknown_heading_is_kept_as_a_note():
    found = read(("Ref", "Aim", "Polarity of the pole", "Lead"), ("1", "Quieter nights", "up", "Police"))

    assert (found.columns[2].field, found.columns[2].heading) == (Field.NOTE, "Polarity of the pole")


def test_contents_are_no_header():
    assert header([row("1.1", "Quieter nights", "Police")], STOCK) is None


def test_a_row_into_which_headings_reach_down_is_part_of_the_header():
    table = word_table(
        (
            spanning("Ref", rows=2),
            spanning("Aim", rows=2),
            spanning("Lead", columns=2),
            spanning("Progress", columns=2),
        ),
        ("Agency", "Officer", "Apr - Sep", "Oct - Mar"),
        ("1", "Calm", "Police", "Sgt Gorse", "Two held", "One held"),
    )
    (strip,) = strips(blocks(table))

    found = header(strip.rows, STOCK)

    assert found is not None
    assert found.rows == 2
    assert [column.heading for column in found.columns[2:4]] == ["Lead Agency", "Lead Officer"]
    assert [column.part for column in found.columns[4:]] == ["Apr - Sep", "Oct - Mar"]
