"""Tables whose columns no lines divide are told by their gaps, and the user is told so."""

import pytest

from jointaction.sources.documents.blocks import Paragraph
from jointaction.sources.documents.pdf import pdf_blocks
from tests.sources.documents.pdf_files import typst_pdf

HEAD = ["Ref", "Objective", "Actions", "Lead agency"]
ROWS = [
    [
        "1.1",
        "Make the river path safer at night for all",
        "Light the path and trim the hedges",
        "Council",
    ],
    [
        "1.2",
        "Calm nights",
        "Patrols on Friday nights until the last bus",
        "Police, Council",
    ],
    ["1.3", "Young people", "A club on Wednesdays", "Youth service"],
]
SPANNED = "table.cell(colspan: 4)[2. A theme whose long title runs over some of the columns of the table],"


def plan(stroke: str, *, inset: str = "5pt", spanned: str = "") -> bytes:
    return typst_pdf(
        f"""#set page(width: 842pt, height: 595pt)
        #set text(size: 10pt)
        Agreed in May by all of the partners of the district, who will meet again in June.
        #let plan = json(bytes(sys.inputs.plan))
        #table(columns: (40pt, 150pt, 180pt, 110pt), stroke: {stroke}, inset: {inset},
          ..plan.slice(0, 8).map(text => [#text]), {spanned} ..plan.slice(8).map(text => [#text]))
        End of the plan.""",
        [text for row in [HEAD, *ROWS] for text in row],
    )


def read(data: bytes) -> list[object]:
    return [
        block.text
        if isinstance(block, Paragraph)
        else [[" ".join(cell.text.split()) for cell in row.cells] for row in block.rows]
        for block in pdf_blocks(data).blocks
    ]


BEFORE = "Agreed in May by all of the partners of the district, who will meet again in June."


@pytest.mark.parametrize("stroke", ["none", "(x, y) => (bottom: 0.5pt)", "(x, y) => (left: 0.5pt)"])
def test_columns_are_told_by_gaps_and_rows_by_rules_or_wider_gaps(stroke):
    assert read(plan(stroke)) == [BEFORE, [HEAD, *ROWS], "End of the plan."]


def test_rows_set_tight_are_told_by_their_references():
    assert read(plan("none", inset="(x: 5pt, y: 3.2pt)"))[1] == [HEAD, *ROWS]


@pytest.mark.parametrize("fill", ["(x, y) => if y == 0 { gray }", "(x, y) => if calc.odd(y) { silver }"])
def test_shaded_rows_alone_do_not_cut_a_table_up(fill):
    assert read(plan("none", inset=f"5pt, fill: {fill}"))[1] == [HEAD, *ROWS]


def test_a_title_across_the_columns_stays_one_cell_in_its_place():
    found = read(plan("none", spanned=SPANNED))[1]

    title = "2. A theme whose long title runs over some of the columns of the table"
    assert found == [HEAD, ROWS[0], [title], *ROWS[1:]]


def test_a_cell_has_its_box_and_the_user_is_told_to_check():
    blocks = pdf_blocks(plan("none"))

    (table,) = [block for block in blocks.blocks if not isinstance(block, Paragraph)]
    left, top, right, bottom = table.rows[1].cells[1].place.box
    assert left < right
    assert top < bottom
    assert [(warning.code, warning.place.page) for warning in blocks.warnings] == [("columns-by-gaps", 1)]


def test_ordinary_text_makes_no_table():
    data = typst_pdf(
        "#set par(justify: true)\n" + "The partners agreed to meet again and to walk the river path. " * 60
    )

    assert all(isinstance(block, Paragraph) for block in pdf_blocks(data).blocks)
