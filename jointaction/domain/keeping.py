"""What a plan keeps when a document is put in its place: words most documents have no column for."""

from dataclasses import replace

from jointaction.domain.comparison import with_kept_updates
from jointaction.domain.drafts import PlanDraft, RowDraft, ThemeDraft

Places = frozenset[tuple[str | None, str | None]]


def with_kept_words(
    before: RowDraft, after: RowDraft, *, is_whole: bool, answered: Places = frozenset()
) -> RowDraft:
    """The later row with what it cannot say kept from the earlier one.

    A whole plan's sheet (`is_whole`) says everything, so what it leaves empty was emptied; only where the
    words once stood in a document, and updates that came from returns (`answered`), are kept.
    """
    if is_whole:
        told = {(update.period, update.area) for update in after.updates} | answered
        held = tuple(update for update in before.updates if (update.period, update.area) in told)
        origins = after.origins or before.origins
        return with_kept_updates(replace(before, updates=held), replace(after, origins=origins), answered)
    kept = replace(
        after,
        due_on=after.due_on or before.due_on,
        funding_kind=after.funding_kind or before.funding_kind,
        cost_planned=before.cost_planned if after.cost_planned is None else after.cost_planned,
        cost_spent=before.cost_spent if after.cost_spent is None else after.cost_spent,
    )
    return with_kept_updates(before, kept, answered)


def with_kept_strands(before: PlanDraft, after: PlanDraft) -> tuple[ThemeDraft, ...]:
    """The later plan's themes with the strands of those they continue, unless it says its own."""
    if after.is_whole:
        return after.themes
    by_title = {theme.title: theme.strands for theme in before.themes if theme.title}
    by_number = {theme.number: theme.strands for theme in before.themes if theme.number}
    return tuple(
        replace(
            theme,
            strands=theme.strands
            or by_title.get(theme.title or "")
            or by_number.get(theme.number or "")
            or (),
        )
        for theme in after.themes
    )
