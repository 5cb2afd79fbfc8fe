"""The counts a paper begins with: how many objectives, how many reported on, how many in each status."""

from collections import Counter

from jointaction.domain.drafts import PlanDraft, RowDraft
from jointaction.domain.papers import PaperCount
from jointaction.domain.periods import Period
from jointaction.domain.statuses import NO_UPDATE, Status, StatusScheme

NOT_SAID = "With an update, status not said"


def paper_counts(plan: PlanDraft, period: str) -> tuple[PaperCount, ...]:
    """The counts for a period ("2008-09 Q4"), each of the plan's statuses in the scheme's order."""
    rows = plan.rows
    updated = sum(has_update(row, period) for row in rows)
    whole = (
        PaperCount("Objectives", len(rows), len(rows)),
        PaperCount(f"With an update for {Period.read(period).label}", updated, len(rows)),
    )
    if plan.scheme is None:
        return (*whole, PaperCount("Without an update", len(rows) - updated, len(rows)))
    return (*whole, *_by_status(rows, plan.scheme, period))


def _by_status(rows: tuple[RowDraft, ...], scheme: StatusScheme, period: str) -> tuple[PaperCount, ...]:
    found = Counter(standing(row, scheme, period) for row in rows)
    named = [*(status for status in scheme.statuses if status.key != NO_UPDATE.key), NO_UPDATE]
    counts = [PaperCount(status.word, found[status], len(rows), status) for status in named]
    if found[None]:
        counts.append(PaperCount(NOT_SAID, found[None], len(rows)))
    return tuple(counts)


def has_update(row: RowDraft, period: str) -> bool:
    """Whether somebody reported on the objective for the period."""
    return any(update.period == period for update in row.updates)


def standing(row: RowDraft, scheme: StatusScheme, period: str) -> Status | None:
    """How an objective stands in a period: of several areas the worst; without a mark what its row says.

    NO_UPDATE where nobody reported, None where somebody did and said no status of the scheme.
    """
    marked = [scheme.named(mark.status) for mark in row.marks if mark.period == period]
    known = [status for status in marked if status is not None]
    if known:
        return min(known, key=_worst_first)
    if not has_update(row, period):
        return NO_UPDATE
    return scheme.worded(row.status or "")


def _worst_first(status: Status) -> float:
    return float("inf") if status.rank is None else status.rank
