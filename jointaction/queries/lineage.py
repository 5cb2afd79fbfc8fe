"""What continues what, and the page to confirm it."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Subquery

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.drafts import RowDraft
from jointaction.domain.lineage import continuations
from jointaction.queries.content import plan_year, visible_plans
from jointaction.queries.shown import shown_plan
from jointaction.store.models import Continuation, Objective, Plan


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A later objective and the earlier one it seems, or was said, to continue."""

    earlier: RowDraft
    later: RowDraft
    is_confirmed: bool
    is_sure: bool


@dataclass(frozen=True, slots=True)
class LineagePage:
    """The objectives of a plan against those of the plan before it; `earlier` and `later` are all of them."""

    plan_id: int
    plan: str
    year: str
    earlier_plan: str
    earlier_year: str
    suggestions: tuple[Suggestion, ...]
    is_settled: bool
    new: tuple[RowDraft, ...]
    ended: tuple[RowDraft, ...]
    earlier: tuple[RowDraft, ...]
    later: tuple[RowDraft, ...]


def lineage_page(viewer: Viewer, plan_id: int) -> LineagePage:
    """What a plan's objectives continue, as confirmed or, before anything is, as suggested.

    Raises NotVisibleError when the viewer may not see the plan or no earlier one is here.
    """
    viewer.require(Permission.IMPORT_PLANS)
    plan = visible_plans(viewer).filter(pk=plan_id).first()
    before = _plan_before(viewer, plan) if plan else None
    if plan is None or before is None:
        raise NotVisibleError("earlier plan")
    later, earlier = shown_plan(viewer, plan.pk).plan, shown_plan(viewer, before.pk).plan
    confirmed = _confirmed(plan, before)
    likely = {(found.earlier, found.later): found.is_sure for found in continuations(earlier, later)}
    old, new = ({row.key: row for row in rows} for rows in (earlier.rows, later.rows))
    pairs = [*likely, *(pair for pair in confirmed if pair not in likely)]
    suggestions = tuple(
        Suggestion(old[pair[0]], new[pair[1]], pair in confirmed, likely.get(pair, False)) for pair in pairs
    )
    told = {pair[1] for pair in pairs}
    continued = {pair[0] for pair in pairs}
    return LineagePage(
        plan_id=plan.pk,
        plan=plan.title,
        year=plan_year(plan),
        earlier_plan=before.title,
        earlier_year=plan_year(before),
        suggestions=suggestions,
        is_settled=bool(confirmed),
        new=tuple(row for key, row in new.items() if key not in told),
        ended=tuple(row for key, row in old.items() if key not in continued),
        earlier=earlier.rows,
        later=later.rows,
    )


def line_of(viewer: Viewer, objective_id: int) -> frozenset[int]:
    """The ids of an objective and of all it continues or is continued by, of plans the viewer may see."""
    kept = Objective.objects.filter(pk__in=connected(objective_id), theme__plan__in=visible_plans(viewer))
    return frozenset(kept.values_list("pk", flat=True))


def has_plan_before(viewer: Viewer, plan_id: int) -> bool:
    """Whether there is an earlier plan to continue."""
    its_year = visible_plans(viewer).filter(pk=plan_id).values("year_first")
    return visible_plans(viewer).filter(year_first__lt=Subquery(its_year)).exists()


def _plan_before(viewer: Viewer, plan: Plan) -> Plan | None:
    """The latest earlier plan; of several of that year the one this plan was said to continue."""
    earlier = visible_plans(viewer).filter(year_first__lt=plan.year_first)
    continued = Continuation.objects.filter(later__theme__plan=plan, earlier__theme__plan=OuterRef("pk"))
    known = earlier.annotate(is_continued=Exists(continued))
    return known.order_by("-year_first", "-is_continued", "pk").first()


def _confirmed(plan: Plan, before: Plan) -> set[tuple[str, str]]:
    found = Continuation.objects.filter(later__theme__plan=plan, earlier__theme__plan=before)
    return {(str(earlier), str(later)) for earlier, later in found.values_list("earlier_id", "later_id")}


def connected(objective_id: int) -> set[int]:
    """The ids of an objective and of all it continues or is continued by, whoever may see them."""
    story, fresh = {objective_id}, {objective_id}
    while fresh:
        links = Continuation.objects.filter(earlier_id__in=fresh) | Continuation.objects.filter(
            later_id__in=fresh
        )
        found = {end for link in links.values_list("earlier_id", "later_id") for end in link}
        fresh = found - story
        story |= found
    return story
