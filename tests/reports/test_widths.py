from dataclasses import replace

import pytest
from hypothesis import given

from jointaction.domain.papers import Paper
from jointaction.reports.look import CELL_PADDING_MM, TABLE_WIDTH_MM
from jointaction.reports.widths import column_shares, text_width_mm
from tests.reports.made_papers import papers
from tests.reports.papers import monitoring_paper, small_paper


def test_columns_with_room_for_their_words_keep_the_shares_asked_for() -> None:
    section = monitoring_paper().sections[0]
    wanted = [column.width for column in section.columns]
    assert column_shares(section) == pytest.approx(wanted, abs=0.012)


def test_a_column_too_narrow_for_its_longest_word_is_given_room() -> None:
    paper = small_paper(("1", "neighbourhood"), headings=("Ref", "Update"))
    narrow = replace(paper.sections[0].columns[1], width=0.01)
    section = replace(paper.sections[0], columns=(paper.sections[0].columns[0], narrow))
    _, share = column_shares(section)
    assert share * TABLE_WIDTH_MM >= text_width_mm("neighbourhood") + 2 * CELL_PADDING_MM


def test_widths_that_do_not_add_up_are_scaled() -> None:
    section = small_paper(("a", "b")).sections[0]
    doubled = tuple(replace(column, width=column.width * 2) for column in section.columns)
    assert column_shares(replace(section, columns=doubled)) == pytest.approx((0.5, 0.5))


def test_columns_without_widths_share_alike() -> None:
    section = small_paper(("a", "b")).sections[0]
    bare = tuple(replace(column, width=0.0) for column in section.columns)
    assert column_shares(replace(section, columns=bare))[1] > 0.4


def test_a_section_without_columns_has_no_shares() -> None:
    assert column_shares(replace(small_paper().sections[0], columns=())) == ()


@given(papers)
def test_shares_always_fill_the_table_and_no_column_vanishes(paper: Paper) -> None:
    for section in paper.sections:
        shares = column_shares(section)
        assert sum(shares) == pytest.approx(1.0)
        assert min(shares) > 0.005


def test_wide_letters_make_a_wider_text() -> None:
    assert text_width_mm("WWW") > text_width_mm("iii") * 3
    assert text_width_mm("word", bold=True) > text_width_mm("word")
