from jointaction.domain.papers import PaperCell, PaperRow
from jointaction.reports.headings import Heading
from jointaction.reports.heights import heading_lines, is_short, lines_tall


def row(*texts: str) -> PaperRow:
    return PaperRow(tuple(PaperCell((text,)) for text in texts))


def test_a_row_is_as_tall_as_its_tallest_cell() -> None:
    assert lines_tall(row("short", "word " * 60).cells, (0.5, 0.5)) == lines_tall(
        row("word " * 60).cells, (0.5,)
    )
    assert lines_tall(row("word " * 60).cells, (0.2,)) > lines_tall(row("word " * 60).cells, (0.8,))


def test_an_empty_row_is_one_line_tall() -> None:
    assert lines_tall((PaperCell(), PaperCell()), (0.5, 0.5)) == 1


def test_each_item_of_a_list_needs_a_line() -> None:
    assert lines_tall((PaperCell(("a", "b", "c"), is_list=True),), (1.0,)) == 3


def test_only_short_rows_are_kept_whole() -> None:
    assert is_short(row("word " * 60), (0.5,))
    assert not is_short(row("word " * 600), (0.5,))


def test_a_tall_heading_makes_the_lower_heading_row_taller() -> None:
    tall = Heading("Very many words in a narrow column", 0, 0, tall=2)
    wide, north, south = Heading("Update", 0, 1, wide=2), Heading("North", 1, 1), Heading("South", 1, 2)
    top, below = heading_lines(((tall, wide), (north, south)), (0.07, 0.4, 0.53))
    assert top == 1
    assert below >= 3
