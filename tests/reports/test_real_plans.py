"""The words of real plans in every form: long cells, old bullets, odd signs."""

from pathlib import Path

import docx
import pytest
from docx.table import Table

from jointaction.domain.fields import Field
from jointaction.domain.papers import Paper, PaperCell, PaperColumn, PaperRow, PaperSection
from jointaction.reports.commas import paper_csv
from jointaction.reports.pdf import paper_pdf
from jointaction.reports.printable import printable
from jointaction.reports.word import paper_docx
from tests.reports import contents
from tests.reports.test_same_words import squeezed

PLANS = Path(__file__).parents[3] / "shared" / "plans"
FILES = sorted(PLANS.glob("*.docx"))
pytestmark = pytest.mark.skipif(not FILES, reason="the real plans (../shared/plans) are not on this machine")


def section(table: Table) -> PaperSection:
    """A Word table as a section: the first row as headings, each cell's paragraphs as its lines."""
    first, *rows = [[[each.text for each in cell.paragraphs] for cell in row.cells] for row in table.rows]
    fields = [Field.REF, *[Field.ACTION] * (len(first) - 1)]
    columns = tuple(
        PaperColumn(" ".join(words), field, 1 / len(first))
        for words, field in zip(first, fields, strict=True)
    )
    made = (PaperRow(tuple(PaperCell(tuple(lines), is_list=len(lines) > 1) for lines in row)) for row in rows)
    return PaperSection(None, columns, tuple(made))


def paper_of(file: Path) -> Paper:
    tables = docx.Document(str(file)).tables
    sections = tuple(section(table) for table in tables if len(table.rows) > 1)
    return Paper("East Herts", file.stem, "", "", sections)


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def paper(request: pytest.FixtureRequest) -> Paper:
    made = printable(paper_of(request.param))
    assert made.sections, "the plan has a table"
    return made


def test_a_real_plan_reads_the_same_in_word(paper: Paper) -> None:
    assert filled(contents.docx_blocks(paper_docx(paper))) == filled(contents.paper_blocks(paper))


@pytest.mark.faults
def test_a_real_plan_reads_the_same_in_pdf(paper: Paper) -> None:
    assert filled(squeezed(contents.pdf_blocks(paper_pdf(paper)))) == filled(
        squeezed(contents.paper_blocks(paper))
    )


def test_a_real_plan_reads_the_same_in_csv(paper: Paper) -> None:
    assert contents.csv_rows(paper_csv(paper)) == contents.paper_rows(paper)


def filled(blocks: list[str]) -> list[str]:
    return [block for block in blocks if block]
