"""Words that the edge between two columns cut in two, put back into one cell."""

import re
from dataclasses import replace

from jointaction.sources.documents.grid import GridCell, GridRow
from jointaction.sources.documents.mending import cut_join
from jointaction.sources.documents.wordstock import WORD, WordStock

_CUT_END = re.compile(r"[^\W\d_]+(?![-/\w])")
_MIN_LETTERS = 5


def whole_row(row: GridRow, stock: WordStock) -> GridRow:
    """The row with each word cut by a column's edge whole in one of its two cells."""
    cells = list(row.cells)
    for index, (left, right) in enumerate(zip(row.cells, row.cells[1:], strict=False)):
        if pair := _rejoined(left, right, stock):
            cells[index : index + 2] = pair
            return GridRow(tuple(cells), row.place)
    return row


def _rejoined(left: GridCell, right: GridCell, stock: WordStock) -> tuple[GridCell, GridCell] | None:
    ahead, behind = left.text.split(), right.text.split()
    if not ahead or not behind or min(len(ahead), len(behind)) > 1:
        return None
    word, end = _cut_word(ahead[-1], behind[0], stock)
    if not word:
        return None
    rest = " ".join([word + behind[0][end:], *behind[1:]])
    cut = f"{left.text.strip()} {right.text.strip()}"
    if len(ahead) == 1:
        return replace(left, text=""), replace(right, text=rest, cut=cut)
    return replace(left, text=" ".join([*ahead[:-1], rest]), cut=cut), replace(right, text="")


def _cut_word(ahead: str, behind: str, stock: WordStock) -> tuple[str | None, int]:
    first, last = WORD.fullmatch(ahead), _CUT_END.match(behind)
    if not first or not last or len(ahead) + len(last.group()) < _MIN_LETTERS:
        return None, 0
    word = cut_join(ahead, last.group(), stock)
    return (word if word and stock.knows(word) else None), last.end()
