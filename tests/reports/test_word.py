import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.table import Table

from jointaction.domain.papers import Paper
from jointaction.reports.word import paper_docx
from tests.reports.papers import STORY, monitoring_paper, small_paper


def opened(paper: Paper) -> docx.document.Document:
    return docx.Document(io.BytesIO(paper_docx(paper)))


def marks(table: Table, name: str) -> list[bool]:
    """Whether each row of a table carries a mark such as w:tblHeader."""
    return [row._tr.find(f".//{qn(name)}") is not None for row in table.rows]


@pytest.fixture(scope="module")
def parts() -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(paper_docx(monitoring_paper()))) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def test_the_page_is_a4_landscape() -> None:
    section = opened(monitoring_paper()).sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)


def test_title_and_themes_are_real_headings() -> None:
    styles = {each.text: each.style.name for each in opened(monitoring_paper()).paragraphs if each.text}
    assert styles["Community Safety Action Plan 2009-10"] == "Title"
    assert styles["2. Nuisance & neighbours"] == "Heading 1"


def test_one_heading_row_is_marked_to_repeat_on_every_page() -> None:
    table = opened(monitoring_paper()).tables[0]
    assert marks(table, "w:tblHeader") == [True, False, False, False]


def test_both_rows_of_a_grouped_heading_are_marked_to_repeat() -> None:
    table = opened(monitoring_paper()).tables[1]
    assert marks(table, "w:tblHeader") == [True, True, False, False, False]


def test_columns_of_a_group_stand_under_one_wide_cell_and_the_others_reach_down() -> None:
    top, below = opened(monitoring_paper()).tables[1].rows[:2]
    assert top.cells[7]._tc is top.cells[8]._tc
    assert top.cells[7].text == "Update: Quarter 4"
    assert top.cells[0]._tc is below.cells[0]._tc
    assert [cell.text for cell in below.cells[7:]] == ["Millbrook and Weir", "Thornley"]


def test_several_lines_of_a_list_are_real_list_items() -> None:
    lead = opened(monitoring_paper()).tables[0].rows[1].cells[5]
    assert [each.text for each in lead.paragraphs] == ["Council", "Police"]
    assert {each.style.name for each in lead.paragraphs} == {"Plan List Item"}
    style = opened(monitoring_paper()).styles["Plan List Item"]
    assert style.element.find(f".//{qn('w:numId')}").get(qn("w:val")) == "1"


def test_only_short_rows_refuse_to_break_over_a_page() -> None:
    table = opened(small_paper(("1", "short"), ("2", STORY * 40))).tables[0]
    assert marks(table, "w:cantSplit") == [True, True, False]


def test_column_widths_fill_the_page_between_its_margins() -> None:
    document = opened(monitoring_paper())
    room = document.sections[0].page_width - document.sections[0].left_margin * 2
    for table in document.tables:
        assert sum(column.width for column in table.columns) == pytest.approx(room, rel=0.001)


def test_the_foot_of_the_page_counts_the_pages(parts: dict[str, str]) -> None:
    foot = re.sub(r"<[^>]*instr=\"(\w+)\"[^>]*>", r"{\1}", parts["word/footer1.xml"])
    assert re.sub(r"<[^>]+>", "", foot).endswith("Page {PAGE} of {NUMPAGES}")


def test_the_language_is_british_english_everywhere(parts: dict[str, str]) -> None:
    everything = "".join(parts.values())
    assert set(re.findall(r"\b[a-z]{2}-[A-Z]{2}\b", everything)) == {"en-GB"}
    assert '<w:lang w:val="en-GB"' in parts["word/styles.xml"]


def test_the_properties_hold_the_title_and_nobodys_name() -> None:
    properties = opened(monitoring_paper()).core_properties
    assert properties.title == "Community Safety Action Plan 2009-10"
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.created is None


def test_the_file_holds_only_the_parts_it_names(parts: dict[str, str]) -> None:
    named = set(re.findall(r'PartName="/([^"]+)"', parts["[Content_Types].xml"]))
    assert named == {name for name in parts if name.endswith(".xml")} - {"[Content_Types].xml"}


def test_every_style_used_is_defined(parts: dict[str, str]) -> None:
    defined = set(re.findall(r'w:styleId="(\w+)"', parts["word/styles.xml"]))
    pages = parts["word/document.xml"] + parts["word/footer1.xml"] + parts["word/numbering.xml"]
    assert set(re.findall(r'w:(?:pStyle|tblStyle) w:val="(\w+)"', pages)) <= defined


def test_each_table_has_a_caption_for_screen_readers(parts: dict[str, str]) -> None:
    captions = re.findall(r'w:tblCaption w:val="([^"]+)"', parts["word/document.xml"])
    assert captions[0] == "1. Feel safe, be safe"
    assert len(captions) == 4


def test_a_table_without_a_theme_is_captioned_with_the_papers_title() -> None:
    caption = opened(small_paper(("1", "x"))).tables[0]._tbl.find(f".//{qn('w:tblCaption')}")
    assert caption.get(qn("w:val")) == "Action plan"


def test_a_section_without_columns_says_that_nothing_is_shown() -> None:
    paper = small_paper(("1", "x"))
    bare = replace(paper, sections=(replace(paper.sections[0], columns=(), rows=()),))
    assert "There are no objectives to show here." in [each.text for each in opened(bare).paragraphs]
