"""Bands that say a theme twice, and notes below a sheet's table."""

from jointaction.domain.drafts import Place
from jointaction.sources.documents.blocks import Cell, Row
from jointaction.sources.documents.sheet_edges import parted, without_echo


def row(line, *texts):
    place = Place(sheet="Plan", line=line)
    return Row(tuple(Cell(text, place) for text in texts), place)


def texts(read):
    return [cell.text for cell in read.cells]


def test_a_band_that_repeats_its_theme_says_it_once():
    band = row(5, "1. Thefts", "", "", "1. Thefts")
    assert texts(without_echo(band)) == ["1. Thefts", "", "", ""]


def test_rows_that_say_different_things_or_only_marks_stay_as_they_are():
    for kept in (row(5, "1.1", "Fewer thefts", "1. Thefts"), row(6, "n/a", "", "n/a"), row(7, "", "Police")):
        assert without_echo(kept) is kept


TABLE = (row(1, "Ref", "Aim"), row(2, "1", "Fewer thefts"), row(3, "2", "More locks"))


def test_lines_below_the_table_after_an_empty_line_stand_apart():
    rows, below = parted((*TABLE, row(5, "What it means", ""), row(6, "On track: in time", "")))
    assert rows == TABLE
    assert [cell.text for cell in below] == ["What it means", "On track: in time"]


def test_a_line_straight_below_the_table_may_be_the_rest_of_a_row():
    rows = (*TABLE, row(4, "3", ""))
    assert parted(rows) == (rows, ())


def test_a_sheet_of_lines_alone_is_left_as_it_is():
    rows = (row(1, "A plan", ""), row(3, "1. Thefts", ""))
    assert parted(rows) == (rows, ())
