"""Status schemes a partnership can use: those that come with the product and its own."""

from dataclasses import dataclass

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.catalogue.status_schemes import PLAIN, STATUS_SCHEMES
from jointaction.domain.digits import number_in
from jointaction.domain.statuses import StatusScheme
from jointaction.queries.content import visible_plans
from jointaction.queries.shapes import scheme_of, statuses_of
from jointaction.store.models import Partnership
from jointaction.store.models import StatusScheme as OwnScheme


@dataclass(frozen=True, slots=True)
class SchemeLine:
    """A status scheme in the list; `version` is 0 for one that comes with the product."""

    scheme: StatusScheme
    version: int

    @property
    def is_own(self) -> bool:
        """Whether the partnership can change it."""
        return self.version > 0


def schemes_page(viewer: Viewer) -> tuple[SchemeLine, ...]:
    """The partnership's own schemes by name, then those that come with the product."""
    viewer.require(Permission.SEE_PLANS)
    own = OwnScheme.objects.filter(partnership_id=viewer.partnership_id)
    shipped = (SchemeLine(scheme, 0) for scheme in STATUS_SCHEMES.values())
    return (*(SchemeLine(_value(kept), kept.version) for kept in own), *shipped)


def scheme_named(viewer: Viewer, key: str) -> SchemeLine:
    """One scheme by its key; raises NotVisibleError for one there is not, or of another partnership."""
    viewer.require(Permission.SEE_PLANS)
    if key in STATUS_SCHEMES:
        return SchemeLine(STATUS_SCHEMES[key], 0)
    if (number := number_in(key)) is not None:
        own = OwnScheme.objects.filter(partnership_id=viewer.partnership_id, pk=number).first()
        if own:
            return SchemeLine(_value(own), own.version)
    raise NotVisibleError("status scheme")


def starting_scheme(viewer: Viewer) -> StatusScheme:
    """What a new plan starts with: the scheme of the latest plan, else the one chosen at the start."""
    latest = visible_plans(viewer).filter(scheme__isnull=False).order_by("-year_first", "-pk").first()
    of_latest = scheme_of(latest.scheme) if latest else None
    if of_latest:
        return of_latest
    key = Partnership.objects.values_list("starting_scheme", flat=True).get(pk=viewer.partnership_id)
    try:
        return scheme_named(viewer, key).scheme
    except NotVisibleError:
        return PLAIN


def _value(kept: OwnScheme) -> StatusScheme:
    return StatusScheme(str(kept.pk), kept.name, statuses_of(kept.statuses))
