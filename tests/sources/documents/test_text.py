from jointaction.sources.documents.blocks import Paragraph, Table
from jointaction.sources.documents.text import text_blocks


def test_lines_with_tabs_become_rows_and_other_lines_paragraphs():
    title, table = text_blocks("A plan\n\nRef\tAim\n1\tQuieter nights\n").blocks

    assert isinstance(title, Paragraph)
    assert title.text == "A plan"
    assert isinstance(table, Table)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Ref", "Aim"],
        ["1", "Quieter nights"],
    ]


def test_places_count_lines_and_cells_from_one():
    _, table = text_blocks("A plan\n\nRef\tAim").blocks

    assert isinstance(table, Table)
    assert (table.rows[0].cells[1].place.line, table.rows[0].cells[1].place.cell) == (3, "2")


def test_an_empty_line_ends_a_table():
    assert len(text_blocks("1\tOne\n\n2\tTwo").blocks) == 2


def test_form_feeds_count_pages():
    first, second = text_blocks("1\tOne\n\f2\tTwo").blocks

    assert (first.place.page, second.place.page) == (1, 2)


def test_a_line_without_tab_between_rows_stays_in_the_table():
    (table,) = text_blocks("1\tOne\nleft over\n2\tTwo").blocks

    assert isinstance(table, Table)
    assert len(table.rows) == 3


def test_other_line_ends_are_understood():
    assert text_blocks("1\tOne\r\n2\tTwo") == text_blocks("1\tOne\n2\tTwo")
