import io
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest

from jointaction.domain.papers import Paper
from jointaction.reports.pdf import FONTS, paper_pdf
from tests.reports.contents import pdf_blocks, pdf_tags
from tests.reports.papers import monitoring_paper, small_paper


@pytest.fixture(scope="module")
def content() -> bytes:
    return paper_pdf(monitoring_paper(), None)


def words(paper: Paper) -> str:
    return " ".join(pdf_blocks(paper_pdf(paper, None)))


def test_it_claims_pdf_ua_1_and_is_tagged(content: bytes) -> None:
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        metadata = pdf.doc.catalog["Metadata"].resolve().get_data()
        assert b"<pdfuaid:part>1</pdfuaid:part>" in metadata
        assert pdf.doc.catalog["MarkInfo"]["Marked"] is True
        assert pdf.doc.catalog["Lang"] == b"en-GB"


def test_it_has_a_title_but_no_author_and_no_date(content: bytes) -> None:
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        assert pdf.metadata["Title"] == "Community Safety Action Plan 2009-10"
        assert set(pdf.metadata) == {"Title", "Creator"}
        assert pdf.metadata["Creator"].startswith("Typst")


def test_pages_are_a4_landscape_and_numbered(content: bytes) -> None:
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        count = len(pdf.pages)
        assert count > 1
        for number, page in enumerate(pdf.pages, start=1):
            assert (round(page.width), round(page.height)) == (842, 595)
            assert f"Page {number} of {count}" in page.extract_text()


def test_headings_repeat_on_each_page_of_a_long_table() -> None:
    paper = small_paper(*((str(number), "words " * 60) for number in range(40)))
    with pdfplumber.open(io.BytesIO(paper_pdf(paper, None))) as pdf:
        assert len(pdf.pages) > 2
        assert all("Ref Update" in page.extract_text() for page in pdf.pages)


def test_tags_say_what_is_title_heading_table_heading_and_cell(content: bytes) -> None:
    tags = pdf_tags(content)
    assert tags[:4] == ["P", "Title", "P", "H1"]
    assert tags.count("H1") == 4
    assert tags.count("TH") == 2 * 8 + 2 * 10
    assert tags.count("TD") == 6 * 8 + 6 * 9


def test_markup_in_a_text_is_only_text() -> None:
    text = '#panic("x") $x^2$ *bold* [a](b) \\ #read("/etc/passwd") <label> @ref // gone /* gone */'
    assert text in words(small_paper(("1", text)))


def test_a_character_no_font_holds_is_named_or_marked_and_the_rest_stays() -> None:
    shown = words(
        small_paper(("1", "sun \N{BLACK SUN WITH RAYS} party \N{PARTY POPPER} kanji \u6f22 wide ＠"))
    )
    assert "(party popper)" in shown
    assert "kanji \N{REPLACEMENT CHARACTER}" in shown
    assert "wide @" in shown


def test_a_stand_in_cannot_break_out_of_its_text() -> None:
    assert 'a " b \\ c' in words(small_paper(("1", "a ＂ b ＼ c \u6f22")))


@pytest.mark.parametrize("fonts", [None, Path("no") / "such" / "folder"])
def test_without_the_fonts_the_paper_is_set_in_the_one_at_hand(fonts: Path | None) -> None:
    with pdfplumber.open(io.BytesIO(paper_pdf(small_paper(("1", "x")), fonts))) as pdf:
        assert {character["fontname"].split("+")[1].split("-")[0] for character in pdf.chars} == {
            "LibertinusSerif"
        }


@pytest.mark.skipif(not FONTS.is_dir(), reason="the fonts are not fetched (make assets)")
def test_with_the_fonts_the_paper_is_set_in_source_sans() -> None:
    with pdfplumber.open(io.BytesIO(paper_pdf(small_paper(("1", "x"))))) as pdf:
        assert {character["fontname"].split("+")[1].split("-")[0] for character in pdf.chars} == {
            "SourceSans3"
        }


def test_a_word_too_long_for_its_column_stays_inside_it() -> None:
    paper = small_paper(
        ("https://example.org/" + "a" * 200, "Counterproductive" * 3, "x"), headings=("A", "B", "C")
    )
    narrow = tuple(
        replace(column, width=width)
        for column, width in zip(paper.sections[0].columns, (0.1, 0.1, 0.8), strict=True)
    )
    paper = replace(paper, sections=(replace(paper.sections[0], columns=narrow),))
    with pdfplumber.open(io.BytesIO(paper_pdf(paper, None))) as pdf:
        third = next(word for word in pdf.pages[0].extract_words() if word["text"] == "x")
        crossing = [
            word
            for word in pdf.pages[0].extract_words()
            if word["x1"] > third["x0"] and word["x0"] < third["x0"]
        ]
        assert [
            word["text"] for word in crossing if word["bottom"] > third["top"] and word["top"] < 500
        ] == []
