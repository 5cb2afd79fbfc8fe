"""The front of a committee paper in Excel: a second sheet, after the plan's own.

One column of sentences, so that nobody, and no reader of the workbook, takes it for a second plan.
"""

from collections.abc import Iterator
from math import ceil

from xlsxwriter import Workbook

from jointaction.domain.words_changed import Run
from jointaction.reports import front as words
from jointaction.reports.excel_styles import Styles
from jointaction.reports.front import CountLine, Front

SHEET = "Cover and summary"
_WIDTH_CHARACTERS = 120
_LINE_PT = 12.5
_CELL_LIMIT = 32_000


def write_front(book: Workbook, front: Front, styles: Styles) -> None:
    """Add the sheet with the cover, the counts and what changed; none for an empty front."""
    if front.is_empty:
        return
    sheet = book.add_worksheet(SHEET)
    sheet.set_column(0, 0, _WIDTH_CHARACTERS)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    for row, (text, is_heading) in enumerate(_lines(front)):
        sheet.set_row(row, _LINE_PT * max(ceil(len(text) / _WIDTH_CHARACTERS), 1) + 4)
        sheet.write_string(row, 0, text[:_CELL_LIMIT], styles.title_of_part if is_heading else styles.line)


def _lines(front: Front) -> Iterator[tuple[str, bool]]:
    """Each line and whether it is a heading."""
    yield from ((f"{label}: {said}", False) for label, said in front.facts)
    for part in front.parts:
        yield part.heading, True
        yield from ((text, False) for text in part.paragraphs)
    if front.counts:
        yield words.SUMMARY, True
        yield from ((f"{_name(count)}: {count.number}", False) for count in front.counts)
    if front.changes_heading:
        yield front.changes_heading, True
        if not front.changes:
            yield words.NOTHING_CHANGED, False
        for change in front.changes:
            yield f"{change.what}:", False
            for label, runs in ((words.THEN, change.before), (words.NOW, change.now)):
                if runs:
                    yield f"    {label}: {''.join(_words(runs))}", False


def _words(runs: tuple[Run, ...]) -> Iterator[str]:
    return (run.words for run in runs)


def _name(count: CountLine) -> str:
    return f"{count.status.sign} {count.status.word}" if count.status else count.label
