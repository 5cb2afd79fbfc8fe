import pytest

from jointaction.domain.papers import Paper, PaperCell
from jointaction.reports.printable import printable
from tests.reports.papers import small_paper


def lines_of(*lines: str, is_list: bool = False) -> PaperCell:
    """The cell that a paper prints for these lines."""
    section = small_paper(("1", "x")).sections[0]
    row = type(section.rows[0])((PaperCell(lines, is_list=is_list), PaperCell()))
    printed = printable(Paper("", "", "", "", (type(section)(None, section.columns, (row,)),)))
    return printed.sections[0].rows[0].cells[0]


@pytest.mark.parametrize("bad", ["\0", "\x07", "\x1b", "\x7f", "\ud800", "\uf0b7", "\ufffe", "\ufdd0"])
def test_what_no_file_can_hold_becomes_a_space(bad: str) -> None:
    assert lines_of(f"before{bad}after").lines == ("before after",)


@pytest.mark.parametrize("hidden", ["\u200b", "\u202e", "\ufeff", "\xad", "\u2066"])
def test_invisible_marks_go_without_parting_words(hidden: str) -> None:
    assert lines_of(f"Weir{hidden}dale").lines == ("Weirdale",)


def test_line_breaks_in_a_text_make_lines() -> None:
    assert lines_of("First.\r\n\r\nSecond.\x0bThird.").lines == ("First.", "Second.", "Third.")


def test_an_item_of_a_list_stays_one_item() -> None:
    assert lines_of("one\ntwo", "three", is_list=True) == PaperCell(("one two", "three"), is_list=True)


def test_a_list_left_with_one_item_is_a_plain_text() -> None:
    assert lines_of("one", "  ", is_list=True) == PaperCell(("one",))


def test_words_signs_and_accents_stay() -> None:
    text = "café “quoted” – £5 <b>&amp;</b> =SUM(A1) Łódź Ωmega"
    assert lines_of(text).lines == (text,)


def test_a_heading_of_blanks_is_no_heading() -> None:
    paper = small_paper(("1", "x"))
    blank = type(paper.sections[0])(" \t", paper.sections[0].columns, ())
    assert printable(Paper("", "", "", "", (blank,))).sections[0].heading is None


def test_a_paper_without_a_title_gets_one() -> None:
    assert printable(Paper("", " ", "", "", ())).title == "Monitoring paper"
