"""What of a plan a committee paper shows: some themes, some agencies' objectives, some areas' updates."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from jointaction.domain.drafts import PlanDraft, RowDraft, ThemeDraft


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """Themes (number, else title), ids of agencies and names of areas to show; an empty one means all."""

    themes: tuple[str, ...] = ()
    agencies: tuple[int, ...] = ()
    areas: tuple[str, ...] = ()

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return not (self.themes or self.agencies or self.areas)


def theme_key(theme: ThemeDraft) -> str:
    """How a choice names a theme."""
    return theme.number or theme.title or "none"


def chosen(plan: PlanDraft, choice: PaperChoice, agencies_of: Mapping[str, frozenset[int]]) -> PlanDraft:
    """The plan with what was chosen only; `agencies_of` gives the agencies of each row by its key."""
    if choice.is_all:
        return plan
    themes = (
        replace(theme, rows=tuple(_rows(theme, choice, agencies_of)))
        for theme in plan.themes
        if not choice.themes or theme_key(theme) in choice.themes
    )
    return replace(plan, themes=tuple(theme for theme in themes if theme.rows))


def _rows(
    theme: ThemeDraft, choice: PaperChoice, agencies_of: Mapping[str, frozenset[int]]
) -> list[RowDraft]:
    wanted = frozenset(choice.agencies)
    rows = [row for row in theme.rows if not wanted or wanted & agencies_of.get(row.key, frozenset())]
    return [_of_areas(row, choice.areas) for row in rows if _happens_in(row, choice.areas)]


def _happens_in(row: RowDraft, areas: tuple[str, ...]) -> bool:
    """Whether a row belongs to the areas: what names no other area belongs everywhere."""
    named = {update.area for update in row.updates if update.area}
    whole = any(update.area is None for update in row.updates)
    return not areas or not named or whole or bool(named & set(areas))


def _of_areas(row: RowDraft, areas: tuple[str, ...]) -> RowDraft:
    if not areas:
        return row
    shown = {None, *areas}
    return replace(
        row,
        updates=tuple(update for update in row.updates if update.area in shown),
        marks=tuple(mark for mark in row.marks if mark.area in shown),
    )
