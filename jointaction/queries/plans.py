"""The plan pages: the list by year, one plan with filters, one objective."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Count

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.drafts import PlanDraft, RowDraft, ThemeDraft
from jointaction.domain.life import PlanState
from jointaction.domain.periods import Period, PlanYear
from jointaction.domain.tables import plan_sections, status_key, theme_heading
from jointaction.queries.content import plan_year, visible_plans
from jointaction.queries.lines import origins_of
from jointaction.queries.memory import Memory
from jointaction.queries.pages import (
    Choice,
    FilterChoices,
    ObjectivePage,
    PartyLine,
    PlanContent,
    PlanFilters,
    PlanLine,
    PlanPage,
)
from jointaction.queries.shown import shown_plan, stamp_for
from jointaction.store.models import Objective

MOST_LINES = 20_000  # of all remembered lists together; some 0.3 KB each
_lists: Memory[tuple[int, bool, bool, str], tuple[PlanLine, ...]] = Memory(MOST_LINES)


def plans_page(viewer: Viewer) -> tuple[PlanLine, ...]:
    """The plans the viewer may see, newest year first; remembered while nothing of them is written."""
    stamp = stamp_for(viewer)
    sees = viewer.may(Permission.SEE_PLANS), viewer.may(Permission.SEE_PUBLIC)
    return _lists.given(
        (viewer.partnership_id, *sees, stamp) if stamp else None,
        lambda: _plan_lines(viewer),
        lambda lines: 1 + len(lines),
    )


def _plan_lines(viewer: Viewer) -> tuple[PlanLine, ...]:
    plans = (
        visible_plans(viewer)
        .annotate(
            themes=Count("theme", distinct=True),
            objectives=Count("theme__objective", distinct=True),
            updates=Count("theme__objective__update", distinct=True),
        )
        .order_by("-year_first", "title")
    )
    return tuple(
        PlanLine(
            plan.pk,
            plan.title,
            plan_year(plan),
            plan.themes,
            plan.objectives,
            plan.updates,
            is_public=plan.is_public,
            state=PlanState(plan.state),
        )
        for plan in plans
    )


def plan_page(
    viewer: Viewer, plan_id: int, *, filters: PlanFilters | None = None, period: str | None = None
) -> PlanPage:
    """A plan as its council's table; an unknown or missing period means the latest reported one."""
    content = shown_plan(viewer, plan_id)
    filters = filters or PlanFilters()
    found = filtered(content, filters)
    return page_of(content, filters, period, found=found, part=found)


def page_of(
    content: PlanContent, filters: PlanFilters, period: str | None, *, found: PlanDraft, part: PlanDraft
) -> PlanPage:
    """The page of a plan that was read: the filters found so much, and the tables show this part of it."""
    periods = reported_periods(content.plan)
    shown = period if period in periods else (periods[-1] if periods else None)
    return PlanPage(
        id=content.id,
        title=content.plan.title or "",
        year=content.plan.year or "",
        is_public=content.is_public,
        period=shown,
        periods=periods,
        sections=plan_sections(part, shown),
        objectives=len(found.rows),
        objectives_in_all=len(content.plan.rows),
        filters=filters,
        choices=_choices(content),
        document=content.document,
        import_id=content.import_id,
        without_update=sum(not _is_reported(row, shown) for row in found.rows),
        version=content.version,
        state=content.state,
        agreed_by=content.agreed_by,
        agreed_on=content.agreed_on,
        key=status_key(content.plan),
    )


def objective_page(viewer: Viewer, plan_id: int, objective_id: int) -> ObjectivePage:
    """One objective; raises NotVisibleError unless it stands in a plan the viewer may see."""
    if not Objective.objects.filter(pk=objective_id, theme__plan__in=visible_plans(viewer)).exists():
        raise NotVisibleError("objective")
    content = shown_plan(viewer, plan_id)
    key = str(objective_id)
    rows = content.plan.rows
    place = next((at for at, row in enumerate(rows) if row.key == key), None)
    if place is None:
        raise NotVisibleError("objective")
    origins = origins_of(objective_id) if viewer.may(Permission.SEE_PLANS) else ()
    theme = next(theme for theme in content.plan.themes if any(row.key == key for row in theme.rows))
    return ObjectivePage(
        id=objective_id,
        plan_id=content.id,
        plan=content.plan.title or "",
        year=content.plan.year or "",
        theme=theme_heading(theme),
        row=replace(rows[place], origins=origins),
        parties=content.parties.get(key, ()),
        origins=origins,
        document=content.document,
        import_id=content.import_id,
        accepted_at=content.accepted_at,
        previous_id=int(rows[place - 1].key) if place else None,
        next_id=int(rows[place + 1].key) if place + 1 < len(rows) else None,
    )


def reported_periods(plan: PlanDraft) -> tuple[str, ...]:
    """The periods a plan has updates for, earliest first."""
    found = {update.period for row in plan.rows for update in row.updates if update.period}
    return tuple(str(period) for period in sorted(map(Period.read, found), key=_order))


def papers_periods(plan: PlanDraft) -> tuple[str, ...]:
    """The periods a paper can be made for: the reported ones and the plan year's quarters."""
    year = PlanYear.read(plan.year or "")
    every = {Period.read(period) for period in reported_periods(plan)} | set(year.quarters)
    return tuple(str(period) for period in sorted(every, key=_order))


def _order(period: Period) -> tuple[PlanYear, int]:
    return period.year, period.quarter or 5


def _is_reported(row: RowDraft, period: str | None) -> bool:
    return any(update.period == period for update in row.updates)


def filtered(content: PlanContent, filters: PlanFilters) -> PlanDraft:
    """The rows of a plan that pass all its filters."""
    if not filters.is_set:
        return content.plan
    themes = []
    for theme in content.plan.themes:
        if filters.theme and theme_key(theme) != filters.theme:
            continue
        rows = tuple(row for row in theme.rows if _keeps(row, content.parties.get(row.key, ()), filters))
        if rows:
            themes.append(replace(theme, rows=rows))
    return replace(content.plan, themes=tuple(themes))


def theme_key(theme: ThemeDraft) -> str:
    """How a filter names a theme."""
    return theme.number or theme.title or "none"


def _keeps(row: RowDraft, parties: tuple[PartyLine, ...], filters: PlanFilters) -> bool:
    wanted = {("agency", filters.agency), ("group", filters.group)} - {("agency", ""), ("group", "")}
    return (
        wanted <= {(party.filter_name, party.filter_value) for party in parties}
        and (not filters.indicator or filters.indicator in row.indicator_refs)
        and (not filters.area or any(update.area == filters.area for update in row.updates))
        and all(word in row_words(row) for word in filters.words.casefold().split())
    )


def row_words(row: RowDraft) -> str:
    """Everything a row says, in lower case, for finding words."""
    parts = (
        row.ref or "",
        row.objective,
        *row.actions,
        *row.measures,
        *row.indicator_refs,
        *row.lead_agencies,
        *row.lead_groups,
        *row.support,
        *(text for text in (row.timescale, row.funding, row.status, row.baseline, row.target) if text),
        *(update.text for update in row.updates),
        *(note.text for note in row.notes),
    )
    return "\n".join(parts).casefold()


def _choices(content: PlanContent) -> FilterChoices:
    rows = content.plan.rows
    parties = [line for row in rows for line in dict.fromkeys(content.parties.get(row.key, ()))]
    return FilterChoices(
        theme=tuple(
            Choice(theme_key(theme), theme_heading(theme) or "No theme", len(theme.rows))
            for theme in content.plan.themes
            if theme_heading(theme)
        ),
        agency=_party_choices(parties, "agency"),
        group=_party_choices(parties, "group"),
        indicator=_counted(code for row in rows for code in set(row.indicator_refs)),
        area=_counted(area for row in rows for area in {update.area for update in row.updates} if area),
    )


def _party_choices(parties: list[PartyLine], kind: str) -> tuple[Choice, ...]:
    lines = [party for party in parties if party.filter_name == kind]
    counts = Counter(party.filter_value for party in lines)
    names = {party.filter_value: party.known_as for party in lines}
    return tuple(
        Choice(value, names[value], counts[value]) for value in sorted(names, key=lambda key: names[key])
    )


def _counted(values: Iterable[str]) -> tuple[Choice, ...]:
    return tuple(Choice(value, value, count) for value, count in sorted(Counter(values).items()))
