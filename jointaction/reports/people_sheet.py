"""The sheet a coordinator fills in to invite many people at once."""

import io
from collections.abc import Sequence

from jointaction.domain.people_list import HEADINGS, MOST_PEOPLE
from jointaction.reports.workbooks import new_workbook

_WIDTHS = (28, 34, 20, 36, 36)


def people_sheet(roles: Sequence[str], agencies: Sequence[str], groups: Sequence[str]) -> bytes:
    """A workbook with the headings to fill in, and beside it a sheet of the words its cells may hold."""
    file = io.BytesIO()
    book = new_workbook(file, "People to invite")
    bold = book.add_format({"bold": True, "bottom": 1})
    people, choices = book.add_worksheet("People"), book.add_worksheet("Choices")
    for column, (heading, width) in enumerate(zip(HEADINGS, _WIDTHS, strict=True)):
        people.write_string(0, column, heading, bold)
        people.set_column(column, column, width)
    for column, (heading, words) in enumerate((("Role", roles), ("Agency", agencies), ("Groups", groups))):
        choices.write_string(0, column, heading, bold)
        choices.set_column(column, column, 44)
        for row, word in enumerate(words, 1):
            choices.write_string(row, column, word)
    for column, letter, words in ((2, "A", roles), (3, "B", agencies)):
        if words:
            source = f"=Choices!${letter}$2:${letter}${len(words) + 1}"
            people.data_validation(1, column, MOST_PEOPLE, column, {"validate": "list", "source": source})
    people.freeze_panes(1, 0)
    book.close()
    return file.getvalue()
