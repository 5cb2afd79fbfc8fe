"""The columns a new plan can begin with."""

from dataclasses import dataclass

from jointaction.domain.access import Permission, Viewer
from jointaction.domain.drafts import ColumnDraft
from jointaction.queries.layouts import layouts_page, starting_layout

USUAL = "usual"


@dataclass(frozen=True, slots=True)
class ColumnsToTake:
    """Columns a new plan can have: those it would have unless asked, or a layout's."""

    key: str
    name: str
    columns: tuple[ColumnDraft, ...]


def columns_to_take(viewer: Viewer) -> tuple[ColumnsToTake, ...]:
    """The columns a new plan can begin with; the first are those of the latest plan, where there is one."""
    viewer.require(Permission.WRITE_PLANS)
    first = starting_layout(viewer)
    others = (line.layout for line in layouts_page(viewer) if line.layout != first)
    return (
        ColumnsToTake(USUAL, first.name, first.columns),
        *(ColumnsToTake(layout.key, layout.name, layout.columns) for layout in others),
    )
