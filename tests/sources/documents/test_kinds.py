"""The kind of a file is told by its content."""

import pytest
from docx import Document

from jointaction.sources.documents.kinds import DocumentKind, document_kind
from jointaction.sources.documents.refusal import RefusedError
from tests.sources.documents.word_files import saved
from tools.hostile_files import packing, pdf_files, sheet_files

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (saved(Document()), "plan.pdf", DocumentKind.WORD),
        (packing.excel(packing.sheet("")), "plan.docx", DocumentKind.EXCEL),
        (sheet_files.EITHER["repeated-cells.ods"](), "plan", DocumentKind.OPEN_SHEET),
        (OLD + "Workbook".encode("utf-16-le"), "plan.xls", DocumentKind.OLD_EXCEL),
        (pdf_files.REFUSED["scan.pdf"](), "plan.docx", DocumentKind.PDF),
        (b"Ref,Aim\n1,Calm\n", "plan.CSV", DocumentKind.CSV),
        (b"Ref\tAim\n1\tCalm\n", "plan.txt", DocumentKind.TEXT),
        ("Café".encode("utf-16"), "plan.txt", DocumentKind.TEXT),
        ("Café".encode("cp1252"), "plan", DocumentKind.TEXT),
    ],
)
def test_content_decides_whatever_the_name(data, name, kind):
    assert document_kind(data, name) is kind


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "plan.docx", "empty"),
        (b"\x00" * 99, "plan.docx", "empty"),
        (b"A plan", "plan.docx", "named .docx but holds plain text"),
        (b"<html><body>", "plan.xls", "web page"),
        (b"{\\rtf1 A plan}", "plan.doc", "RTF"),
        (OLD + "WordDocument".encode("utf-16-le"), "plan.doc", "save it as .docx"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "plan.docx", "password"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "plan.docx", "kind"),
        (packing.packed({"plan.txt": "A plan"}), "plan.docx", "zip package"),
        (packing.packed({"ppt/presentation.xml": ""}), "plan.pptx", "PowerPoint"),
    ],
)
def test_a_refusal_says_what_the_file_is(data, name, words):
    with pytest.raises(RefusedError, match=words):
        document_kind(data, name)
