"""The counts a paper begins with: how many objectives, how many reported on, how many in each status."""

from collections import Counter

from jointaction.domain.drafts import PlanDraft, RowDraft
from jointaction.domain.papers import PaperCount
from jointaction.domain.periods import Period
from jointaction.domain.reported import NOT_SAID, has_update, standing
from jointaction.domain.statuses import NO_UPDATE, StatusScheme


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
