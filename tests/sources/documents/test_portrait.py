from jointaction.domain.fields import Field
from jointaction.sources.documents.portrait import portrait
from tests.sources.documents.stage_values import strip

ONE = (("Objective", "Open the hall"), ("Actions", "Paint it"), ("Lead", "Police"))


def test_headings_down_the_side_become_columns():
    turned = portrait(strip(*ONE))

    assert turned is not None
    assert [column.field for column in turned.columns] == [Field.OBJECTIVE, Field.ACTION, Field.LEAD_AGENCY]
    assert [cell.text for cell in turned.rows[0].cells] == ["Open the hall", "Paint it", "Police"]


def test_the_first_heading_again_begins_the_next_objective():
    turned = portrait(
        strip(*ONE, ("Objective", "Mend the roof"), ("Actions", "Buy tiles"), ("Lead", "Council"))
    )

    assert turned is not None
    assert len(turned.rows) == 2


def test_objectives_side_by_side_are_rows():
    turned = portrait(strip(*((*row, f"{row[1]} again") for row in ONE)))

    assert turned is not None
    assert [cell.text for cell in turned.rows[1].cells] == [
        "Open the hall again",
        "Paint it again",
        "Police again",
    ]


def test_a_table_with_a_header_row_is_not_portrait():
    assert portrait(strip(("Objective", "Action", "Lead"), ("Open the hall", "Paint it", "Police"))) is None
