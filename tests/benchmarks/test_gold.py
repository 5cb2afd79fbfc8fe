"""The gold against the real text, the worked example and the other forms of the same plans."""

import json
from collections import Counter
from dataclasses import dataclass
from functools import cache

import docx
import pytest
from docx.table import Table
from pypdfium2 import PdfDocument
from python_calamine import CalamineWorkbook

from jointaction.domain.drafts import RowDraft
from jointaction.domain.fields import LIST_FIELDS
from tests.benchmarks.gold import east_herts
from tests.benchmarks.gold.book import Gold
from tests.benchmarks.gold.places import named_rows

pytestmark = pytest.mark.skipif(not east_herts.present(), reason=east_herts.REASON)

COLUMNS = (
    ["ref", "objective", "actions", "measures", "indicator_refs", "lead_agencies", "lead_groups", "updates"],
    ["ref", "objective", "actions", "measures", "lead_agencies", "support", "timescale", "updates"],
)


@cache
def the_gold() -> Gold:
    return east_herts.gold()


def gold_row(year: str, ref: str) -> RowDraft:
    rows = {(held, name): row for held, name, row in named_rows(list(the_gold().draft.plans))}
    return rows[year, ref]


def test_every_word_of_the_text_is_in_the_gold_or_dropped() -> None:
    assert the_gold().unaccounted == []


def test_no_word_of_the_text_is_spoken_for_twice() -> None:
    assert the_gold().counted_twice == []


def test_the_gold_holds_every_plan_theme_row_and_update() -> None:
    plans = the_gold().draft.plans
    assert [(plan.year, len(plan.themes), len(plan.rows)) for plan in plans] == [
        ("2008-09", 7, 34),
        ("2009-10", 8, 21),
        ("2010-11", 1, 19),
    ]
    assert [sum(len(row.updates) for row in plan.rows) for plan in plans] == [34, 26, 19]


@dataclass(frozen=True, slots=True)
class Example:
    year: str
    number: str | None
    title: str | None
    row: dict[str, object]


def examples() -> list[Example]:
    if not east_herts.present():
        return []
    plans = json.loads(east_herts.WORKED_EXAMPLE.read_text(encoding="utf-8"))["plans"]
    return [
        Example(plan["year"], theme["number"], theme["title"], row)
        for plan in plans
        for theme in plan["themes"]
        for row in theme["rows"]
    ]


@pytest.mark.parametrize("example", examples(), ids=lambda example: f"{example.year} {example.row['ref']}")
def test_the_gold_equals_the_worked_example(example: Example) -> None:
    row = gold_row(example.year, str(example.row["ref"]))
    for name, wanted in example.row.items():
        if name != "updates":
            assert collapsed(getattr(row, name)) == collapsed(wanted), name
    updates = [{"period": update.period, "area": update.area, "text": update.text} for update in row.updates]
    assert collapsed(updates) == collapsed(example.row["updates"])
    theme = next(
        theme
        for plan in the_gold().draft.plans
        if plan.year == example.year
        for theme in plan.themes
        if row in theme.rows
    )
    assert (theme.number, theme.title) == (example.number, example.title)


def collapsed(value: object) -> object:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list | tuple):
        return [collapsed(item) for item in value]
    if isinstance(value, dict):
        return {name: collapsed(item) for name, item in value.items()}
    return value


def words_of_row(row: RowDraft, columns: list[str]) -> list[list[str]]:
    cells = []
    for name in columns:
        if name == "updates":
            text = " ".join(update.text for update in row.updates)
        elif name in LIST_FIELDS:
            text = " ".join(getattr(row, name))
        else:
            text = getattr(row, name) or ""
        cells.append(bare_words(text))
    return cells


def bare_words(text: str) -> list[str]:
    words = [word.rstrip(",") for word in text.split()]
    return [] if words == ["N/A"] else [word for word in words if word and word != "•"]


@pytest.mark.parametrize(("year", "columns"), list(zip(("2008-09", "2010-11"), COLUMNS, strict=True)))
def test_the_word_form_holds_the_same_words_in_the_same_fields(year: str, columns: list[str]) -> None:
    document = docx.Document(str(east_herts.PLANS / f"action-plan-{year}.docx"))
    rows = [row for table in document.tables for row in cells_of(table)]
    assert rows == [words_of_row(row, columns) for row in plan_rows(year)]


def cells_of(table: Table) -> list[list[list[str]]]:
    rows = [[bare_words(cell.text) for cell in row.cells] for row in table.rows]
    return [row for row in rows if row[0] and row[0][0][0].isdigit() and row[0] != row[1]]


def test_the_sheet_form_holds_the_same_words_in_the_same_fields() -> None:
    book = CalamineWorkbook.from_path(str(east_herts.PLANS / "action-plan-2010-11.xlsx"))
    sheet = book.get_sheet_by_index(0).to_python()
    rows = [[bare_words(str(cell)) for cell in row] for row in sheet if str(row[0]).isdigit()]
    assert rows == [words_of_row(row, COLUMNS[1]) for row in plan_rows("2010-11")]


def test_the_pdf_form_holds_the_letters_of_the_word_form() -> None:
    document = docx.Document(str(east_herts.PLANS / "action-plan-2008-09.docx"))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    once = {cell._tc: cell.text for cell in cells}
    words = "".join([paragraph.text for paragraph in document.paragraphs] + list(once.values()))
    pages = PdfDocument(east_herts.PLANS / "action-plan-2008-09.pdf")
    printed = "".join(page.get_textpage().get_text_bounded() for page in pages)
    bullet, hyphen = "\uf0b7", "\x02"
    assert letters(printed.replace(bullet, "").replace(hyphen, "-")) == letters(words)


def letters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def plan_rows(year: str) -> tuple[RowDraft, ...]:
    return next(plan.rows for plan in the_gold().draft.plans if plan.year == year)
