"""The rows of a plan's table as HTML.

Written here and not in the template because a large plan has tens of thousands of cells: this takes a
tenth of the time. Every word that comes from a plan passes `escape`; tests/web/parts/test_table_rows.py
throws hostile ones at it.
"""

from collections.abc import Callable
from html import escape

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from jointaction.domain.papers import PaperCell, PaperRow
from jointaction.web.parts.plan_table import LaidColumn, LaidTable

Address = Callable[[str], str]


def rows_markup(table: LaidTable, address: Address | None) -> SafeString:
    """The table's rows; the first cell of a row with a key leads to the key's address.

    Raises ValueError for a row with a cell too few or too many.
    """
    first, *rest = (_ColumnMarkup(column) for column in table.columns)
    rows = [_row(row, first, rest, address) for row in table.rows]
    return mark_safe("\n".join(rows))  # noqa: S308  # see above


class _ColumnMarkup:
    """The cells of one column; what they share is written once."""

    def __init__(self, column: LaidColumn) -> None:
        self.column = column
        self.kind = f"ja-plan__cell ja-plan__cell--{escape(column.field)}"
        self.label = escape(column.label)
        self.opening = f'<td role="cell" class="{self.kind}" data-label="{self.label}">'
        self.empty = (
            f'<td role="cell" class="{self.kind} ja-plan__cell--empty" data-label="{self.label}">'
            "<div></div></td>"
        )
        self.statuses: dict[tuple[object, str], str] = {}

    def head(self, words: str) -> str:
        """The cell that names its row; `words` are HTML."""
        return f'<th role="rowheader" scope="row" class="{self.kind}" data-label="{self.label}">{words}</th>'

    def cell(self, cell: PaperCell, row: str) -> str:
        """Any other cell of the row called `row`."""
        if not cell.lines and not cell.doubts:
            return self.empty
        opening = self.opening if cell.lines else self.empty.removesuffix("<div></div></td>")
        look = self.column.look(cell)
        words = self.status(look, cell.text) if look else self.words(cell, row)
        return f"{opening}{words}{_doubts(cell)}</td>"

    def words(self, cell: PaperCell, row: str) -> str:
        lines = _lines(cell)
        if not self.column.is_long(cell):
            return f"<div>{lines}</div>"
        whose = f"{self.label}, {escape(row)}"
        return (
            f'<div class="ja-fold">{lines}</div><details class="ja-more"><summary>'
            '<span class="ja-more__open">more</span><span class="ja-more__shut">less</span>'
            f'<span class="govuk-visually-hidden"> of {whose}</span></summary></details>'
        )

    def status(self, look: object, word: str) -> str:
        if (look, word) not in self.statuses:
            shown = {"look": look, "word": word}
            self.statuses[look, word] = render_to_string("components/status.html", shown)
        return self.statuses[look, word]


def _row(row: PaperRow, first: _ColumnMarkup, rest: list[_ColumnMarkup], address: Address | None) -> str:
    name = row.cells[0].text
    cells = [column.cell(cell, name) for column, cell in zip(rest, row.cells[1:], strict=True)]
    return f'<tr role="row">{first.head(_name(row, address))}{"".join(cells)}</tr>'


def _name(row: PaperRow, address: Address | None) -> str:
    name = escape(row.cells[0].text)
    if row.key and address:
        return f'<a class="govuk-link" href="{escape(address(row.key))}">{name or "Open"}</a>'
    return name.replace("\n", "<br>")


def _lines(cell: PaperCell) -> str:
    if cell.is_list and len(cell.lines) > 1:
        return f'<ul class="ja-lines">{"".join(f"<li>{escape(line)}</li>" for line in cell.lines)}</ul>'
    return "".join(f"<p>{escape(line)}</p>" for line in cell.lines)


def _doubts(cell: PaperCell) -> str:
    opening = '<p class="ja-plan__doubt"><strong>Please check:</strong> '
    return "".join(f"{opening}{escape(doubt)}</p>" for doubt in cell.doubts)
