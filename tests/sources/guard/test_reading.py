"""Documents read at arm's length, end to end."""

import os
from dataclasses import replace

import pytest

from jointaction.sources.guard import LIMITS, RefusedError, page_picture_guarded, read_guarded
from tests.sources.documents.pdf_files import plan_pdf
from tests.sources.documents.word_files import with_table
from tools.hostile_files import packing

ROWS = [["Ref", "Objective", "Actions"], ["1.1", "Safer streets", "Light the path"]]


@pytest.fixture
def upload(tmp_path):
    def write(data: bytes, name: str = "plan"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


def test_a_word_file_becomes_a_draft(upload):
    draft = read_guarded(upload(with_table(ROWS)), name="Plan 2024-25.docx")

    (row,) = draft.rows
    assert (row.ref, row.objective, row.actions) == ("1.1", "Safer streets", ("Light the path",))


def test_a_pdf_becomes_a_draft_and_tells_its_pages(upload):
    told = []

    draft = read_guarded(upload(plan_pdf(ROWS)), name="plan.pdf", progress=lambda *done: told.append(done))

    assert [row.ref for row in draft.rows] == ["1.1"]
    assert told == [(1, 1)]


def test_a_damaged_file_is_refused_in_the_child(upload):
    with pytest.raises(RefusedError, match="damaged"):
        read_guarded(upload(packing.word("<w:document")), name="plan.docx")


def test_a_file_too_large_is_not_even_opened(upload):
    path = upload(b"")
    os.truncate(path, 25_000_001)

    with pytest.raises(RefusedError, match="25 MB"):
        read_guarded(path, name="plan.docx")


def test_a_text_too_large_is_refused(upload):
    with pytest.raises(RefusedError, match="may have 5 MB"):
        read_guarded(upload(b"plan " * 1_000_001), name="plan.txt")


def test_a_child_without_enough_memory_ends_in_a_sentence(upload):
    with pytest.raises(RefusedError, match=r"more memory or time|could not be read"):
        read_guarded(
            upload(with_table(ROWS)), name="plan.docx", limits=replace(LIMITS, memory_bytes=30_000_000)
        )


def test_old_excel_with_macros_is_refused(upload):
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook_VBA_PROJECT".encode("utf-16-le")

    with pytest.raises(RefusedError, match="macros"):
        read_guarded(upload(data), name="plan.xls")


def test_a_page_of_an_upload_becomes_a_picture(upload):
    picture = page_picture_guarded(upload(plan_pdf(ROWS), "plan.pdf"), 1)

    assert picture.startswith(b"\x89PNG")


def test_a_file_that_is_no_pdf_gives_no_picture(upload):
    with pytest.raises(RefusedError, match="locked or damaged"):
        page_picture_guarded(upload(with_table(ROWS), "plan.docx"), 1)
