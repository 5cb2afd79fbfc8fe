import pytest

from jointaction.reports.commas import harmless, paper_csv
from tests.reports.contents import csv_table
from tests.reports.papers import monitoring_paper, small_paper


def test_the_file_starts_with_the_mark_that_tells_excel_it_is_utf_8() -> None:
    assert paper_csv(small_paper(("1", "café"))).startswith(b"\xef\xbb\xbf")


def test_there_is_one_header_with_the_theme_first_and_a_column_for_each_area() -> None:
    header, *rows = csv_table(paper_csv(monitoring_paper(rows_in_a_theme=2)))
    assert header[:3] == ["Theme", "Ref", "Objective"]
    assert header[-3:] == [
        "Update: Quarter 4",
        "Update: Quarter 4: Millbrook and Weir",
        "Update: Quarter 4: Thornley",
    ]
    assert len(rows) == 8
    assert {len(row) for row in rows} == {len(header)}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_a_cell_that_could_be_a_formula_gets_an_apostrophe(start: str) -> None:
    (_header, row) = csv_table(paper_csv(small_paper((f"{start}1+1", "safe"))))
    assert row == ["", f"'{start}1+1", "safe"]


@pytest.mark.parametrize("start", ["\t", "\r", "\n", "\0"])
def test_a_cell_that_starts_with_a_control_character_is_no_formula_either(start: str) -> None:
    assert harmless(f"{start}=1+1").startswith("'")
    (_header, row) = csv_table(paper_csv(small_paper((f"{start}=1+1", "safe"))))
    assert row[1] == "'=1+1"


def test_headings_and_themes_are_made_harmless_too() -> None:
    header, _row = csv_table(paper_csv(small_paper(("1", "x"), headings=("Ref", "=Update"))))
    assert header[2] == "'=Update"


def test_lines_of_a_list_are_lines_of_the_cell() -> None:
    _header, row, *_rest = csv_table(paper_csv(monitoring_paper()))
    assert row[6] == "Council\nPolice"


def test_ordinary_words_are_left_as_they_are() -> None:
    assert harmless("On track = good") == "On track = good"
    assert harmless("") == ""
