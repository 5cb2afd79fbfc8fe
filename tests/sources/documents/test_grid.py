from jointaction.sources.documents.grid import Strip, strips
from tests.sources.documents.stage_values import blocks, heading, spanning, word_table


def only_strip(table) -> Strip:
    (strip,) = strips(blocks(table))
    assert isinstance(strip, Strip)
    return strip


def test_cells_stand_at_their_grid_column():
    strip = only_strip(word_table((spanning("Wide", columns=2), "Narrow")))

    assert [(cell.column, cell.span) for cell in strip.rows[0].cells] == [(0, 2), (2, 1)]
    assert strip.rows[0].width == 3


def test_a_cell_merged_downwards_covers_the_rows_below():
    strip = only_strip(word_table((spanning("Police", rows=2), "One"), ("Two",), ("Council", "Three")))

    covered = strip.rows[1].cells[0]
    assert (covered.text, covered.column, covered.covered) == ("Police", 0, True)
    assert strip.rows[1].cells[1].column == 1
    assert not strip.rows[2].cells[0].covered


def test_covered_cells_do_not_count_as_filled():
    strip = only_strip(word_table((spanning("Police", rows=2), "One"), ("Two",)))

    assert [cell.text for cell in strip.rows[1].filled] == ["Two"]


def test_rows_and_lines_without_text_are_left_out():
    assert strips(blocks(heading(" "), word_table(("", " ")))) == ()
