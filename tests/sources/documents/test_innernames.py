import pytest

from jointaction.domain.fields import Field
from jointaction.sources.documents.innernames import parted_names
from jointaction.sources.documents.plan_reader import read_plan
from tests.sources.documents.stage_values import blocks, piece, word_table

LEAD, SUPPORT = Field.LEAD_AGENCY, Field.SUPPORT


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Lead: Lock Keeper; Support: Council, Ferry", [(LEAD, "Lock Keeper"), (SUPPORT, "Council, Ferry")]),
        ("Lead: Lock Keeper\nSupport: Council", [(LEAD, "Lock Keeper"), (SUPPORT, "Council")]),
        ("Council (Partners: Ferry)", [(LEAD, "Council (Partners: Ferry)")]),
        ("Lead Lock Keeper", [(LEAD, "Lead Lock Keeper")]),
    ],
)
def test_labels_part_the_names_of_a_cell(text, parts):
    assert [(field, part.text) for field, part in parted_names(LEAD, [piece(text)])] == parts


def test_a_row_has_its_leads_and_supporters_apart():
    table = word_table(
        ("Ref", "Aim", "Lead and support", "When"), ("1", "Calm", "Lead: Police; Support: Council", "May")
    )

    (row,) = read_plan(blocks(table)).rows

    assert (row.lead_agencies, row.support) == (("Police",), ("Council",))
