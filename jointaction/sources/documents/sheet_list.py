"""The first filled sheet of a workbook as plain rows, each cell with its address."""

from jointaction.sources.documents.blocks import Table
from jointaction.sources.documents.errand import Rows
from jointaction.sources.documents.kinds import DocumentKind, document_kind
from jointaction.sources.documents.refusal import RefusedError
from jointaction.sources.documents.sheets import sheet_blocks

_SHEETS = frozenset({DocumentKind.EXCEL, DocumentKind.OLD_EXCEL, DocumentKind.OPEN_SHEET})


def sheet_list(data: bytes, name: str) -> Rows:
    """Rows of (address, text) of a workbook's first filled sheet; raises RefusedError for other files."""
    kind = document_kind(data, name)
    if kind not in _SHEETS:
        raise RefusedError("This is no Excel workbook. Fill in the template and upload that, as .xlsx.")
    tables = [block for block in sheet_blocks(data, kind).blocks if isinstance(block, Table)]
    if not tables:
        raise RefusedError("This workbook is empty. Fill in the template and upload that.")
    return tuple(tuple((cell.place.cell or "", cell.text) for cell in row.cells) for row in tables[0].rows)
