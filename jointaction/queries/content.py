"""A stored plan read back whole, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol, TypeVar

from django.db.models import QuerySet

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.drafts import (
    CellOrigin,
    NoteDraft,
    Place,
    PlanDraft,
    RowDraft,
    ThemeDraft,
    UpdateDraft,
)
from jointaction.domain.fields import Field
from jointaction.domain.life import FundingKind, PlanState, Strand
from jointaction.domain.periods import PlanYear
from jointaction.domain.statuses import StatusMark
from jointaction.queries.pages import PartyLine, PlanContent
from jointaction.queries.shapes import columns_of, scheme_of
from jointaction.store.models import (
    Action,
    IndicatorRef,
    Measure,
    Note,
    Objective,
    Origin,
    Party,
    PartyPart,
    Plan,
    StatusSet,
    Theme,
    ThemeStrand,
    Update,
)


class OfObjective(Protocol):
    """A stored line that belongs to an objective."""

    objective_id: int


Line = TypeVar("Line", bound=OfObjective)


def visible_plans(viewer: Viewer) -> QuerySet[Plan]:
    """The plans of the viewer's partnership that they may see."""
    plans = Plan.objects.filter(partnership_id=viewer.partnership_id)
    if viewer.may(Permission.SEE_PLANS):
        return plans
    if viewer.may(Permission.SEE_PUBLIC):
        return plans.filter(is_public=True)
    return plans.none()


def plan_content(viewer: Viewer, plan_id: int) -> PlanContent:
    """One plan with all it holds; raises NotVisibleError when the viewer may not see it."""
    plan = visible_plans(viewer).select_related("came_from__document").filter(pk=plan_id).first()
    if plan is None:
        raise NotVisibleError("plan")
    return _Lines(plan).content(viewer)


def plan_year(plan: Plan) -> str:
    """The plan's year as it is written: 2008-09."""
    return str(PlanYear(plan.year_first, plan.years))


def by_objective(lines: QuerySet[Line]) -> dict[int, list[Line]]:  # type: ignore[type-var]  # any line's table
    """Stored lines by their objective's id, in their order."""
    found: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        found[line.objective_id].append(line)
    return found


class _Lines:
    """All lines of one plan, by objective."""

    def __init__(self, plan: Plan) -> None:
        of_plan = {"objective__theme__plan_id": plan.pk}
        self.plan = plan
        self.actions = by_objective(Action.objects.filter(**of_plan))
        self.measures = by_objective(Measure.objects.filter(**of_plan))
        self.indicators = by_objective(IndicatorRef.objects.filter(**of_plan))
        self.notes = by_objective(Note.objects.filter(**of_plan))
        self.parties = by_objective(Party.objects.filter(**of_plan).select_related("agency", "group"))
        self.updates = by_objective(Update.objects.filter(**of_plan).select_related("area"))
        self.origins = by_objective(Origin.objects.filter(**of_plan))
        self.statuses = by_objective(StatusSet.objects.filter(**of_plan).select_related("area"))
        self.strands = _strands(plan)

    def content(self, viewer: Viewer) -> PlanContent:
        """The plan as values; the public gets no source snippets."""
        themes = [
            ThemeDraft(
                theme.number,
                theme.title,
                tuple(self.row(row, viewer) for row in theme.objective_set.all()),
                strands=self.strands.get(theme.pk, ()),
            )
            for theme in Theme.objects.filter(plan=self.plan).prefetch_related("objective_set")
        ]
        plan = PlanDraft(
            title=self.plan.title,
            year=plan_year(self.plan),
            themes=tuple(themes),
            columns=columns_of(self.plan.columns),
            scheme=scheme_of(self.plan.scheme),
        )
        came_from = self.plan.came_from
        return PlanContent(
            id=self.plan.pk,
            plan=plan,
            is_public=self.plan.is_public,
            state=PlanState(self.plan.state),
            agreed_by=self.plan.agreed_by,
            agreed_on=self.plan.agreed_on,
            document=came_from.document.name if came_from else "",
            import_id=came_from.pk if came_from else None,
            accepted_at=self.plan.accepted_at,
            version=self.plan.version,
            parties={
                str(key): tuple(_party_line(party) for party in parties)
                for key, parties in self.parties.items()
            },
        )

    def row(self, kept: Objective, viewer: Viewer) -> RowDraft:
        key = kept.pk
        shows_source = viewer.may(Permission.SEE_PLANS)
        return RowDraft(
            key=str(key),
            ref=kept.ref,
            objective=kept.text,
            actions=tuple(line.text for line in self.actions.get(key, ())),
            measures=tuple(line.text for line in self.measures.get(key, ())),
            indicator_refs=tuple(line.text for line in self.indicators.get(key, ())),
            lead_agencies=self.names(key, PartyPart.LEAD_AGENCY),
            lead_groups=self.names(key, PartyPart.LEAD_GROUP),
            support=self.names(key, PartyPart.SUPPORT),
            timescale=kept.timescale,
            funding=kept.funding,
            status=kept.status,
            baseline=kept.baseline,
            target=kept.target,
            due_on=kept.due_on,
            funding_kind=FundingKind(kept.funding_kind) if kept.funding_kind else None,
            cost_planned=kept.cost_planned,
            cost_spent=kept.cost_spent,
            marks=_latest_marks(self.statuses.get(key, ())),
            updates=tuple(
                UpdateDraft(line.text, line.period, line.area.name if line.area else None)
                for line in self.updates.get(key, ())
            ),
            notes=tuple(NoteDraft(line.heading, line.text) for line in self.notes.get(key, ())),
            origins=tuple(_cell_origin(line) for line in self.origins.get(key, ())) if shows_source else (),
        )

    def names(self, key: int, part: PartyPart) -> tuple[str, ...]:
        return tuple(party.text for party in self.parties.get(key, ()) if party.part == part)


def _strands(plan: Plan) -> dict[int, tuple[Strand, ...]]:
    found: dict[int, list[Strand]] = defaultdict(list)
    for line in ThemeStrand.objects.filter(theme__plan=plan).order_by("pk"):
        found[line.theme_id].append(Strand(line.strand))
    return {theme_id: tuple(strands) for theme_id, strands in found.items()}


def _latest_marks(lines: Iterable[StatusSet]) -> tuple[StatusMark, ...]:
    """For each period and area what was said last; the lines come in the order they were set."""
    latest: dict[tuple[str, int | None], StatusMark] = {}
    for line in lines:
        area = line.area.name if line.area else None
        latest[line.period, line.area_id] = StatusMark(line.status, line.period, area, line.reason)
    return tuple(latest.values())


def _party_line(party: Party) -> PartyLine:
    part = PartyPart(party.part).label
    if party.agency:
        return PartyLine(party.text, part, party.agency.name, "agency", str(party.agency_id))
    if party.group:
        return PartyLine(party.text, part, party.group.name, "group", str(party.group_id))
    return PartyLine(party.text, part, "")


def _cell_origin(origin: Origin) -> CellOrigin:
    place = Place(
        page=origin.page, line=origin.line, cell=origin.cell, sheet=origin.sheet, table=origin.table
    )
    return CellOrigin(Field(origin.field), place, origin.source_text, origin.confidence, origin.area)
