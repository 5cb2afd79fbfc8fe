import pytest

from jointaction.domain.drafts import NOWHERE, DocumentDraft, Place
from jointaction.domain.fields import LABELS, LIST_FIELDS, TEXT_FIELDS, Field
from tests.domain.drafts import a_plan, a_row


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(page=2, table=1, line=7, cell="3"), "page 2, table 1, line 7, cell 3"),
        (Place(sheet="Plan", cell="B4"), "sheet Plan, cell B4"),
        (Place(box=(1.0, 2.0, 3.0, 4.0)), ""),
        (NOWHERE, ""),
    ],
)
def test_a_place_is_told_by_whatever_the_document_could_tell(place, words):
    assert str(place) == words


def test_the_rows_of_a_document_come_in_its_order():
    draft = DocumentDraft((a_plan(a_row("r1"), a_row("r2")), a_plan(a_row("r3"))))
    assert [row.key for row in draft.rows] == ["r1", "r2", "r3"]


def test_every_field_has_a_name_people_say_and_holds_either_one_text_or_a_list():
    assert set(LABELS) == set(Field)
    assert not LIST_FIELDS & TEXT_FIELDS
    assert set(Field) - LIST_FIELDS - TEXT_FIELDS == {Field.THEME, Field.UPDATE, Field.NOTE}
    assert [field for field in Field if field.is_list] == [field for field in Field if field in LIST_FIELDS]
    assert Field.LEAD_AGENCY.label == "Lead agency"
