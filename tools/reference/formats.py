"""The page of file formats: documents the reader takes and papers it writes."""

from jointaction.reports.formats import FORMATS
from jointaction.sources.documents.kinds import DocumentKind
from tools.reference.page import Page, code, page, table

TOLD = {
    DocumentKind.WORD: "Word (.docx). The old .doc is refused with a hint to save it anew.",
    DocumentKind.EXCEL: "Excel (.xlsx). Files with macros are refused.",
    DocumentKind.OLD_EXCEL: "Excel 97 to 2003 (.xls). Files with macros are refused.",
    DocumentKind.OPEN_SHEET: "OpenDocument sheet (.ods).",
    DocumentKind.PDF: "PDF with text in it; a scanned picture of a page holds none.",
    DocumentKind.CSV: "Values separated by commas, semicolons or tabs.",
    DocumentKind.TEXT: "Plain text, as PDF programs print tables.",
}


def formats_page() -> Page:
    """What comes in, then what goes out."""
    return page(
        "formats.md",
        "File formats",
        ("jointaction/sources/documents/kinds.py", "jointaction/reports/formats.py"),
        "## Documents read",
        "A file's content decides what it is; its name only tells CSV from other text.",
        table(("In the code", "What it is"), ((code(kind.value), TOLD[kind]) for kind in DocumentKind)),
        "## Papers written",
        table(
            ("Form", "Ending", "Media type"),
            ((each.label, code(each.extension), code(each.media_type)) for each in FORMATS.values()),
        ),
    )
