"""A plan's page as it is leafed through: gathered by who leads, a hundred rows at a time."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil

from jointaction.domain.access import Viewer
from jointaction.domain.drafts import PlanDraft, RowDraft, ThemeDraft
from jointaction.queries.memory import Memory
from jointaction.queries.pages import PartyLine, PlanContent, PlanFilters, PlanPage
from jointaction.queries.plans import filtered, page_of
from jointaction.queries.shown import shown_plan

PAGE_ROWS = 100
WHOLE_UP_TO = 200  # a plan of this many rows is not cut
LEADS = {"lead agency", "lead group"}
NOBODY = {"agency": "No lead agency", "group": "No lead group"}


class Gathered(StrEnum):
    """How the rows of a plan's page are put together."""

    BY_THEME = ""
    BY_AGENCY = "agency"
    BY_GROUP = "group"


@dataclass(frozen=True, slots=True)
class Leaf:
    """Which part of a plan is asked for: page `number` from 1, or 0 for all on one page."""

    filters: PlanFilters
    period: str | None = None
    by: Gathered = Gathered.BY_THEME
    number: int = 1


@dataclass(frozen=True, slots=True)
class PlanView:
    """A part of a plan's page: `number` of `pages`; `key` names what the tables show, None when unknown."""

    page: PlanPage
    by: Gathered
    number: int
    pages: int
    key: tuple[int, str, Leaf] | None


MOST_ROWS = 10_000  # of all remembered views together
_views: Memory[tuple[int, str, Leaf], PlanView] = Memory(MOST_ROWS)


def plan_view(viewer: Viewer, plan_id: int, leaf: Leaf) -> PlanView:
    """The asked part of a plan; raises NotVisibleError when the viewer may not see the plan."""
    content = shown_plan(viewer, plan_id)
    key = (plan_id, content.stamp, leaf) if content.stamp else None
    return _views.given(
        key,
        lambda: replace(_view(content, leaf), key=key),
        lambda view: 1 + sum(len(section.rows) for section in view.page.sections),
    )


def _view(content: PlanContent, leaf: Leaf) -> PlanView:
    found = filtered(content, leaf.filters)
    gathered = _gathered(content, found, leaf.by)
    pages = _pages(len(gathered.rows))
    number = min(leaf.number, pages)
    part = _cut(gathered, number) if number and pages > 1 else gathered
    page = page_of(content, leaf.filters, leaf.period, found=found, part=part)
    return PlanView(page, leaf.by, number, pages, None)


def _pages(rows: int) -> int:
    return 1 if rows <= WHOLE_UP_TO else ceil(rows / PAGE_ROWS)


def _cut(plan: PlanDraft, number: int) -> PlanDraft:
    """The plan with the rows of one page, and the themes that have any there."""
    first = (number - 1) * PAGE_ROWS
    themes = []
    for theme in plan.themes:
        rows = theme.rows[max(0, first) : max(0, first + PAGE_ROWS)]
        if rows:
            themes.append(replace(theme, rows=rows))
        first -= len(theme.rows)
    return replace(plan, themes=tuple(themes))


def _gathered(content: PlanContent, plan: PlanDraft, by: Gathered) -> PlanDraft:
    """The plan with a theme for each lead, by name; a row of several leads stands under each."""
    if by is Gathered.BY_THEME:
        return plan
    rows: dict[str, list[RowDraft]] = {}
    for row in plan.rows:
        for name in _leads(content.parties.get(row.key, ()), by) or [NOBODY[by]]:
            rows.setdefault(name, []).append(row)
    names = sorted(rows, key=lambda name: (name == NOBODY[by], name.casefold()))
    return replace(plan, themes=tuple(ThemeDraft(None, name, tuple(rows[name])) for name in names))


def _leads(parties: Iterable[PartyLine], by: Gathered) -> list[str]:
    """Who leads: the agencies (or groups) known, and names nobody knows yet as the plan writes them."""
    found = [
        party.known_as or party.words
        for party in parties
        if party.part in LEADS and (party.filter_name or party.part.removeprefix("lead ")) == by
    ]
    return list(dict.fromkeys(found))
