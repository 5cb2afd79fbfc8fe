"""Layouts a partnership can use: those that come with the product and its own."""

from dataclasses import dataclass, replace

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.catalogue.layouts import LAYOUTS, PLAIN
from jointaction.domain.catalogue.sample_plan import PERIOD, sample_plan
from jointaction.domain.catalogue.status_schemes import PLAIN as STARTING_SCHEME
from jointaction.domain.digits import number_in
from jointaction.domain.drafts import ColumnDraft
from jointaction.domain.fields import Field
from jointaction.domain.layouts import Layout, unshown
from jointaction.domain.papers import PaperSection
from jointaction.domain.tables import plan_sections
from jointaction.queries.content import visible_plans
from jointaction.queries.plans import reported_periods
from jointaction.queries.shapes import columns_of
from jointaction.queries.shown import shown_plan
from jointaction.sources.documents.headings import meaning
from jointaction.store.models import Layout as OwnLayout
from jointaction.store.models import Partnership

THEMES_SHOWN, ROWS_SHOWN = 2, 2


@dataclass(frozen=True, slots=True)
class LayoutLine:
    """A layout in the list; `version` is 0 for one that comes with the product."""

    layout: Layout
    version: int

    @property
    def is_own(self) -> bool:
        """Whether the partnership can change it."""
        return self.version > 0


@dataclass(frozen=True, slots=True)
class Misread:
    """A heading that our own reader of documents takes for another field than the column shows."""

    heading: str
    means: Field
    read_as: Field


@dataclass(frozen=True, slots=True)
class LayoutPreview:
    """A layout as a table: which plan it shows, its sections, and headings that read back as others."""

    plan: str
    sections: tuple[PaperSection, ...]
    misread: tuple[Misread, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanLayoutPage:
    """A plan in its layout, or in one that is tried on; `unshown` counts the objectives by label."""

    id: int
    title: str
    version: int
    is_fixed: bool
    tried: Layout | None
    headings: tuple[str, ...]
    sections: tuple[PaperSection, ...]
    unshown: tuple[tuple[str, int], ...]
    layouts: tuple[Layout, ...]


def layouts_page(viewer: Viewer) -> tuple[LayoutLine, ...]:
    """The partnership's own layouts by name, then those that come with the product."""
    viewer.require(Permission.SEE_PLANS)
    own = OwnLayout.objects.filter(partnership_id=viewer.partnership_id)
    return (*(LayoutLine(_value(kept), kept.version) for kept in own), *_shipped())


def layout_named(viewer: Viewer, key: str) -> LayoutLine:
    """One layout by its key; raises NotVisibleError for one there is not, or of another partnership."""
    viewer.require(Permission.SEE_PLANS)
    if key in LAYOUTS:
        return LayoutLine(LAYOUTS[key], 0)
    if (number := number_in(key)) is not None:
        own = OwnLayout.objects.filter(partnership_id=viewer.partnership_id, pk=number).first()
        if own:
            return LayoutLine(_value(own), own.version)
    raise NotVisibleError("layout")


def layout_preview(viewer: Viewer, columns: tuple[ColumnDraft, ...]) -> LayoutPreview:
    """Columns as a table: the partnership's latest plan in them, or an invented one where there is none."""
    viewer.require(Permission.SEE_PLANS)
    latest = visible_plans(viewer).order_by("-year_first", "-pk").first()
    if latest is None:
        plan = sample_plan(columns, STARTING_SCHEME)
        return LayoutPreview("an invented plan", plan_sections(plan, PERIOD), misread(columns))
    plan = shown_plan(viewer, latest.pk).plan
    themes = tuple(replace(theme, rows=theme.rows[:ROWS_SHOWN]) for theme in plan.themes[:THEMES_SHOWN])
    shown = replace(plan, themes=themes, columns=columns)
    periods = reported_periods(plan)
    sections = plan_sections(shown, periods[-1] if periods else None)
    return LayoutPreview(plan.title or "", sections, misread(columns))


def misread(columns: tuple[ColumnDraft, ...]) -> tuple[Misread, ...]:
    """The headings by which a paper that comes back as a document would be misunderstood."""
    found = ((column, meaning(column.heading) or Field.NOTE) for column in columns if column.heading)
    return tuple(
        Misread(column.heading, column.field, read) for column, read in found if read is not column.field
    )


def plan_layout_page(viewer: Viewer, plan_id: int, key: str = "") -> PlanLayoutPage:
    """A plan's own columns, or those of the layout that is tried on, and what they would leave unshown.

    Raises NotAllowedError, or NotVisibleError for a plan or layout there is not.
    """
    content = shown_plan(viewer, plan_id)
    viewer.require(Permission.DESIGN_LAYOUTS)
    plan = content.plan
    tried = layout_named(viewer, key).layout if key else None
    columns = tried.columns if tried else plan.columns
    periods = reported_periods(plan)
    return PlanLayoutPage(
        id=content.id,
        title=plan.title or "",
        version=content.version,
        is_fixed=content.state.is_fixed,
        tried=tried,
        headings=tuple(column.heading for column in columns),
        sections=plan_sections(replace(plan, columns=columns), periods[-1] if periods else None),
        unshown=unshown(plan, columns),
        layouts=tuple(line.layout for line in layouts_page(viewer)),
    )


def starting_columns(viewer: Viewer, start: str) -> tuple[ColumnDraft, ...]:
    """The columns a new layout begins with: of a layout by its key, of a plan by “plan-7”, else ours."""
    plan_id = number_in(start.removeprefix("plan-")) if start.startswith("plan-") else None
    if plan_id is not None:
        return shown_plan(viewer, plan_id).plan.columns
    return layout_named(viewer, start).layout.columns if start else PLAIN.columns


def starting_layout(viewer: Viewer) -> Layout:
    """What a new plan starts with: the layout of the latest plan, else the one chosen at the start."""
    latest = visible_plans(viewer).order_by("-year_first", "-pk").first()
    if latest and latest.columns:
        return Layout("", f"As in {latest.title}", columns_of(latest.columns))
    key = Partnership.objects.values_list("starting_layout", flat=True).get(pk=viewer.partnership_id)
    try:
        return layout_named(viewer, key).layout
    except NotVisibleError:
        return PLAIN


def _shipped() -> tuple[LayoutLine, ...]:
    return tuple(LayoutLine(layout, 0) for layout in LAYOUTS.values())


def _value(kept: OwnLayout) -> Layout:
    return Layout(str(kept.pk), kept.name, columns_of(kept.columns))
