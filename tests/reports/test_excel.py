import io
import re
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from jointaction.reports.excel import paper_xlsx
from tests.reports.contents import sheet
from tests.reports.papers import monitoring_paper, small_paper

NASTY = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.org","click")',
    "+SUM(A1:A9)",
    "-2+3",
    "@SUM(1)",
    "{=A1}",
    "http://example.org/a b",
    "mailto:someone@example.org",
    "internal:Sheet1!A1",
    "_x0041_",
    "00123",
    "1e5",
    "2009-10-01",
    "TRUE",
    "#REF!",
    "'quoted",
    "<script>alert(1)</script>",
    "&amp; & ]]>",
)


@pytest.fixture(scope="module")
def parts() -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(paper_xlsx(monitoring_paper()))) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


@pytest.fixture(scope="module")
def page(parts: dict[str, str]) -> str:
    return parts["xl/worksheets/sheet1.xml"]


@pytest.mark.parametrize("text", NASTY)
def test_a_text_of_any_kind_stays_that_text(text: str) -> None:
    rows = sheet(paper_xlsx(small_paper((text, text), headings=(text, "Update"))))
    assert rows[3][0] == text
    assert rows[4] == [text, text]


def test_there_is_no_formula_link_comment_or_hidden_thing(parts: dict[str, str]) -> None:
    everything = "".join(parts.values())
    assert not re.search(r"<f>|<f |<hyperlink|<comment|hidden=|veryHidden|<drawing|externalLink", everything)
    assert not [name for name in parts if re.search("comment|drawing|externalLink|vba|pivot", name)]


def test_nobody_is_named_in_the_file(parts: dict[str, str]) -> None:
    core = parts["docProps/core.xml"]
    assert "<dc:creator></dc:creator>" in core
    assert "<cp:lastModifiedBy></cp:lastModifiedBy>" in core
    assert "<dc:title>Community Safety Action Plan 2009-10</dc:title>" in core


def test_the_only_names_are_those_of_the_print_set_up(parts: dict[str, str]) -> None:
    names = re.findall(r'<definedName name="([^"]+)"', parts["xl/workbook.xml"])
    assert names == ["_xlnm.Print_Area", "_xlnm.Print_Titles"]


def test_there_is_one_sheet_and_it_is_visible() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(paper_xlsx(monitoring_paper())))
    assert [(each.name, str(each.visible)) for each in book.sheets_metadata] == [
        ("Action plan", "SheetVisibleEnum.Visible")
    ]


def test_headings_stay_in_sight_and_on_each_printed_page(parts: dict[str, str], page: str) -> None:
    assert '<pane ySplit="5" topLeftCell="A6" activePane="bottomLeft" state="frozen"/>' in page
    assert "$4:$5</definedName>" in parts["xl/workbook.xml"]


def test_it_prints_landscape_as_wide_as_one_page_with_page_numbers(page: str) -> None:
    assert re.search(r'<pageSetup paperSize="9"[^>]*orientation="landscape"', page)
    assert '<pageSetUpPr fitToPage="1"/>' in page
    assert 'fitToHeight="0"' in page
    assert "Page &amp;P of &amp;N" in page


def test_a_footer_with_an_ampersand_is_not_taken_for_a_code() -> None:
    paper = small_paper(("1", "x"))
    named = type(paper)("Dale & Weir", "Plan", "2009-10", "2009-10", paper.sections)
    with zipfile.ZipFile(io.BytesIO(paper_xlsx(named))) as package:
        assert "Dale &amp;&amp; Weir" in package.read("xl/worksheets/sheet1.xml").decode()


def test_rows_can_be_sorted_and_filtered_from_the_lower_heading_row(page: str) -> None:
    assert '<autoFilter ref="A5:K21"/>' in page


def test_no_row_of_the_table_is_merged(page: str) -> None:
    merged = re.findall(r'mergeCell ref="[A-Z]+(\d+):[A-Z]+(\d+)"', page)
    assert {int(row) for pair in merged for row in pair} <= {4, 5, 23, 24}


def test_excel_may_fit_the_row_heights_again_after_sorting(page: str) -> None:
    assert "customHeight" not in page


def test_each_theme_has_a_band_and_stands_beside_its_rows() -> None:
    rows = sheet(paper_xlsx(monitoring_paper()))
    assert rows[5][0] == rows[5][-1] == "1. Feel safe, be safe"
    assert [row[-1] for row in rows[6:9]] == ["1. Feel safe, be safe"] * 3
    assert rows[4][-1] == "Theme"


def test_the_theme_column_is_not_printed(parts: dict[str, str]) -> None:
    assert "$A$1:$J$24</definedName>" in parts["xl/workbook.xml"]


def test_items_of_a_list_stand_on_lines_with_a_bullet() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(paper_xlsx(monitoring_paper())))
    rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert rows[6][5] == "• Council\n• Police"


def test_a_text_longer_than_a_cell_can_hold_is_cut_and_says_so() -> None:
    rows = sheet(paper_xlsx(small_paper(("1", "words, " * 8000))))
    assert rows[4][1].endswith(" … (too long for a sheet; the Word and PDF papers have all of it)")
    assert len(rows[4][1]) < 32_767
