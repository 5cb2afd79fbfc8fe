"""What is ours: everything one agency, group, area or indicator has to do with in a year's plans."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.db.models import Q

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.catalogue.indicators import INDICATORS
from jointaction.domain.drafts import RowDraft
from jointaction.domain.indicators import indicator_code
from jointaction.domain.life import PlanState
from jointaction.domain.periods import PlanYear
from jointaction.domain.standing import StandingCount, StandingLine, standing_counts, standing_lines
from jointaction.domain.wording import counted
from jointaction.queries.content import visible_plans
from jointaction.queries.pages import PlanContent
from jointaction.queries.plans import reported_periods
from jointaction.queries.shown import shown_plan
from jointaction.store.models import Agency, Area, Group, Indicator

Picks = Callable[[PlanContent, RowDraft], str]


@dataclass(frozen=True, slots=True)
class OverviewLine:
    """An objective as it stands, and what the page's subject does for it: leads, supports, is reported on."""

    part: str
    standing: StandingLine


@dataclass(frozen=True, slots=True)
class OverviewPlan:
    """The objectives of one plan that the page's subject has to do with, for the latest reported period."""

    id: int
    title: str
    year: str
    period: str | None
    lines: tuple[OverviewLine, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """One page on an agency, group, area or indicator, and the filter that keeps a plan to it."""

    name: str
    told: str
    filter_name: str
    filter_value: str
    year: str
    years: tuple[str, ...]
    plans: tuple[OverviewPlan, ...]

    @property
    def lines(self) -> tuple[OverviewLine, ...]:
        """The lines of all plans."""
        return tuple(line for plan in self.plans for line in plan.lines)

    @property
    def told_in_words(self) -> str:
        """What there is of it this year, in a sentence."""
        every, led = len(self.lines), self.led
        objectives = counted(every, "objective")
        if self.filter_name == "area":
            sentence = f"{objectives} reported on here"
        elif self.filter_name == "indicator":
            sentence = f"{objectives} measured by it"
        elif led in {0, every}:
            sentence = f"It {'leads' if led else 'supports'} {objectives}"
        else:
            sentence = f"Of {objectives} it leads {led} and supports {every - led}"
        silent = f"; {self.missing} of them without an update" if self.missing else ""
        return f"{sentence}{silent}."

    @property
    def led(self) -> int:
        """How many objectives it leads."""
        return sum(line.part.startswith("lead") for line in self.lines)

    @property
    def missing(self) -> int:
        """How many have no update for the period."""
        return sum(line.standing.is_missing for line in self.lines)

    @property
    def counts(self) -> tuple[StandingCount, ...]:
        """How many stand in each status."""
        return standing_counts(line.standing for line in self.lines)


def agency_overview(viewer: Viewer, agency_id: int, year: str = "") -> Overview:
    """What an agency leads and supports; raises NotVisibleError for one the viewer may not know of."""
    agency = Agency.objects.filter(pk=agency_id, partnership_id=viewer.partnership_id).first()
    subject = _Subject("agency", str(agency_id), Q(theme__objective__party__agency_id=agency_id))
    told = agency.statutory_role if agency else ""
    return subject.overview(viewer, agency.name if agency else "", told, year, subject.part)


def group_overview(viewer: Viewer, group_id: int, year: str = "") -> Overview:
    """What a group answers for; raises NotVisibleError for one the viewer may not know of."""
    group = Group.objects.filter(pk=group_id, partnership_id=viewer.partnership_id).first()
    subject = _Subject("group", str(group_id), Q(theme__objective__party__group_id=group_id))
    return subject.overview(viewer, group.name if group else "", "", year, subject.part)


def area_overview(viewer: Viewer, area_id: int, year: str = "") -> Overview:
    """What was reported for an area; raises NotVisibleError for one the viewer may not know of."""
    area = Area.objects.filter(pk=area_id, partnership_id=viewer.partnership_id).first()
    name = area.name if area else ""
    found = Q(theme__objective__update__area_id=area_id) | Q(theme__objective__statusset__area_id=area_id)

    def part(_content: PlanContent, row: RowDraft) -> str:
        here = narrowed(row)
        return "reported on" if here.updates or here.marks else ""

    def narrowed(row: RowDraft) -> RowDraft:
        updates = tuple(update for update in row.updates if update.area == name)
        return replace(row, updates=updates, marks=tuple(mark for mark in row.marks if mark.area == name))

    return _Subject("area", name, found, narrowed=narrowed).overview(viewer, name, "", year, part)


def indicator_overview(viewer: Viewer, code: str, year: str = "") -> Overview:
    """The objectives that cite an indicator; raises NotVisibleError when no plan the viewer may see does."""
    known = indicator_code(code)
    found = Q(theme__objective__indicatorref__text__iexact=code)
    found |= Q(theme__objective__indicatorref__text__iexact=known)
    own = Indicator.objects.filter(partnership_id=viewer.partnership_id, code__iexact=known).first()
    national = INDICATORS.get(known)
    told = own.title if own else national.title if national else ""

    def part(_content: PlanContent, row: RowDraft) -> str:
        cited = {indicator_code(ref).casefold() for ref in row.indicator_refs}
        return "measured by it" if known.casefold() in cited else ""

    subject = _Subject("indicator", code, found, is_partner=False)
    return subject.overview(viewer, known, told, year, part)


def _as_it_is(row: RowDraft) -> RowDraft:
    return row


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a page is about: how a plan's filter names it, and which plans have to do with it."""

    filter_name: str
    filter_value: str
    found: Q
    is_partner: bool = True
    narrowed: Callable[[RowDraft], RowDraft] = _as_it_is

    def overview(self, viewer: Viewer, name: str, told: str, year: str, part: Picks) -> Overview:
        plans = visible_plans(viewer).exclude(state=PlanState.DRAFT.value).filter(self.found).distinct()
        named = list(plans.order_by("-year_first", "years", "title").values_list("pk", "year_first", "years"))
        knows = self.is_partner and viewer.may(Permission.SEE_PARTNERS)
        if not name or not (named or knows):
            raise NotVisibleError(self.filter_name)
        years = tuple(dict.fromkeys(str(PlanYear(first, length)) for _, first, length in named))
        shown = year if year in years else next(iter(years), "")
        ids = [key for key, first, length in named if str(PlanYear(first, length)) == shown]
        contents = (shown_plan(viewer, plan_id) for plan_id in ids)
        found = tuple(_plan(content, part, self.narrowed) for content in contents)
        return Overview(name, told, self.filter_name, self.filter_value, shown, years, found)

    def part(self, content: PlanContent, row: RowDraft) -> str:
        """What the subject does for a row, the lead before the support."""
        me = (self.filter_name, self.filter_value)
        lines = content.parties.get(row.key, ())
        parts = [line.part for line in lines if (line.filter_name, line.filter_value) == me]
        return min(parts, default="")


def _plan(content: PlanContent, part: Picks, narrowed: Callable[[RowDraft], RowDraft]) -> OverviewPlan:
    plan = content.plan
    periods = reported_periods(plan)
    period = periods[-1] if periods else None
    parts = {row.key: part(content, row) for row in plan.rows}
    rows = [narrowed(row) for row in plan.rows if parts[row.key]]
    lines = [OverviewLine(parts[line.key], line) for line in standing_lines(plan, rows, period)]
    lines.sort(key=lambda line: line.part)
    return OverviewPlan(content.id, plan.title or "", plan.year or "", period, tuple(lines))
