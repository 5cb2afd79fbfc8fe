"""What the access table asks about layouts, status schemes and indicators."""

from collections.abc import Callable

from jointaction.changes.indicators import add_indicator
from jointaction.changes.layouts import make_layout
from jointaction.changes.schemes import make_scheme
from jointaction.domain.access import Viewer
from jointaction.domain.catalogue.layouts import PLAIN
from jointaction.domain.catalogue.status_schemes import PLAIN as STATUSES
from jointaction.domain.indicators import IndicatorMeaning
from jointaction.queries.shapes import stored_scheme
from jointaction.store.models import Indicator, Layout, Plan, StatusScheme
from tests import factories

_COLUMN = {"heading-1": "Aim", "field-1": "objective", "width-1": "", "split-1": ""}
_STATUS = {"word-1": "Fine", "shape-1": "circle", "colour-1": "green", "rank-1": "", "definition-1": ""}
_INDICATOR = {"code": "L 2", "title": "Fires in bins", "scheme": "Local"}
SENT: dict[str, dict[str, str]] = {
    "new_layout": {"name": "Another", "do": "save", **_COLUMN},
    "change_layout": {"name": "Ours", "do": "save", "version": "1", **_COLUMN},
    "delete_layout": {"version": "1"},
    "plan_layout": {"layout": "plain", "version": "1"},
    "new_scheme": {"name": "Another", "do": "save", **_STATUS},
    "change_scheme": {"name": "Ours", "do": "save", "version": "1", **_STATUS},
    "delete_scheme": {"version": "1"},
    "plan_scheme": {"scheme": "risk", "version": "1"},
    "set_status": {"period": "2031-32 Q4", "status": "on-track"},
    "new_indicator": _INDICATOR,
    "change_indicator": {"version": "1", **_INDICATOR},
    "take_out_indicator": {"version": "1"},
}


def make(viewer: Viewer) -> None:
    """A layout, a scheme and an indicator of the partnership's own; every plan has a scheme."""
    make_layout(viewer, name="Ours", columns=PLAIN.columns)
    make_scheme(viewer, name="Ours", statuses=STATUSES.statuses)
    add_indicator(viewer, IndicatorMeaning("Local", "L 1", "Fires"))
    Plan.objects.update(scheme=stored_scheme(STATUSES))


def _private_plan() -> int:
    return Plan.objects.filter(is_public=False).order_by("pk").values_list("pk", flat=True)[0]


ARGUMENTS: dict[str, Callable[[], dict[str, object]]] = {
    "layout": lambda: {"key": Layout.objects.get().pk},
    "change_layout": lambda: {"layout_id": Layout.objects.get().pk},
    "delete_layout": lambda: {"layout_id": Layout.objects.get().pk},
    "plan_layout": lambda: {"plan_id": _private_plan()},
    "status_scheme": lambda: {"key": StatusScheme.objects.get().pk},
    "change_scheme": lambda: {"scheme_id": StatusScheme.objects.get().pk},
    "delete_scheme": lambda: {"scheme_id": StatusScheme.objects.get().pk},
    "plan_scheme": lambda: {"plan_id": _private_plan()},
    "set_status": lambda: {"objective_id": factories.objective_of(_private_plan())},
    "change_indicator": lambda: {"indicator_id": Indicator.objects.get().pk},
    "take_out_indicator": lambda: {"indicator_id": Indicator.objects.get().pk},
}
