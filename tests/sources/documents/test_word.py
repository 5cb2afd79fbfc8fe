"""Word files: every cell and paragraph comes back, in order, at its place."""

from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from jointaction.domain.drafts import Place
from jointaction.sources.documents.blocks import Blocks, Paragraph, Table
from jointaction.sources.documents.word import word_blocks
from tests.sources.documents.word_files import cell, saved, table, text_cell, with_body, with_table

WORDS = st.text(st.sampled_from("abcdefghijklmnop 0123456789&<>'\"é£–•"), max_size=30).map(
    lambda text: " ".join(text.split())
)


def tables(blocks: Blocks) -> list[Table]:
    return [block for block in blocks.blocks if isinstance(block, Table)]


def texts(found: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in found.rows]


def test_every_cell_comes_back_with_its_lines():
    rows = [["Ref", "Objective", "Actions"], ["1.1", "Safer streets", "Light the path\nTrim the hedge"]]

    (found,) = tables(word_blocks(with_table(rows)))

    assert texts(found) == rows


@settings(max_examples=8)
@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=6))
def test_any_words_in_a_table_come_back_unchanged(rows):
    found = tables(word_blocks(with_table(rows)))

    assert [tuple(row) for table in found for row in texts(table)] == (rows if any(map(any, rows)) else [])


def test_a_cell_knows_its_table_row_and_column():
    (found,) = tables(word_blocks(with_table([["Ref", "Aim"], ["1", "Calm"]])))

    assert found.rows[1].cells[1].place == Place(table=1, line=2, cell="2")


def test_paragraphs_and_tables_stay_in_order_and_headings_are_marked():
    document = Document()
    document.add_heading("Community plan 2024-25", 0)
    document.add_paragraph("Agreed in May.")
    document.add_table(1, 1).cell(0, 0).text = "one"
    document.add_heading("2. Calm nights", 2)
    document.add_table(1, 1).cell(0, 0).text = "two"

    blocks = word_blocks(saved(document)).blocks

    assert [block.text if isinstance(block, Paragraph) else texts(block) for block in blocks] == [
        "Community plan 2024-25",
        "Agreed in May.",
        [["one"]],
        "2. Calm nights",
        [["two"]],
    ]
    assert [block.is_heading for block in blocks if isinstance(block, Paragraph)] == [True, False, True]


def test_merged_cells_say_how_far_they_reach():
    document = Document()
    made = document.add_table(3, 3)
    made.cell(0, 0).merge(made.cell(0, 2)).text = "1. Safer streets"
    made.cell(1, 0).merge(made.cell(2, 0)).text = "1.1"
    made.cell(2, 2).text = "last"

    (found,) = tables(word_blocks(saved(document)))

    assert [(cell.text, cell.columns, cell.rows) for cell in found.rows[0].cells] == [
        ("1. Safer streets", 3, 1)
    ]
    assert (found.rows[1].cells[0].text, found.rows[1].cells[0].rows) == ("1.1", 2)
    assert [(cell.text, cell.place.cell) for cell in found.rows[2].cells] == [("", "2"), ("last", "3")]


def test_a_row_that_starts_further_right_keeps_its_columns():
    late = "<w:trPr><w:gridBefore w:val='1'/></w:trPr>" + text_cell("Calm")
    data = with_body(table(text_cell("Ref") + text_cell("Aim"), late))

    (found,) = tables(word_blocks(data))

    assert [(cell.text, cell.place.cell) for cell in found.rows[1].cells] == [("", "1"), ("Calm", "2")]


def test_a_table_inside_a_cell_keeps_its_text_there():
    inner = table(text_cell("Police") + text_cell("Council"))
    data = with_body(table(text_cell("1.1") + cell(inner + "<w:p/>"), text_cell("1.2") + text_cell("end")))

    (found,) = tables(word_blocks(data))

    assert texts(found) == [["1.1", "Police\nCouncil"], ["1.2", "end"]]


def test_a_plan_inside_a_layout_box_is_read_as_the_plan_it_is():
    inner = table(text_cell("Ref") + text_cell("Aim"), text_cell("1") + text_cell("Calm"))
    data = with_body(table(cell(inner + "<w:p/>")))

    (found,) = tables(word_blocks(data))

    assert texts(found) == [["Ref", "Aim"], ["1", "Calm"]]


def test_line_breaks_tabs_and_odd_hyphens_are_made_plain():
    words = "<w:t>Action</w:t><w:br/><w:t>plan</w:t><w:tab/><w:t>2024</w:t><w:noBreakHyphen/><w:t>25</w:t>"
    inside = f"<w:p><w:r>{words}</w:r></w:p>"

    (found,) = tables(word_blocks(with_body(table(cell(inside)))))

    assert texts(found) == [["Action\nplan 2024-25"]]
