"""All forms of a paper show the paper's own words, none lost and none added."""

import re

import pytest
from hypothesis import HealthCheck, given, settings

from jointaction.domain.papers import Paper
from jointaction.reports import look
from jointaction.reports.commas import paper_csv
from jointaction.reports.excel import paper_xlsx
from jointaction.reports.pdf import paper_pdf
from jointaction.reports.word import paper_docx
from tests.reports import contents
from tests.reports.made_papers import papers
from tests.reports.papers import marked_paper, monitoring_paper, small_paper

LONG = "A long story of the year, told in full. " * 120
SPECIAL = (
    'Smith & Sons <said> "yes" – it’s £5,000; ‘really’ #1 *bold* _it_ $x$ \\n @you [link](x) 100% `code`'
)
HAND_MADE = {
    "grouped": monitoring_paper(),
    "over page ends": small_paper(("1", LONG.strip()), ("2", "short")),
    "empty cells": small_paper(("", ""), ("1", "")),
    "special characters": small_paper((SPECIAL, SPECIAL), headings=(SPECIAL, "B")),
    "formula starts": small_paper(("=1+1", "+44 20"), ("-5%", "@here"), ("＠1", "=cmd|' /C calc'!A0")),
    "a wide table": small_paper(("x",) * 14, headings=("Neighbourhood responsibilities",) * 14),
    "statuses": marked_paper(),
    "no rows": small_paper(),
}
hand_made = pytest.mark.parametrize("paper", HAND_MADE.values(), ids=HAND_MADE.keys())
made_up = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def squeezed(blocks: list[str]) -> list[str]:
    """Without spaces and hyphens, which a PDF's line ends decide, and with wide signs as plain ones."""
    return [re.sub(r"[\s\u00ad\u200b\u2010-]", "", block).replace("＠", "@") for block in blocks]


@hand_made
def test_the_word_paper_shows_the_papers_words_in_order(paper: Paper) -> None:
    assert contents.docx_blocks(paper_docx(paper)) == contents.paper_blocks(paper)


@hand_made
def test_the_pdf_tags_give_the_papers_words_in_order(paper: Paper) -> None:
    assert squeezed(contents.pdf_blocks(paper_pdf(paper, None))) == squeezed(
        contents.paper_blocks(paper, signs=False)
    )


@hand_made
def test_the_sheet_holds_the_papers_words(paper: Paper) -> None:
    assert_sheet_holds(paper)


@hand_made
def test_the_csv_holds_the_papers_rows(paper: Paper) -> None:
    assert contents.csv_rows(paper_csv(paper)) == contents.paper_rows(paper)


@made_up
@given(papers)
def test_any_word_paper_shows_its_words_in_order(paper: Paper) -> None:
    assert contents.docx_blocks(paper_docx(paper)) == contents.paper_blocks(paper)


@made_up
@given(papers)
def test_any_pdf_shows_its_words_in_order(paper: Paper) -> None:
    assert squeezed(contents.pdf_blocks(paper_pdf(paper, None))) == squeezed(
        contents.paper_blocks(paper, signs=False)
    )


@made_up
@given(papers)
def test_any_sheet_holds_its_words(paper: Paper) -> None:
    assert_sheet_holds(paper)


@made_up
@given(papers)
def test_any_csv_holds_its_rows(paper: Paper) -> None:
    assert contents.csv_rows(paper_csv(paper)) == contents.paper_rows(paper)


def assert_sheet_holds(paper: Paper) -> None:
    """All rows in order under their theme, whatever the order of the columns."""
    rows = [sorted(filter(None, row)) for row in contents.sheet(paper_xlsx(paper))]
    first = 5 if any(section.is_grouped for section in paper.sections) else 4
    assert rows[:2] == [[paper.title], [f"{paper.partnership} · {look.subtitle(paper)}"]]
    assert {word for row in rows[2:first] for word in row} == heading_words(paper)
    assert ended(rows[first:]) == ended(rows_for_sheet(paper))


def heading_words(paper: Paper) -> set[str]:
    columns = [column for section in paper.sections for column in section.columns]
    themes = {"Theme"} if any(section.heading for section in paper.sections) else set()
    return {word for column in columns for word in (column.heading, column.group) if word} | themes


def rows_for_sheet(paper: Paper) -> list[list[str]]:
    """A band and its theme, the theme beside each row, then key and notes, each under an empty row."""
    rows: list[list[str]] = []
    for section in paper.sections:
        themes = [section.heading] if section.heading else []
        rows += [themes * 2] if themes else []
        rows += [
            sorted([*(contents.cell_text(cell) for cell in row.cells if cell.text), *themes])
            for row in section.rows
        ]
        rows += [] if section.rows else [[look.NOTHING]]
    rows += [[], *([line] for line in contents.key(paper))] if paper.key else []
    rows += [[], *([note] for note in paper.notes)] if paper.notes else []
    return rows


def ended(rows: list[list[str]]) -> list[list[str]]:
    """Without the empty rows at the end."""
    last = max((place for place, row in enumerate(rows) if row), default=-1)
    return rows[: last + 1]
