"""What stands in the addresses of the pages on an agency, a group, an area and an indicator."""

from collections.abc import Callable

from jointaction.store.models import Agency, Area, Group

ALDER = {"partnership__slug": "alder"}
ARGUMENTS: dict[str, Callable[[], dict[str, object]]] = {
    "agency": lambda: {"agency_id": Agency.objects.get(name__endswith="Alder Constabulary", **ALDER).pk},
    "group": lambda: {"group_id": Group.objects.get(name__endswith="Burglary Group", **ALDER).pk},
    "area": lambda: {"area_id": Area.objects.get(name__endswith="Wharf End", **ALDER).pk},
    "indicator_objectives": lambda: {"code": "NI 16"},
}
