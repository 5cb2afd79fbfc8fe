"""A made-up return as a sheet, and its cells as an office program gives them back."""

from jointaction.domain.answers import AnswerWords
from jointaction.domain.return_sheets import SheetBox, SheetForm

STATUSES = (("on", "On track"), ("risk", "At risk"), ("off", "Off track"))
BOXES = (
    SheetBox(11, None, "1.1", "1.1 Fewer sheds are broken into", "Two fairs held", AnswerWords(), 0),
    SheetBox(
        12, 3, "1.2, Alderbrook", "1.2 More sheds have a lock (Alderbrook)", "", AnswerWords("Nine locks"), 2
    ),
    SheetBox(
        12, 4, "1.2, Wharf End", "1.2 More sheds have a lock (Wharf End)", "Five\nlocks", AnswerWords(), 0
    ),
    SheetBox(
        13,
        None,
        "2.1",
        "2.1 Everybody gets home along the river",
        "Walks held",
        AnswerWords("Lamps lit", "risk", "Two lamps broken", as_before=False),
        5,
        "Ann Reed",
    ),
)


def a_form(*, statuses=STATUSES, boxes=BOXES, return_id=7) -> SheetForm:
    """The return of an invented police force."""
    return SheetForm(
        return_id,
        "Safer Sheds, 2031-32 Quarter 4",
        "Alder Constabulary",
        "Friday 23 April 2032",
        statuses,
        boxes,
    )


def as_workbook(form: SheetForm, rows=None) -> list[list[tuple[str, str]]]:
    """The cells of the sheet as Excel has them: lines, headings, rows."""
    lines = [[(f"A{number}", line)] for number, line in enumerate(form.lines, 1)]
    table = [form.headings, *(form.rows if rows is None else rows)]
    first = len(lines) + 2
    return lines + [
        [(f"{'ABCDEFGHIJ'[column]}{first + place}", text) for column, text in enumerate(row)]
        for place, row in enumerate(table)
    ]


def as_document(form: SheetForm, rows=None) -> list[list[tuple[str, str]]]:
    """The cells of the sheet as Word has them: paragraphs, then a table."""
    lines = [[(f"¶{number}", line)] for number, line in enumerate(form.lines, 1)]
    table = [form.headings, *(form.rows if rows is None else rows)]
    return lines + [
        [(f"T1R{place}C{column}", text) for column, text in enumerate(row, 1)]
        for place, row in enumerate(table, 1)
    ]
