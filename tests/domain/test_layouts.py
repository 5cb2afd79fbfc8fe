import pytest

from jointaction.domain.catalogue.layouts import LAYOUTS
from jointaction.domain.drafts import ColumnDraft
from jointaction.domain.fields import Field
from jointaction.domain.layouts import layout_problems

AIM, DONE = ColumnDraft("Aim", Field.OBJECTIVE), ColumnDraft("Progress", Field.UPDATE)


def told(*columns):
    return [(problem.field, problem.message) for problem in layout_problems(columns)]


def test_a_layout_with_a_subject_and_an_update_has_no_problem():
    assert not told(AIM, DONE)


def test_a_layout_without_columns_says_so():
    assert told() == [("columns", "The layout has no column. Add one.")]


def test_a_layout_needs_an_objective_or_an_action():
    ((where, message),) = told(DONE)
    assert where == "columns"
    assert "objective or for the actions" in message


def test_a_second_column_of_one_field_is_a_problem_but_other_columns_may_be_many():
    ((where, message),) = told(AIM, DONE, ColumnDraft("Comments", Field.UPDATE))
    assert where == "field-3"
    assert "by quarter" in message
    assert not told(AIM, ColumnDraft("Risk", Field.NOTE), ColumnDraft("Cost code", Field.NOTE))


def test_a_heading_stands_once():
    ((where, message),) = told(AIM, ColumnDraft(" AIM ", Field.NOTE))
    assert where == "heading-2"
    assert "another heading" in message


@pytest.mark.parametrize(
    ("column", "where"),
    [
        (ColumnDraft("", Field.REF), "heading-2"),
        (ColumnDraft("Long " * 40, Field.REF), "heading-2"),
        (ColumnDraft("Ref", Field.REF, 0.01), "width-2"),
        (ColumnDraft("Ref", Field.REF, 60), "width-2"),
    ],
)
def test_a_problem_says_in_which_column_it_is(column, where):
    assert [place for place, _ in told(AIM, column)] == [where]


def test_a_page_holds_so_many_columns_and_no_more():
    notes = [ColumnDraft(f"Note {number}", Field.NOTE) for number in range(16)]
    assert [where for where, _ in told(AIM, *notes)] == ["columns"]


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=lambda layout: layout.key)
def test_every_layout_that_comes_along_can_be_used(layout):
    assert not layout_problems(layout.columns)
    assert layout.name
    assert layout.described.endswith(".")


def test_names_and_keys_of_layouts_are_their_own():
    assert len({layout.name for layout in LAYOUTS.values()}) == len(LAYOUTS) >= 18
