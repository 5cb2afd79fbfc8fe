from jointaction.domain.fields import Field
from jointaction.domain.papers import Paper, PaperCell, PaperColumn, PaperRow, PaperSection
from jointaction.reports.one_table import OneTable, one_table


def section(*names: str | tuple[str, str], heading: str | None = None) -> PaperSection:
    """A section of one row whose cells say their column's name."""
    columns = tuple(
        PaperColumn(name, Field.UPDATE, 0.1)
        if isinstance(name, str)
        else PaperColumn(name[1], Field.UPDATE, 0.1, name[0])
        for name in names
    )
    cells = tuple(PaperCell((column.heading,)) for column in columns)
    return PaperSection(heading, columns, (PaperRow(cells),))


def table_of(*sections: PaperSection) -> OneTable:
    return one_table(Paper("", "", "", "", sections))


def names(table: OneTable) -> list[str]:
    return [
        f"{column.group}/{column.heading}" if column.group else column.heading for column in table.columns
    ]


def test_equal_columns_are_shared() -> None:
    assert names(table_of(section("Ref", "Aim"), section("Ref", "Aim"))) == ["Ref", "Aim"]


def test_areas_come_after_the_update_they_split() -> None:
    table = table_of(section("Ref", "Update"), section("Ref", ("Update", "North"), ("Update", "South")))
    assert names(table) == ["Ref", "Update", "Update/North", "Update/South"]


def test_a_new_column_stands_before_the_next_known_one() -> None:
    assert names(table_of(section("Ref", "Lead"), section("Ref", "Aim", "Lead"))) == ["Ref", "Aim", "Lead"]


def test_columns_in_another_order_are_still_shared() -> None:
    assert sorted(names(table_of(section("Ref", "Aim"), section("Aim", "Ref")))) == ["Aim", "Ref"]


def test_two_columns_of_one_heading_stay_two() -> None:
    assert names(table_of(section("Ref", "Update", "Update"))) == ["Ref", "Update", "Update"]


def test_a_row_is_empty_under_columns_its_section_lacks() -> None:
    table = table_of(section("Ref", "Update"), section("Ref", "Aim", heading="Theme two"))
    assert names(table) == ["Ref", "Update", "Aim"]
    assert [cell.text for cell in table.parts[1].rows[0]] == ["Ref", "", "Aim"]
    assert table.parts[1].theme == "Theme two"


def test_themes_are_known_only_where_a_section_has_a_heading() -> None:
    assert not table_of(section("Ref")).has_themes
    assert table_of(section("Ref"), section("Ref", heading="One")).has_themes
