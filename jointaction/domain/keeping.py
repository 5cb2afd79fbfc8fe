"""What a plan keeps when a document is put in its place: words most documents have no column for."""

from dataclasses import replace

from jointaction.domain.comparison import row_pairs, with_kept_updates
from jointaction.domain.drafts import PlanDraft, RowDraft, ThemeDraft
from jointaction.domain.row_texts import update_label
from jointaction.domain.whole_plan import note_label

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
        if theme.strands_unread or not after.is_whole
        else theme
        for theme in after.themes
    )


def with_unread(before: PlanDraft, after: PlanDraft) -> PlanDraft:
    """A whole plan's sheet with the plan's words where it has a cell nobody can read, or no column."""
    if not after.is_whole:
        return after
    earlier = {pair.after.key: pair.before for pair in row_pairs(before, after) if pair.before and pair.after}

    def filled(row: RowDraft) -> RowDraft:
        old = earlier.get(row.key)
        return _filled(old, row, frozenset(after.headings)) if old else row

    themes = (replace(theme, rows=tuple(map(filled, theme.rows))) for theme in after.themes)
    return replace(after, themes=tuple(themes))


def _filled(before: RowDraft, after: RowDraft, headings: frozenset[str]) -> RowDraft:
    fields = {name: getattr(before, name) for name in after.unread if not getattr(after, name)}
    if headings:
        told = {(update.period, update.area) for update in after.updates}
        fields["updates"] = after.updates + tuple(
            update
            for update in before.updates
            if update_label(update) not in headings and (update.period, update.area) not in told
        )
        kept = (note for note in before.notes if note_label(note) not in headings)
        fields["notes"] = (*after.notes, *kept)
    return replace(after, **fields)
