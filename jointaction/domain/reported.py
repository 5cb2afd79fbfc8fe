"""What was reported on an objective for a period, and how it then stands: one rule for tables and counts.

A period is written as in domain.periods ("2008-09 Q4"); None stands for all that was ever reported.
"""

from collections.abc import Iterable

from jointaction.domain.drafts import RowDraft, UpdateDraft
from jointaction.domain.periods import Period
from jointaction.domain.statuses import NO_UPDATE, Status, StatusMark, StatusScheme

NOT_SAID = "Status not said"


def answers(said: str | None, period: str | None) -> bool:
    """Whether a report on `said` is one on `period` too.

    A report on a whole year is one on each of its quarters, and one without a period is one on any.
    """
    if period is None or said is None or said == period:
        return True
    year = Period.read(said)
    return year.quarter is None and year.covers(Period.read(period))


def updates_for(row: RowDraft, period: str | None) -> tuple[UpdateDraft, ...]:
    """The updates that tell of a period, as `answers` has it."""
    return tuple(update for update in row.updates if answers(update.period, period))


def has_update(row: RowDraft, period: str | None) -> bool:
    """Whether somebody reported on the objective for the period, as `answers` has it."""
    return any(answers(update.period, period) for update in row.updates)


def marks_for(marks: Iterable[StatusMark], period: str | None) -> tuple[StatusMark, ...]:
    """The marks that hold in a period, of an area without one those of the year; for None the latest."""
    marks = tuple(marks)
    wanted = period or max((mark.period for mark in marks), key=place_in_time, default=None)
    marked = {mark.area for mark in marks if mark.period == wanted}
    return tuple(
        mark
        for mark in marks
        if mark.period == wanted or (period and mark.area not in marked and answers(mark.period, period))
    )


def own_status(row: RowDraft) -> str | None:
    """The words of the document the row came from, which no longer count once somebody set a status."""
    return None if row.marks else row.status


def standing(row: RowDraft, scheme: StatusScheme, period: str | None) -> Status | None:
    """How an objective stands in a period: of several marks the worst, without any what its row says.

    NO_UPDATE where nobody reported, None where somebody did and said no status of the scheme.
    """
    if marks := marks_for(row.marks, period):
        return worst(scheme.named(mark.status) for mark in marks)
    if words := own_status(row):
        return scheme.worded(words)
    return None if has_update(row, period) else NO_UPDATE


def worst(statuses: Iterable[Status | None]) -> Status | None:
    """The worst of the statuses, those without a rank last; None where none is known."""
    return min((status for status in statuses if status), key=_worst_first, default=None)


def place_in_time(period: str) -> tuple[int, int]:
    """What orders periods by time, a year after its quarters."""
    read = Period.read(period)
    return read.year.first, read.quarter or 5


def _worst_first(status: Status) -> float:
    return float("inf") if status.rank is None else status.rank
