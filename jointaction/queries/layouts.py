"""Layouts a partnership can use: those that come with the product and its own."""

from dataclasses import dataclass

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.catalogue.layouts import LAYOUTS, PLAIN
from jointaction.domain.layouts import Layout
from jointaction.queries.content import visible_plans
from jointaction.queries.shapes import columns_of
from jointaction.store.models import Layout as OwnLayout
from jointaction.store.models import Partnership


@dataclass(frozen=True, slots=True)
class LayoutLine:
    """A layout in the list; `version` is 0 for one that comes with the product."""

    layout: Layout
    version: int

    @property
    def is_own(self) -> bool:
        """Whether the partnership can change it."""
        return self.version > 0


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
    if key.isdecimal():
        own = OwnLayout.objects.filter(partnership_id=viewer.partnership_id, pk=int(key)).first()
        if own:
            return LayoutLine(_value(own), own.version)
    raise NotVisibleError("layout")


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
