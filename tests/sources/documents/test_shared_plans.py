"""The real plans beside the checkout: all their words arrive, whatever file they are in."""

import re
from collections import Counter
from pathlib import Path

import pytest
from docx import Document

from jointaction.sources.documents.blocks import Blocks, Paragraph
from jointaction.sources.documents.document import document_blocks
from jointaction.sources.documents.kinds import document_kind
from jointaction.sources.documents.tidy import squeezed

WORD = re.compile(r"\w+")


def blocks_of(path: Path) -> Blocks:
    data = path.read_bytes()
    return document_blocks(data, document_kind(data, path.name))


def texts(blocks: Blocks) -> list[str]:
    return [
        text
        for block in blocks.blocks
        for text in (
            [block.text]
            if isinstance(block, Paragraph)
            else [cell.text for row in block.rows for cell in row.cells]
        )
    ]


def words(lines: list[str]) -> Counter[str]:
    return Counter(word for line in lines for word in WORD.findall(line))


@pytest.mark.parametrize("name", ["action-plan-2008-09.docx", "action-plan-2010-11.docx"])
def test_every_cell_of_the_word_plans_arrives(shared, name):
    path = shared / "plans" / name
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]

    arrived = {squeezed(text) for text in texts(blocks_of(path))}

    assert len(cells) > 100
    assert {squeezed(text) for text in cells} <= arrived | {""}


def test_the_pdf_holds_the_letters_of_the_word_plan(shared):
    in_word = texts(blocks_of(shared / "plans" / "action-plan-2008-09.docx"))
    in_pdf = texts(blocks_of(shared / "plans" / "action-plan-2008-09.pdf"))

    letters = Counter("".join(map(squeezed, in_word))) - Counter("".join(map(squeezed, in_pdf)))

    assert letters.total() == 0


def test_the_sheet_holds_the_words_of_the_word_plan(shared):
    in_word = words(texts(blocks_of(shared / "plans" / "action-plan-2010-11.docx")))
    in_sheet = words(texts(blocks_of(shared / "plans" / "action-plan-2010-11.xlsx")))

    assert in_word.total() > 300
    assert in_word - in_sheet == Counter()
