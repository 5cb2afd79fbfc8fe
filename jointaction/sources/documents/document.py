"""A whole document read: its kind found, its cells taken out, its plan understood."""

from collections.abc import Callable
from importlib import import_module
from types import ModuleType

from jointaction.domain.drafts import DocumentDraft
from jointaction.sources.documents.blocks import Blocks
from jointaction.sources.documents.decoding import decoded_text
from jointaction.sources.documents.kinds import DocumentKind, document_kind
from jointaction.sources.documents.plan_reader import read_plan

Progress = Callable[[int, int], None]

_MODULES = {
    DocumentKind.WORD: "word",
    DocumentKind.EXCEL: "sheets",
    DocumentKind.OLD_EXCEL: "sheets",
    DocumentKind.OPEN_SHEET: "sheets",
    DocumentKind.PDF: "pdf",
    DocumentKind.CSV: "csv_table",
    DocumentKind.TEXT: "text",
}
_SHEETS = {DocumentKind.EXCEL, DocumentKind.OPEN_SHEET}
_WHOLE_PLAN = "jointaction.sources.documents.whole_plan_sheet"


def read_document(data: bytes, name: str, progress: Progress | None = None) -> DocumentDraft:
    """The plans a document holds; raises RefusedError when it cannot be read.

    `progress` is told (pages done, pages in all) where the kind of document has pages.
    """
    kind = document_kind(data, name)
    if kind in _SHEETS:
        load_reader(kind)
        whole: DocumentDraft | None = import_module(_WHOLE_PLAN).whole_plan(data)
        if whole is not None:
            return whole
    return read_plan(document_blocks(data, kind, progress))


def document_blocks(data: bytes, kind: DocumentKind, progress: Progress | None = None) -> Blocks:
    """The paragraphs and tables of a document of a known kind, in reading order."""
    reader = load_reader(kind)
    blocks: Blocks
    match kind:
        case DocumentKind.WORD:
            blocks = reader.word_blocks(data)
        case DocumentKind.PDF:
            blocks = reader.pdf_blocks(data, progress)
        case DocumentKind.CSV:
            blocks = reader.csv_blocks(data)
        case DocumentKind.TEXT:
            blocks = reader.text_blocks(decoded_text(data))
        case _:
            blocks = reader.sheet_blocks(data, kind)
    return blocks


def load_reader(kind: DocumentKind) -> ModuleType:
    """The module that reads a kind, loaded when needed: a Word file must not wait for the PDF library."""
    if kind in _SHEETS:
        import_module(_WHOLE_PLAN)
    return import_module(f"jointaction.sources.documents.{_MODULES[kind]}")
