"""A round's days and figures: when it is due, how complete and how fresh an agency's answers are."""

from collections.abc import Iterable
from datetime import date, timedelta

from jointaction.domain.periods import Period
from jointaction.domain.working_days import working_day_from

DUE_AFTER = timedelta(weeks=3)
# What a quarter of silence takes from an answer's freshness.
LOST_A_QUARTER = 25

COMPLETENESS = "of the boxes asked of the agency in this round, how many have an answer"
FRESHNESS = (
    "100 for words written for this period; 25 less for each quarter since something new was last said, "
    "“no change” counting as nothing new; the mean over the agency’s boxes"
)


def due_on(period: Period) -> date:
    """The day returns for a period are due: three weeks after its end, or the next working day."""
    return working_day_from(period.ends + DUE_AFTER)


def period_to_ask(periods: Iterable[Period], today: date) -> Period | None:
    """The period a new round is most likely for: the last one that has ended, else the first to come."""
    listed = sorted(periods, key=lambda period: period.ends)
    ended = [period for period in listed if period.ends < today]
    return ended[-1] if ended else next(iter(listed), None)


def quarters_between(earlier: Period, later: Period) -> int:
    """How many quarters lie from the end of one period to the end of another, 0 where it is not earlier."""
    months = (later.ends.year - earlier.ends.year) * 12 + later.ends.month - earlier.ends.month
    return max(months // 3, 0)


def freshness(last_news: Period | None, asked_for: Period) -> int:
    """0 to 100 for one box; see FRESHNESS."""
    if last_news is None:
        return 0
    return max(100 - LOST_A_QUARTER * quarters_between(last_news, asked_for), 0)


def percent(part: int, whole: int) -> int:
    """A share in whole per cent; 100 of nothing, because nothing is missing."""
    return round(100 * part / whole) if whole else 100


def mean(values: Iterable[int]) -> int:
    """The mean in whole numbers; 0 of nothing."""
    listed = list(values)
    return round(sum(listed) / len(listed)) if listed else 0
