"""Every cell of a Word document or workbook as it stands, with its place, and the paragraphs between."""

from collections.abc import Iterator

from jointaction.sources.documents.blocks import Paragraph, Row, Table
from jointaction.sources.documents.document import document_blocks
from jointaction.sources.documents.errand import Rows
from jointaction.sources.documents.kinds import DocumentKind, document_kind
from jointaction.sources.documents.refusal import RefusedError

KINDS = frozenset({DocumentKind.WORD, DocumentKind.EXCEL, DocumentKind.OPEN_SHEET})
NO_SHEET = (
    "This is neither a Word document (.docx) nor an Excel workbook (.xlsx). Fill in the sheet as you "
    "downloaded it, and bring that."
)


def cell_list(data: bytes, name: str) -> Rows:
    """Rows of (place, text): B4 in a workbook, T1R4C2 in a Word table, ¶3 for a paragraph outside.

    Cells that were joined have no sure place and are left out. Raises RefusedError for other kinds of files.
    """
    kind = document_kind(data, name)
    if kind not in KINDS:
        raise RefusedError(NO_SHEET)
    return tuple(_rows(document_blocks(data, kind).blocks))


def _rows(blocks: tuple[Paragraph | Table, ...]) -> Iterator[tuple[tuple[str, str], ...]]:
    tables = 0
    for number, block in enumerate(blocks, 1):
        if isinstance(block, Paragraph):
            yield ((f"¶{number}", block.text),)
            continue
        tables += 1
        for line, row in enumerate(block.rows, 1):
            yield tuple(_cells(row, tables, line))


def _cells(row: Row, table: int, line: int) -> Iterator[tuple[str, str]]:
    for cell in row.cells:
        if cell.columns == cell.rows == 1:
            where = cell.place.cell or ""
            yield (where if cell.place.sheet else f"T{table}R{line}C{where}", cell.text)
