"""One Word paper as readable text, kept beside the tests so a change shows in the diff.

After a change that is meant: `PAPER_SNAPSHOT=write pytest tests/reports/test_snapshot.py`.
"""

import io
import os
from pathlib import Path

import docx
from docx.table import Table, _Row

from jointaction.reports.word import paper_docx
from tests.reports.papers import monitoring_paper

SNAPSHOT = Path(__file__).with_name("monitoring_paper.txt")


def as_text(content: bytes) -> str:
    """A line a paragraph and a block a row, a cell's items after dots."""
    lines: list[str] = []
    for part in docx.Document(io.BytesIO(content)).iter_inner_content():
        if isinstance(part, Table):
            lines += [line for row in part.rows for line in row_lines(row)]
        elif part.text:
            lines.append(f"{part.style.name}: {part.text}")
    return "\n".join(lines) + "\n"


def row_lines(row: _Row) -> list[str]:
    cells = [
        row.cells[0],
        *(cell for left, cell in zip(row.cells, row.cells[1:], strict=False) if cell._tc is not left._tc),
    ]
    texts = [" · ".join(paragraph.text for paragraph in cell.paragraphs) or "(empty)" for cell in cells]
    return ["", *(f"    {text}" if place else f"  {text}" for place, text in enumerate(texts))]


def test_the_paper_reads_as_it_did_before() -> None:
    text = as_text(paper_docx(monitoring_paper(rows_in_a_theme=2)))
    if os.environ.get("PAPER_SNAPSHOT") == "write":
        SNAPSHOT.write_text(text, encoding="utf-8")
    assert text == SNAPSHOT.read_text(encoding="utf-8")
