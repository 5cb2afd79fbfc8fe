"""Separated text: the sign that separates is found, quotes are respected, every cell comes back."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointaction.domain.drafts import Place
from jointaction.sources.documents.blocks import Table
from jointaction.sources.documents.csv_table import csv_blocks

WORDS = st.text(st.sampled_from("abc 123,\"'é£"), min_size=1, max_size=12).map(
    lambda text: " ".join(["x", *text.split()])
)


def grid(data: bytes) -> list[list[str]]:
    (found,) = csv_blocks(data).blocks
    assert isinstance(found, Table)
    return [[cell.text for cell in row.cells] for row in found.rows]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_each_sign_and_encoding_is_found(sign, encoding):
    rows = [["Ref", "Aim, in short", "Lead"], ["1.1", "Café – calm", "Police"]]
    text = StringIO()
    csv.writer(text, delimiter=sign).writerows(rows)

    assert grid(text.getvalue().encode(encoding)) == rows


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=2, max_size=8))
def test_any_texts_come_back_unchanged(rows):
    text = StringIO()
    csv.writer(text).writerows(rows)

    assert grid(text.getvalue().encode()) == [list(row) for row in rows]


def test_a_cell_keeps_its_lines_and_knows_its_place():
    (found,) = csv_blocks(b'Ref,Actions\n\n1.1,"Light the path\nTrim the hedge"\n').blocks

    assert isinstance(found, Table)
    assert found.rows[1].cells[1].text == "Light the path\nTrim the hedge"
    assert found.rows[1].cells[1].place == Place(table=1, line=3, cell="2")


def test_blank_lines_alone_give_no_table():
    assert csv_blocks(b"\n , \n").blocks == ()


@pytest.mark.faults
def test_an_endless_table_is_cut_and_told():
    blocks = csv_blocks(b"1,Calm\n" * 20_001)

    assert len(blocks.blocks[0].rows) == 20_000
    assert [warning.code for warning in blocks.warnings] == ["table-too-long"]
    assert csv_blocks(b"1,Calm\n" * 20_000).warnings == ()
