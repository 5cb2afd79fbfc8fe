"""Packages looked at from outside."""

from dataclasses import replace

import pytest
from docx import Document

from jointaction.sources.documents.refusal import RefusedError
from jointaction.sources.guard.limits import LIMITS
from jointaction.sources.guard.packages import check_package
from tests.sources.documents.word_files import saved
from tools.hostile_files import packing, sheet_files, word_files

HOSTILE = word_files.REFUSED | sheet_files.REFUSED


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("five-thousand-parts.docx", "more than 3,000 parts"),
        ("overlapping-parts.docx", "unpacks to 2,001 MB"),
        ("laughs.docx", "document type definition"),
        ("dtd-in-utf-16.docx", "document type definition"),
        ("dtd-in-relations.docx", "document type definition"),
        ("macros.docx", "macros"),
        ("macro-type.docx", "macros"),
        ("activex.docx", "ActiveX"),
        ("ole-object.docx", "OLE object"),
        ("embedded-program.docx", "embedded file"),
        ("locked-parts.docx", "password"),
        ("locked.ods", "password"),
        ("wrong-sum.docx", "damaged"),
        ("lying-size.docx", "damaged"),
        ("same-part-twice.docx", "damaged"),
        ("other-packing.docx", "damaged"),
        ("truncated.docx", "damaged"),
    ],
)
def test_a_harmful_package_is_refused_with_the_reason(name, words):
    with pytest.raises(RefusedError, match=words):
        check_package(HOSTILE[name](), LIMITS)


def test_a_mark_cut_by_the_reading_of_pieces_is_still_seen():
    for before in range(999_980, 1_000_001):
        data = packing.packed({"word/document.xml": b"<a/>" + b" " * (before - 4) + b"<!DOCTYPE a>"})
        with pytest.raises(RefusedError, match="definition"):
            check_package(data, replace(LIMITS, ratio=10_000))


def test_a_part_packed_too_tightly_is_refused():
    with pytest.raises(RefusedError, match="packed far tighter"):
        check_package(packing.packed({"word/document.xml": b" " * 1_000_001}), LIMITS)


def test_plain_files_and_embedded_charts_pass():
    check_package(saved(Document()), LIMITS)
    check_package(packing.word(packing.body(""), {"word/embeddings/chart1.xlsx": b"PK"}), LIMITS)
