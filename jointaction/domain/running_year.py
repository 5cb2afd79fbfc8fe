"""The demonstration's running year: which plan it is, and how last year's promises become this year's."""

import re
from dataclasses import replace
from datetime import date

from jointaction.domain.drafts import PlanDraft, RowDraft
from jointaction.domain.periods import Period, PlanYear
from jointaction.domain.statuses import StatusScheme

_YEAR = re.compile(r"\b(?P<first>20\d\d)(?:-(?P<last>\d\d))?\b")


def quarter_ended(day: date) -> Period:
    """The last quarter that was over before `day`."""
    year = PlanYear.containing(day)
    over = [quarter for quarter in year.quarters if quarter.ends < day]
    return over[-1] if over else PlanYear(year.first - 1).quarters[-1]


def quarter_before(period: Period) -> Period | None:
    """The quarter before, in the same plan year; None before its first."""
    number = period.quarter or 1
    return Period(period.year, number - 1) if number > 1 else None


def as_of_year(plan: PlanDraft, year: PlanYear, scheme: StatusScheme) -> PlanDraft:
    """A plan's promises for another year: its dates move along, nothing is reported yet."""
    shift = year.first - PlanYear.read(plan.year or "").first
    themes = tuple(
        replace(theme, rows=tuple(_promised(row, shift) for row in theme.rows)) for theme in plan.themes
    )
    return replace(plan, title=_moved(plan.title or "", shift), year=str(year), themes=themes, scheme=scheme)


def _promised(row: RowDraft, shift: int) -> RowDraft:
    return replace(
        row,
        timescale=_moved(row.timescale, shift) if row.timescale else None,
        status=None,
        updates=(),
        marks=(),
        origins=(),
        warnings=(),
    )


def _moved(words: str, shift: int) -> str:
    def later(match: re.Match[str]) -> str:
        first = int(match["first"]) + shift
        return f"{first}-{(int(match['last']) + shift) % 100:02d}" if match["last"] else str(first)

    return _YEAR.sub(later, words)
