"""Numbers Word draws by itself arrive where they mean something."""

from jointaction.sources.documents.blocks import Paragraph
from jointaction.sources.documents.word import word_blocks
from tests.sources.documents.word_files import cell, numbering, paragraph, run, table, text_cell, with_body

OUTLINE = numbering(("decimal", "%1."), ("decimal", "%1.%2"), ("lowerRoman", "(%3)"))


def numbered(level: int, text: str = "") -> str:
    properties = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return paragraph(properties + (run(text) if text else ""))


def read(inside: str, form: dict[str, str] = OUTLINE) -> list[object]:
    return [
        block.text
        if isinstance(block, Paragraph)
        else [[cell.text for cell in row.cells] for row in block.rows]
        for block in word_blocks(with_body(inside, form)).blocks
    ]


def test_an_empty_reference_cell_shows_the_number_of_its_row():
    rows = [cell(numbered(1)) + text_cell(aim) for aim in ("Calm nights", "Safe streets")]

    assert read(numbered(0, "Theme") + table(*rows)) == [
        "1. Theme",
        [["1.1", "Calm nights"], ["1.2", "Safe streets"]],
    ]


def test_a_new_heading_starts_its_numbers_again():
    theme = [numbered(0, "Theme"), table(cell(numbered(1)) + text_cell("aim"))]

    assert read("".join(theme * 2)) == ["1. Theme", [["1.1", "aim"]], "2. Theme", [["2.1", "aim"]]]


def test_a_number_before_a_rows_first_words_is_kept():
    row = cell(numbered(0, "Calm nights")) + text_cell("Police")

    assert read(table(row, row)) == [[["1. Calm nights", "Police"], ["2. Calm nights", "Police"]]]


def test_lists_inside_cells_stay_lists_without_numbers():
    row = text_cell("1.1") + cell(numbered(0, "Light the path") + numbered(0, "Trim the hedge"))

    assert read(table(row)) == [[["1.1", "Light the path\nTrim the hedge"]]]


def test_letters_romans_and_bullets_are_written_as_word_does():
    form = numbering(("upperLetter", "%1)"), ("upperRoman", "%1.%2"), ("bullet", "o"))
    lines = [numbered(0, "x"), numbered(0, "x"), *[numbered(1, "x")] * 4, numbered(2, "x")]

    assert read("".join(lines), form) == ["A) x", "B) x", "B.I x", "B.II x", "B.III x", "B.IV x", "x"]
