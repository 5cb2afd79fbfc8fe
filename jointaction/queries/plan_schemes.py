"""A plan's status scheme, and what another one would do to the statuses that were set."""

from collections import Counter
from dataclasses import dataclass

from jointaction.domain.access import Permission, Viewer
from jointaction.domain.fields import Field
from jointaction.domain.statuses import Status, StatusScheme
from jointaction.queries.schemes import scheme_named, schemes_page
from jointaction.queries.shown import shown_plan
from jointaction.store.models import Answer, StatusSet


@dataclass(frozen=True, slots=True)
class LostStatus:
    """A status that was set and that the tried scheme does not have, by key; `times` counts where."""

    key: str
    status: Status | None
    times: int

    @property
    def word(self) -> str:
        """What people read for it."""
        return self.status.word if self.status else self.key


@dataclass(frozen=True, slots=True)
class PlanSchemePage:
    """A plan's scheme, or one that is tried on; `has_column` says whether its table shows statuses."""

    id: int
    title: str
    version: int
    is_fixed: bool
    scheme: StatusScheme | None
    tried: StatusScheme | None
    lost: tuple[LostStatus, ...]
    has_column: bool
    schemes: tuple[StatusScheme, ...]


def plan_scheme_page(viewer: Viewer, plan_id: int, key: str = "") -> PlanSchemePage:
    """What the form to give a plan its scheme shows.

    Raises NotAllowedError, or NotVisibleError for a plan or scheme there is not.
    """
    content = shown_plan(viewer, plan_id)
    viewer.require(Permission.DESIGN_LAYOUTS)
    plan = content.plan
    tried = scheme_named(viewer, key).scheme if key else None
    lost = (
        LostStatus(old, plan.scheme.named(old) if plan.scheme else None, times)
        for old, times in set_keys(plan_id).items()
        if tried and tried.named(old) is None
    )
    return PlanSchemePage(
        id=content.id,
        title=plan.title or "",
        version=content.version,
        is_fixed=content.state.is_fixed,
        scheme=plan.scheme,
        tried=tried,
        lost=tuple(lost),
        has_column=any(column.field is Field.STATUS for column in plan.columns),
        schemes=tuple(line.scheme for line in schemes_page(viewer)),
    )


def set_keys(plan_id: int) -> dict[str, int]:
    """The keys of every status set or answered in a plan, with how often; the caller may see the plan."""
    found: Counter[str] = Counter()
    for table in (StatusSet, Answer):
        lines = table._default_manager.filter(objective__theme__plan_id=plan_id).exclude(status="")
        found.update(lines.order_by().values_list("status", flat=True))
    return dict(found)
