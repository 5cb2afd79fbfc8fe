"""What a person does to a draft before accepting it; each function returns a new draft."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from itertools import count, product
from string import ascii_lowercase

from jointaction.domain.drafts import (
    DocumentDraft,
    PlanDraft,
    ReadingWarning,
    RowDraft,
    ThemeDraft,
    UpdateDraft,
)
from jointaction.domain.fields import Field
from jointaction.domain.pieces import PieceName, moved, parted


class UnknownRowError(LookupError):
    """The draft has no row with this key."""


def row_of(draft: DocumentDraft, key: str) -> RowDraft:
    """The row with this key; raises UnknownRowError."""
    for row in draft.rows:
        if row.key == key:
            return row
    raise UnknownRowError(key)


def with_row(draft: DocumentDraft, row: RowDraft) -> DocumentDraft:
    """The draft with the row of the same key replaced."""
    row_of(draft, row.key)
    return _rows_changed(draft, lambda rows: [row if other.key == row.key else other for other in rows])


def without_row(draft: DocumentDraft, key: str) -> DocumentDraft:
    """The draft without a row."""
    row_of(draft, key)
    return _rows_changed(draft, lambda rows: [row for row in rows if row.key != key])


def settled(draft: DocumentDraft, key: str) -> DocumentDraft:
    """The draft with a row's warnings taken as seen."""
    return with_row(draft, replace(row_of(draft, key), warnings=()))


def joined_with_above(draft: DocumentDraft, key: str) -> DocumentDraft:
    """The draft with a row's words put at the end of the row above it in the same theme.

    Raises UnknownRowError when there is no row above.
    """

    def join(rows: list[RowDraft]) -> list[RowDraft]:
        place = next((number for number, row in enumerate(rows) if row.key == key), None)
        if place is None:
            return rows
        if place == 0:
            raise UnknownRowError(f"above {key}")
        return [*rows[: place - 1], joined(rows[place - 1], rows[place]), *rows[place + 1 :]]

    row_of(draft, key)
    return _rows_changed(draft, join)


def joined(above: RowDraft, below: RowDraft) -> RowDraft:
    """Two rows as one: texts follow each other, lists are put together, the upper row's key stays."""
    return replace(
        above,
        ref=above.ref or below.ref,
        objective=_text(above.objective, below.objective) or "",
        actions=above.actions + below.actions,
        measures=above.measures + below.measures,
        indicator_refs=_together(above.indicator_refs, below.indicator_refs),
        lead_agencies=_together(above.lead_agencies, below.lead_agencies),
        lead_groups=_together(above.lead_groups, below.lead_groups),
        support=_together(above.support, below.support),
        timescale=_text(above.timescale, below.timescale),
        funding=_text(above.funding, below.funding),
        status=_text(above.status, below.status),
        baseline=_text(above.baseline, below.baseline),
        target=_text(above.target, below.target),
        updates=_updates(above.updates, below.updates),
        notes=above.notes + below.notes,
        origins=above.origins + below.origins,
        warnings=above.warnings + below.warnings,
    )


def as_theme(draft: DocumentDraft, key: str) -> DocumentDraft:
    """The draft with a row turned into a theme's heading; the rows under it become that theme's."""
    row = row_of(draft, key)
    title = row.objective or " ".join((*row.actions, *row.measures)) or None
    plans = tuple(
        replace(
            plan, themes=tuple(part for theme in plan.themes for part in _parted(theme, key, row.ref, title))
        )
        for plan in draft.plans
    )
    return replace(draft, plans=plans)


def split_off(draft: DocumentDraft, key: str, picked: Collection[PieceName]) -> DocumentDraft:
    """The draft with the picked pieces of a row in a new row under it.

    The new row's key is the old one with a letter (or, after 26 of them, letters) after it.
    """
    taken = {other.key for other in draft.rows}
    above, below = parted(row_of(draft, key), picked)
    endings = (ending for length in count(1) for ending in product(ascii_lowercase, repeat=length))
    names = (key + "".join(ending) for ending in endings)
    below = replace(below, key=next(name for name in names if name not in taken))

    def split(rows: list[RowDraft]) -> list[RowDraft]:
        return [part for row in rows for part in ((above, below) if row.key == key else (row,))]

    return _rows_changed(draft, split)


def with_words_moved(draft: DocumentDraft, key: str, source: Field, target: Field) -> DocumentDraft:
    """The draft with all words of one field of a row put at the end of another of its fields."""
    return with_row(draft, moved(row_of(draft, key), source, target))


def named_plan(draft: DocumentDraft, number: int, *, title: str, year: str) -> DocumentDraft:
    """The draft with the title and year of one of its plans (counted from 0) set."""
    plans = list(draft.plans)
    plans[number] = replace(plans[number], title=title, year=year)
    return replace(draft, plans=tuple(plans))


def without_plan(draft: DocumentDraft, number: int) -> DocumentDraft:
    """The draft without one of its plans (counted from 0); raises IndexError when it has no such plan."""
    _ = draft.plans[number]
    return replace(draft, plans=draft.plans[:number] + draft.plans[number + 1 :])


def without_warning(draft: DocumentDraft, warning: ReadingWarning) -> DocumentDraft:
    """The draft with one warning about the whole document taken as seen."""
    return replace(draft, warnings=tuple(other for other in draft.warnings if other != warning))


def _parted(theme: ThemeDraft, key: str, number: str | None, title: str | None) -> Iterable[ThemeDraft]:
    place = next((at for at, row in enumerate(theme.rows) if row.key == key), None)
    if place is None:
        yield theme
        return
    if place:
        yield replace(theme, rows=theme.rows[:place])
    yield ThemeDraft(number, title, theme.rows[place + 1 :], theme.rows[place].source)


def _rows_changed(draft: DocumentDraft, change: Callable[[list[RowDraft]], list[RowDraft]]) -> DocumentDraft:
    def plan_changed(plan: PlanDraft) -> PlanDraft:
        themes = tuple(replace(theme, rows=tuple(change(list(theme.rows)))) for theme in plan.themes)
        return replace(plan, themes=themes)

    return replace(draft, plans=tuple(plan_changed(plan) for plan in draft.plans))


def _text(above: str | None, below: str | None) -> str | None:
    return " ".join(part for part in (above, below) if part) or None


def _together(above: tuple[str, ...], below: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(above + below))


def _updates(above: tuple[UpdateDraft, ...], below: tuple[UpdateDraft, ...]) -> tuple[UpdateDraft, ...]:
    kept = list(above)
    for update in below:
        same = next(
            (
                at
                for at, other in enumerate(kept)
                if (other.period, other.area) == (update.period, update.area)
            ),
            None,
        )
        if same is None:
            kept.append(update)
        else:
            kept[same] = replace(kept[same], text=f"{kept[same].text}\n{update.text}")
    return tuple(kept)
