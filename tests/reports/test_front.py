"""The cover, the summary and what changed, in each form of a paper; and the plan's table still reads back."""

import io
from dataclasses import replace

import docx
import pytest
from python_calamine import CalamineWorkbook

from jointaction.domain.catalogue.layouts import LAYOUTS
from jointaction.domain.papers import Paper, PaperCover
from jointaction.reports.commas import paper_csv
from jointaction.reports.excel_front import SHEET
from jointaction.reports.formats import FORMATS, written
from jointaction.reports.front import front
from jointaction.sources.documents.document import read_document
from tests.reports import contents
from tests.reports.committee_paper import CHANGES, COUNTS, COVER, committee_paper
from tests.reports.papers import monitoring_paper
from tests.reports.whole_plan import paper_of, plan_in, shown

SAID = (
    "4, issued 2 May 2010",
    "Overview & scrutiny <committee>",
    "12 May 2010",
    "Ada Fenn, community safety officer",
    "That it asks for the next paper in autumn.",
    "=It reviews the partnership’s work twice a year.",
    "Lights in Thornley (£4,800) wait for the grant.",
    "On track",
    "5 of 8",
    "What changed since paper 3 of 12 February 2010",
    "By September 2009",
    "Mark bicycles / at the fair",
)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {extension: written(committee_paper(), extension) for extension in FORMATS}


def word_paragraphs(content: bytes) -> list[str]:
    return [each.text for each in docx.Document(io.BytesIO(content)).paragraphs]


def second_sheet(content: bytes) -> list[str]:
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(SHEET).to_python()
    assert {len(row) for row in rows} == {1}
    return [str(row[0]) for row in rows]


def test_word_has_the_front_as_headings_and_paragraphs_and_no_other_table(files):
    document = docx.Document(io.BytesIO(files["docx"]))
    told = "\n".join(word_paragraphs(files["docx"]))
    assert [words for words in SAID if words not in told] == []
    assert len(document.tables) == 4
    headings = [each.text for each in document.paragraphs if each.style.name == "Cover Heading"]
    assert headings == [
        "Recommendation",
        "Reason for the recommendation",
        "Money and staff",
        "Summary",
        "What changed since paper 3 of 12 February 2010",
    ]


def test_word_marks_the_words_that_changed(files):
    paragraphs = docx.Document(io.BytesIO(files["docx"])).paragraphs
    runs = [run for each in paragraphs if each.style.name.startswith("Cover") for run in each.runs]
    assert "June" in [run.text for run in runs if run.font.strike]
    assert "September" in [run.text for run in runs if run.font.underline]


def test_the_pdf_says_the_front_in_reading_order_before_the_table(files):
    blocks = " ".join(contents.pdf_blocks(files["pdf"]))
    told = [blocks.replace(" ", "").find(words.replace(" ", "")) for words in SAID]
    assert -1 not in told
    assert told == sorted(told)
    assert max(told) < blocks.replace(" ", "").find("1.Feelsafe")


def test_excel_has_the_front_on_a_second_sheet_as_text(files):
    told = "\n".join(second_sheet(files["xlsx"]))
    assert [words for words in SAID if words not in told] == []


def test_csv_holds_the_table_only():
    assert paper_csv(committee_paper()) == paper_csv(monitoring_paper(rows_in_a_theme=2))


@pytest.mark.parametrize("extension", FORMATS)
def test_the_same_paper_gives_the_same_bytes(files, extension):
    assert written(committee_paper(), extension) == files[extension]


@pytest.mark.parametrize("extension", ["docx", "xlsx"])
def test_the_plan_reads_back_as_without_a_cover(files, extension):
    plain = written(monitoring_paper(rows_in_a_theme=2), extension)
    with_cover, without = (_read(content, extension) for content in (files[extension], plain))
    assert with_cover == without
    assert sum(len(rows) for _, rows in with_cover[2]) == 8


def _read(content: bytes, extension: str) -> tuple[object, ...]:
    (plan,) = read_document(content, f"paper.{extension}", lambda _done, _total: None).plans
    themes = [
        (theme.title, [(row.ref, row.objective, row.actions, row.updates) for row in theme.rows])
        for theme in plan.themes
    ]
    return plan.title, plan.year, themes


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("extension", ["docx", "xlsx"])
def test_in_any_layout_a_paper_with_a_cover_reads_back_as_its_plan(layout, extension):
    plan = plan_in(layout)
    paper = replace(paper_of(plan), cover=COVER, counts=COUNTS, changes=CHANGES, since="paper 3", number=4)
    (read,) = read_document(written(paper, extension), f"paper.{extension}").plans
    assert (read.title, read.year) == (plan.title, plan.year)
    assert shown(read, layout.columns) == shown(plan, layout.columns)


def test_a_paper_without_a_cover_has_no_front():
    assert front(monitoring_paper()).is_empty


def test_a_draft_says_that_it_is_one():
    draft = committee_paper(number=None, issued_on=None)
    assert ("Paper", "Draft, not issued") in front(draft).facts


@pytest.mark.parametrize("extension", FORMATS)
def test_an_empty_cover_and_no_changes_are_no_trouble(extension):
    empty: Paper = replace(committee_paper(), cover=PaperCover(), changes=())
    assert written(empty, extension)
    assert "Nothing." in "\n".join(word_paragraphs(written(empty, "docx")))
