from jointaction.domain.fields import Field
from jointaction.domain.papers import PaperColumn
from jointaction.reports.headings import Heading, headings


def columns(*names: tuple[str, str | None]) -> tuple[PaperColumn, ...]:
    return tuple(PaperColumn(heading, Field.UPDATE, 0.1, group) for heading, group in names)


def test_plain_columns_have_one_heading_row() -> None:
    assert headings(columns(("Ref", None), ("Aim", None))) == ((Heading("Ref", 0, 0), Heading("Aim", 0, 1)),)


def test_columns_of_a_group_stand_under_one_wide_heading_beside_tall_ones() -> None:
    top, below = headings(columns(("Ref", None), ("North", "Update"), ("South", "Update"), ("Status", None)))
    assert top == (
        Heading("Ref", 0, 0, tall=2),
        Heading("Update", 0, 1, wide=2),
        Heading("Status", 0, 3, tall=2),
    )
    assert below == (Heading("North", 1, 1), Heading("South", 1, 2))


def test_a_group_that_stands_in_two_places_has_two_headings() -> None:
    top, _ = headings(columns(("North", "Update"), ("Status", None), ("South", "Update")))
    assert [heading.text for heading in top] == ["Update", "Status", "Update"]


def test_neighbouring_groups_stay_apart() -> None:
    top, _ = headings(columns(("Q1", "2008-09"), ("Q2", "2008-09"), ("Q1", "2009-10")))
    assert [(heading.text, heading.wide) for heading in top] == [("2008-09", 2), ("2009-10", 1)]
