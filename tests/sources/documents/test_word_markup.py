"""What hides in Word files is not lost: tracked changes, controls, notes, fields and text boxes."""

from io import BytesIO

from docx import Document
from PIL import Image

from jointaction.sources.documents.blocks import Blocks, Paragraph
from jointaction.sources.documents.word import word_blocks
from tests.sources.documents.word_files import (
    cell,
    change,
    control,
    notes,
    paragraph,
    run,
    saved,
    table,
    text_cell,
    with_body,
)


def grid(blocks: Blocks) -> list[list[str]]:
    return [
        [cell.text for cell in row.cells]
        for block in blocks.blocks
        if not isinstance(block, Paragraph)
        for row in block.rows
    ]


def codes(blocks: Blocks) -> set[str]:
    return {warning.code for warning in blocks.warnings}


def test_the_hard_file_loses_nothing_and_says_what_it_is():
    inserted = cell(paragraph(run("Light the ") + change("ins", run("river ")) + run("path")))
    deleted = cell(paragraph(run("Police ") + change("del", "<w:r><w:delText>only</w:delText></w:r>")))
    controlled_run = cell(paragraph(run("Due ") + control(run("March"))))
    data = with_body(
        table(text_cell("1.1") + inserted + deleted)
        + "<w:tbl>"
        + f"<w:tr>{text_cell('1.2')}{control(text_cell('whole cell'))}{controlled_run}</w:tr>"
        + control(f"<w:tr>{text_cell('1.3')}{text_cell('whole row')}{text_cell('end')}</w:tr>")
        + "</w:tbl>"
    )

    blocks = word_blocks(data)

    assert grid(blocks) == [
        ["1.1", "Light the river path", "Police"],
        ["1.2", "whole cell", "Due March"],
        ["1.3", "whole row", "end"],
    ]
    assert {w.code: w.quote for w in blocks.warnings} == {
        "tracked-insertions": "river",
        "tracked-deletions": "only",
        "content-controls": "",
    }


def test_a_plain_file_raises_no_warnings():
    assert word_blocks(with_body(table(text_cell("1.1") + text_cell("Calm")))).warnings == ()


def test_moved_words_stand_once_where_they_went():
    gone, came = change("moveFrom", run("Calm nights")), change("moveTo", run("Calm nights"))
    data = with_body(table(cell(paragraph(gone)) + cell(paragraph(came))))

    assert grid(word_blocks(data)) == [["", "Calm nights"]]


def test_the_prompt_of_an_unfilled_control_is_not_the_councils_words():
    prompt = control(run("Click or tap here to enter text."), "<w:showingPlcHdr/>")
    blocks = word_blocks(with_body(table(text_cell("1.1") + cell(paragraph(prompt)))))

    assert grid(blocks) == [["1.1", ""]]
    assert codes(blocks) == {"unfilled-controls"}


def test_the_sign_in_a_tick_box_is_kept_as_the_author_chose_it():
    space = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'

    def box(sign: str) -> str:
        properties = f'<w14:checkbox {space}><w14:checked w14:val="1"/></w14:checkbox>'
        return cell(paragraph(control(run(sign), properties) + run(" Done")))

    blocks = word_blocks(with_body(table(box("✔") + box("☐"))))

    assert grid(blocks) == [["✔ Done", "☐ Done"]]
    assert codes(blocks) == {"content-controls"}


def test_a_tick_box_of_an_old_form_is_told_from_an_empty_one():
    def box(state: str) -> str:
        data = f"<w:ffData><w:checkBox><w:checked w:val='{state}'/></w:checkBox></w:ffData>"
        begin = f"<w:r><w:fldChar w:fldCharType='begin'>{data}</w:fldChar></w:r>"
        code = "<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>"
        return cell(paragraph(begin + code + "<w:r><w:fldChar w:fldCharType='end'/></w:r>" + run("Done")))

    assert grid(word_blocks(with_body(table(box("1") + box("0"))))) == [["☒ Done", "☐ Done"]]


def test_fields_and_direction_marks_keep_their_words():
    field = '<w:fldSimple w:instr=" DATE ">' + run("31 March 2025") + "</w:fldSimple>"
    turned = "<w:bdo w:val='ltr'>" + run("Calm") + "</w:bdo>"

    assert grid(word_blocks(with_body(table(cell(paragraph(field)) + cell(paragraph(turned)))))) == [
        ["31 March 2025", "Calm"]
    ]


def test_a_comment_becomes_a_note_at_its_cell():
    marked = paragraph(run("Calm") + "<w:r><w:commentReference w:id='1'/></w:r>")
    blocks = word_blocks(
        with_body(table(text_cell("1.1") + cell(marked)), notes("comment", ["Is this funded?"]))
    )

    (warning,) = blocks.warnings
    assert grid(blocks) == [["1.1", "Calm"]]
    assert (warning.code, warning.quote, str(warning.place)) == (
        "comment-set-aside",
        "Is this funded?",
        "table 1, line 1, cell 2",
    )


def test_a_footnote_becomes_a_note_and_leaves_no_number_in_the_text():
    marked = paragraph(run("Calm") + "<w:r><w:footnoteReference w:id='1'/></w:r>")
    blocks = word_blocks(with_body(marked, notes("footnote", ["Subject to funding"])))

    assert [block.text for block in blocks.blocks if isinstance(block, Paragraph)] == ["Calm"]
    assert [(w.code, w.quote) for w in blocks.warnings] == [("footnote-set-aside", "Subject to funding")]


def test_a_comment_that_is_gone_does_not_stop_the_reading():
    marked = paragraph(run("Calm") + "<w:r><w:commentReference w:id='7'/></w:r>")

    assert grid(word_blocks(with_body(table(cell(marked))))) == [["Calm"]]


def test_a_text_box_without_an_older_form_keeps_its_words():
    content = f"<w:txbxContent>{paragraph(run('Vision: a calm district'))}</w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><w:drawing>{content}</w:drawing></mc:Choice>'
    box = f"<mc:AlternateContent>{choice}</mc:AlternateContent>"
    blocks = word_blocks(with_body(paragraph(run("Plan") + f"<w:r>{box}</w:r>")))

    assert [block.text for block in blocks.blocks if isinstance(block, Paragraph)] == [
        "Plan",
        "Vision: a calm district",
    ]


def test_words_the_reader_cannot_place_are_named():
    space = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    formula = f"<m:oMath {space}><m:r><m:t>x = 5</m:t></m:r></m:oMath>"
    blocks = word_blocks(with_body(paragraph(run("Rate: ") + formula) + paragraph(run("end"))))

    assert [(w.code, w.quote) for w in blocks.warnings] == [("text-not-read", "Rate: x = 5")]


def test_words_struck_through_or_hidden_are_read_and_told():
    struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>Old aim</w:t></w:r>"
    kept = "<w:r><w:rPr><w:strike w:val='0'/></w:rPr><w:t> new aim</w:t></w:r>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t> draft</w:t></w:r>"

    blocks = word_blocks(with_body(table(cell(paragraph(struck + kept + hidden)))))

    assert grid(blocks) == [["Old aim new aim draft"]]
    assert {w.code: w.quote for w in blocks.warnings} == {"struck-through": "Old aim", "hidden-text": "draft"}


def test_a_cell_with_only_a_colour_is_told():
    def status(fill: str, text: str = "") -> str:
        return text_cell(text, f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>')

    head = text_cell("Ref") + status("CCCCCC")
    below = text_cell("") + text_cell("", '<w:vMerge/><w:shd w:val="clear" w:fill="CCCCCC"/>')
    rows = [
        text_cell(f"1.{n}") + status(fill, text)
        for n, fill, text in ((1, "FF0000", ""), (2, "00FF00", "Green"), (3, "auto", ""))
    ]

    blocks = word_blocks(with_body(table(head, *rows, below)))

    assert [(w.code, w.quote, w.place.table) for w in blocks.warnings] == [
        ("colour-only", "line 2 cell 2 (FF0000)", 1)
    ]


def test_heads_of_pages_come_first_and_feet_are_set_aside():
    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "Calm district plan 2024-25"
    section.footer.paragraphs[0].text = "Page 3 of 9"
    section.footer.add_paragraph("Version 2, agreed in May")
    document.add_paragraph("Our aims")

    blocks = word_blocks(saved(document))

    assert [block.text for block in blocks.blocks if isinstance(block, Paragraph)] == [
        "Calm district plan 2024-25",
        "Our aims",
    ]
    assert [(w.code, w.quote) for w in blocks.warnings] == [("foot-set-aside", "Version 2, agreed in May")]


def test_a_head_that_repeats_the_title_stands_once():
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Calm district plan"
    document.add_heading("Calm district plan", 0)

    blocks = word_blocks(saved(document))

    assert [block.text for block in blocks.blocks if isinstance(block, Paragraph)] == ["Calm district plan"]


def test_pictures_are_counted_for_the_user():
    picture = BytesIO()
    Image.new("L", (2, 2)).save(picture, "PNG")
    document = Document()
    document.add_paragraph("Calm plan")
    document.add_picture(picture)

    blocks = word_blocks(saved(document))

    assert [block.text for block in blocks.blocks if isinstance(block, Paragraph)] == ["Calm plan"]
    assert [warning.code for warning in blocks.warnings] == ["pictures-not-read"]
