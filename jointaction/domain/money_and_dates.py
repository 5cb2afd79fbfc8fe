"""An objective's money and due date: how a table's cell says them under its words, and reads them again."""

import re
from calendar import month_name
from dataclasses import replace
from datetime import date
from decimal import Decimal

from jointaction.domain.drafts import RowDraft
from jointaction.domain.life import FundingKind
from jointaction.domain.row_texts import day, pounds

MONTHS = tuple(month_name)
_KINDS = {kind.value.capitalize(): kind for kind in FundingKind}
_POUNDS = r"£([\d,]+(?:\.\d\d)?)"
_MONEY = re.compile(
    rf"(?:({'|'.join(_KINDS)}): )?(?:{_POUNDS} planned)?(?:(?:(?<=planned), )?{_POUNDS} spent so far)?"
)
_DUE = re.compile(r"Due (\d{1,2}) ([A-Z][a-z]+) (\d{4})")


def funding_lines(row: RowDraft) -> tuple[str, ...]:
    """The words on funding, then its kind and sums: "Provided: £1,500 planned, £900 spent so far"."""
    return _with(row.funding, _money(row))


def timescale_lines(row: RowDraft) -> tuple[str, ...]:
    """The words on when, then the due date where they do not say it."""
    said = f"Due {day(row.due_on)}" if row.due_on else ""
    return _with(row.timescale, "" if row.due_on and day(row.due_on) in (row.timescale or "") else said)


def with_cells_read(row: RowDraft) -> RowDraft:
    """The row with money and due date taken out of the words of its cells, where a paper of ours put them."""
    *words, last = _lines(row.funding) or ("",)
    if (money := _MONEY.fullmatch(last)) and "£" in last:
        row = replace(
            row,
            funding="\n".join(words) or None,
            funding_kind=_KINDS.get(money[1]),
            cost_planned=_amount(money[2]),
            cost_spent=_amount(money[3]),
        )
    *words, last = _lines(row.timescale) or ("",)
    due = _day(last)
    return replace(row, timescale="\n".join(words) or None, due_on=due) if due else row


def _with(text: str | None, more: str) -> tuple[str, ...]:
    lines = _lines(text)
    return lines if not more or more in lines else (*lines, more)


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()


def _money(row: RowDraft) -> str:
    sums = [
        f"{pounds(amount)} {what}"
        for amount, what in ((row.cost_planned, "planned"), (row.cost_spent, "spent so far"))
        if amount is not None
    ]
    kind = row.funding_kind.value.capitalize() if row.funding_kind else ""
    return ": ".join(part for part in (kind, ", ".join(sums)) if part)


def _amount(digits: str | None) -> Decimal | None:
    return Decimal(digits.replace(",", "")) if digits else None


def _day(line: str) -> date | None:
    match = _DUE.fullmatch(line)
    try:
        return date(int(match[3]), MONTHS.index(match[2]), int(match[1])) if match else None
    except ValueError:
        return None
