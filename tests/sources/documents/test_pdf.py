"""PDFs: every cell of a ruled table comes back with its page and box, lines around it stay in order."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from jointaction.sources.documents.blocks import Blocks, Paragraph, Table
from jointaction.sources.documents.pdf import pdf_blocks
from jointaction.sources.documents.refusal import RefusedError
from tests.sources.documents.pdf_files import plan_pdf, typst_pdf
from tools.hostile_files import pdf_files

WORDS = st.lists(
    st.text(st.sampled_from("abcdefg&<é£0123"), min_size=1, max_size=6), min_size=1, max_size=4
).map(" ".join)


def tables(blocks: Blocks) -> list[Table]:
    return [block for block in blocks.blocks if isinstance(block, Table)]


def lines(blocks: Blocks) -> list[tuple[str, bool]]:
    return [(block.text, block.is_heading) for block in blocks.blocks if isinstance(block, Paragraph)]


def grid(blocks: Blocks) -> list[list[str]]:
    rows = [row for table in tables(blocks) for row in table.rows]
    return [[" ".join(cell.text.split()) for cell in row.cells] for row in rows]


def test_every_cell_comes_back_and_narrow_columns_break_lines():
    rows = [["Ref", "Objective"], ["1.1", "Light the river path " * 9]]

    blocks = pdf_blocks(plan_pdf(rows))

    assert grid(blocks) == [[text.strip() for text in row] for row in rows]
    assert "\n" in tables(blocks)[0].rows[1].cells[1].text


@settings(max_examples=6)
@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=2, max_size=6))
def test_any_words_in_a_ruled_table_come_back_unchanged(rows):
    assert grid(pdf_blocks(plan_pdf(rows))) == [list(row) for row in rows]


def test_a_cell_knows_its_page_table_row_column_and_box():
    rows = [[f"1.{number}", "Calm " * 200] for number in range(1, 7)]

    first, second, *_ = tables(pdf_blocks(plan_pdf(rows, height=300)))

    place = second.rows[0].cells[1].place
    assert (first.place.page, second.place.page) == (1, 2)
    assert (place.page, place.table, place.line, place.cell) == (2, 2, 1, "2")
    left, top, right, bottom = place.box
    assert 50 <= left < right <= 792
    assert 50 <= top < bottom <= 250


def test_titles_and_lines_outside_tables_stay_in_order():
    blocks = pdf_blocks(
        plan_pdf([["Ref", "Aim"], ["1", "Calm"]], before="Agreed in May.", after="End of the plan.")
    )

    assert [type(block) for block in blocks.blocks] == [Paragraph, Paragraph, Table, Paragraph]
    assert lines(blocks) == [("Community plan", True), ("Agreed in May.", False), ("End of the plan.", False)]


def test_a_heading_broken_over_lines_is_one_heading():
    blocks = pdf_blocks(plan_pdf([["Ref", "Aim"]], title="Plan of the partnership " * 5))

    assert lines(blocks) == [(("Plan of the partnership " * 5).strip(), True)]


def test_merged_cells_say_how_far_they_reach():
    markup = """#table(columns: 3, table.cell(colspan: 3)[1. Safer streets],
        table.cell(rowspan: 2)[1.1], [Light], [Police], [Trim], [Council])"""

    (found,) = tables(pdf_blocks(typst_pdf(markup)))

    assert [
        [(cell.text, cell.place.cell, cell.columns, cell.rows) for cell in row.cells] for row in found.rows
    ] == [
        [("1. Safer streets", "1", 3, 1)],
        [("1.1", "1", 1, 2), ("Light", "2", 1, 1), ("Police", "3", 1, 1)],
        [("Trim", "2", 1, 1), ("Council", "3", 1, 1)],
    ]


def test_running_heads_and_page_numbers_are_set_aside_but_told():
    rows = [[f"1.{number}", "Calm " * 200] for number in range(1, 9)]

    blocks = pdf_blocks(plan_pdf(rows, header="Draft of the plan", height=300))

    assert lines(blocks) == [("Draft of the plan", False), ("Community plan", True)]
    (warning,) = blocks.warnings
    assert warning.code == "page-furniture"
    assert "Draft of the plan" in warning.quote
    assert "Page 1 of" in warning.quote


def test_a_box_around_the_whole_page_is_no_table():
    markup = """#let frame = rect(width: 98%, height: 98%)
        #set page(width: 400pt, height: 300pt, margin: 10pt, background: frame)
        #text(size: 20pt)[Calm plan]
        #table(columns: 2, [Ref], [Aim], [1], [Calm])"""

    assert grid(pdf_blocks(typst_pdf(markup))) == [["Ref", "Aim"], ["1", "Calm"]]


def test_progress_is_told_page_by_page():
    told = []
    rows = [[f"1.{number}", "Calm " * 200] for number in range(1, 5)]

    pdf_blocks(plan_pdf(rows, height=300), lambda done, total: told.append((done, total)))

    total = told[-1][1]
    assert total > 1
    assert told == [(done, total) for done in range(1, total + 1)]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("scan.pdf", "only pictures of pages"),
        ("locked.pdf", "protected with a password"),
        ("two-thousand-pages.pdf", "has 2,000 pages"),
        ("no-pages.pdf", "could not be read"),
    ],
)
def test_a_pdf_nothing_can_be_read_from_is_refused_with_the_reason(name, words):
    with pytest.raises(RefusedError, match=words):
        pdf_blocks(pdf_files.REFUSED[name]())


def test_a_page_of_pictures_among_pages_of_text_is_told():
    picture = BytesIO()
    Image.new("L", (20, 20)).save(picture, "PNG")
    markup = "Calm plan #pagebreak() #image(bytes(json(bytes(sys.inputs.plan))))"

    blocks = pdf_blocks(typst_pdf(markup, list(picture.getvalue())))

    assert [(w.code, w.place.page) for w in blocks.warnings] == [("page-without-text", 2)]


def test_notes_and_filled_form_fields_are_kept_beside_the_plan():
    note = b"<</Type/Annot/Subtype/Text/Rect[9 9 30 30]/Contents(Is this funded?)>>"
    field = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(due)/Rect[50 50 90 60]/V(\\376\\377\\000M\\000a\\000y)>>"
    link = b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</URI(mailto:x)>>>>"
    page = pdf_files.one_page(
        pdf_files.stream(b"BT /F1 12 Tf 72 400 Td (A plan) Tj ET"), more={6: note, 7: field, 8: link}
    ).replace(b"/MediaBox", b"/Annots[6 0 R 7 0 R 8 0 R]/MediaBox")

    found = [(w.code, w.quote, w.place.page) for w in pdf_blocks(page).warnings]

    assert found == [("comment-set-aside", "Is this funded?", 1), ("form-field-set-aside", "May", 1)]


def test_text_turned_upwards_or_downwards_reads_as_if_level():
    markup = """#table(columns: 3, [Ref], [#rotate(-90deg, reflow: true)[Lead agency]],
        [#rotate(90deg, reflow: true)[Lead group]], [1.1], [Police], [JAG])"""

    assert grid(pdf_blocks(typst_pdf(markup))) == [
        ["Ref", "Lead agency", "Lead group"],
        ["1.1", "Police", "JAG"],
    ]
