"""Hostile files: each is refused with a sentence or read within limits, and whoever asked lives on."""

import resource
from pathlib import Path
from time import monotonic

import pytest

from jointaction.domain.drafts import DocumentDraft
from jointaction.sources.guard import LIMITS, RefusedError, read_guarded
from tools import hostile

QUICK = (
    "laughs.docx",
    "macros.xlsx",
    "old-word.doc",
    "overlapping-parts.docx",
    "program.pdf",
    "last-cell-of-all.xlsx",
    "not-xml.docx",
    "pages-in-a-circle.pdf",
    "form-of-itself.pdf",
    "endless-span.docx",
)


def outcome(name: str, folder: Path) -> DocumentDraft | str:
    path = hostile.build(name, folder)
    try:
        return read_guarded(path, name=name)
    except RefusedError as refused:
        return refused.message
    finally:
        path.unlink()


@pytest.mark.parametrize("name", QUICK)
def test_a_hostile_file_harms_nobody(name, tmp_path):
    found = outcome(name, tmp_path)

    assert isinstance(found, str) or name in hostile.EITHER


@pytest.mark.slow
@pytest.mark.parametrize("name", hostile.KINDS)
def test_every_hostile_file_ends_within_time_and_memory(name, tmp_path):
    path = hostile.build(name, tmp_path)
    started = monotonic()
    try:
        found: DocumentDraft | str = read_guarded(path, name=name)
    except RefusedError as refused:
        found = refused.message
    took = monotonic() - started
    most_bytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024

    print(f"{name}: {took:.1f} s, {found if isinstance(found, str) else 'read'}")
    assert isinstance(found, str) or name in hostile.EITHER
    assert took < 15 + 1
    assert most_bytes <= LIMITS.memory_bytes


def test_every_refusal_is_a_sentence_that_says_what_to_do(tmp_path):
    said = [
        outcome(name, tmp_path)
        for name in ("macros.docx", "rich-text.rtf", "zeros.xlsx", "two-thousand-pages.pdf")
    ]

    assert all(isinstance(text, str) and text.endswith((".", "again.")) and len(text) < 300 for text in said)
    assert all("upload" in text for text in said if isinstance(text, str))
