"""What each lead agency is asked in a round: its objectives as the plan stands, by area where it splits."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from jointaction.domain.answers import Told, first_told
from jointaction.domain.drafts import ThemeDraft
from jointaction.domain.periods import Period
from jointaction.domain.tables import theme_heading
from jointaction.store.models import Action, Objective, Party, PartyPart, StatusSet, Update

Spot = tuple[int, int | None]
"""An objective's id and, where the plan splits, an area's."""


@dataclass(frozen=True, slots=True)
class Box:
    """One thing an agency is asked: an objective, for one area where its theme splits.

    `last` is what was reported before the round's period, `news` when something new was last said;
    `status` is the key of the last status set before, `actions` what the plan says is to be done.
    """

    agency_id: int
    objective_id: int
    area_id: int | None
    area: str
    ref: str
    objective: str
    theme: str
    last: Told | None
    status: str
    news: str | None
    actions: tuple[str, ...] = ()

    @property
    def spot(self) -> Spot:
        """What tells this box from the agency's others."""
        return self.objective_id, self.area_id

    @property
    def key(self) -> str:
        """The same for forms and addresses: 12-3, or 12-0 for the whole district."""
        return f"{self.objective_id}-{self.area_id or 0}"


@dataclass(frozen=True, slots=True)
class _Said:
    """An update or status of an objective before or in the round's period."""

    objective_id: int
    theme_id: int
    area_id: int | None
    area: str
    period: str
    ends: date
    words: str


def boxes(plan_id: int, period: str, agency_id: int | None = None) -> tuple[Box, ...]:
    """Every box of a plan's round in the plan's order, of one agency or of all."""
    leads = _leads(plan_id, agency_id)
    objectives = (
        Objective.objects.filter(theme__plan_id=plan_id)
        .select_related("theme")
        .order_by("theme__position", "position")
    )
    if agency_id is not None:
        objectives = objectives.filter(pk__in=leads)
    said = _updates(plan_id, period)
    areas = _areas_by_theme(said)
    told = _by_spot(line for line in said if line.ends < Period.read(period).ends)
    marks = _by_spot(_marks(plan_id, period))
    actions = _actions(plan_id)
    return tuple(
        replace(_box(objective, lead, area, told, marks), actions=tuple(actions[objective.pk]))
        for objective in objectives
        for lead in leads.get(objective.pk, ())
        for area in areas.get(objective.theme_id, ((None, ""),))
    )


def spots(plan_id: int, period: str, agency_id: int) -> frozenset[Spot]:
    """Where an agency is asked something in a round: the boxes' objectives and areas, without a word read."""
    leads = _leads(plan_id, agency_id)
    themes = dict(Objective.objects.filter(pk__in=leads).values_list("pk", "theme_id"))
    updates = Update.objects.filter(objective__theme__in=set(themes.values()), period__isnull=False)
    rows = updates.values_list("objective__theme_id", "area_id", "period").distinct()
    said = _up_to(((0, theme, area, None, told, "") for theme, area, told in rows), period)
    areas = _areas_by_theme(said)
    return frozenset(
        (objective_id, area_id)
        for objective_id, theme_id in themes.items()
        for area_id, _ in areas.get(theme_id, ((None, ""),))
    )


def of_area(area_id: int | None) -> Q:
    """Rows of an area; of none (the whole district) where it is None."""
    return Q(area__isnull=True) if area_id is None else Q(area_id=area_id)


def unled_objectives(plan_id: int) -> tuple[tuple[int, str], ...]:
    """The id and words of each objective no known agency leads: nobody is asked about these."""
    led = Party.objects.filter(
        objective__theme__plan_id=plan_id, part=PartyPart.LEAD_AGENCY, agency__isnull=False
    ).values("objective_id")
    silent = Objective.objects.filter(theme__plan_id=plan_id).exclude(pk__in=led)
    return tuple((each.pk, str(each)) for each in silent.order_by("theme__position", "position"))


def lead_agencies(plan_id: int) -> tuple[int, ...]:
    """The agencies that lead at least one objective of a plan."""
    return tuple(sorted({agency for found in _leads(plan_id, None).values() for agency in found}))


def _leads(plan_id: int, agency_id: int | None) -> dict[int, list[int]]:
    parties = Party.objects.filter(
        objective__theme__plan_id=plan_id, part=PartyPart.LEAD_AGENCY, agency__isnull=False
    )
    if agency_id is not None:
        parties = parties.filter(agency_id=agency_id)
    found: dict[int, list[int]] = defaultdict(list)
    for objective_id, lead in parties.order_by("position").values_list("objective_id", "agency_id"):
        if lead is not None and lead not in found[objective_id]:
            found[objective_id].append(lead)
    return found


def _updates(plan_id: int, period: str) -> list[_Said]:
    lines = Update.objects.filter(objective__theme__plan_id=plan_id, period__isnull=False)
    rows = lines.values_list(
        "objective_id", "objective__theme_id", "area_id", "area__name", "period", "text"
    ).order_by("objective__theme__position", "objective__position", "position")
    return _up_to(rows, period)


def _marks(plan_id: int, period: str) -> list[_Said]:
    lines = StatusSet.objects.filter(objective__theme__plan_id=plan_id)
    rows = lines.values_list(
        "objective_id", "objective__theme_id", "area_id", "area__name", "period", "status"
    ).order_by("set_at", "pk")
    ends = Period.read(period).ends
    return [line for line in _up_to(rows, period) if line.ends < ends]


def _up_to(
    rows: Iterable[tuple[int, int, int | None, str | None, str | None, str]], period: str
) -> list[_Said]:
    """The lines of the round's period and before."""
    last_day = Period.read(period).ends
    lines = (
        _Said(objective_id, theme_id, area_id, area or "", told or "", _ends(told or ""), words)
        for objective_id, theme_id, area_id, area, told, words in rows
    )
    return [line for line in lines if line.ends <= last_day]


def _actions(plan_id: int) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    lines = Action.objects.filter(objective__theme__plan_id=plan_id)
    for objective_id, text in lines.values_list("objective_id", "text"):
        found[objective_id].append(text)
    return found


def _ends(period: str) -> date:
    return Period.read(period).ends


def _areas_by_theme(said: Iterable[_Said]) -> dict[int, tuple[tuple[int | None, str], ...]]:
    """The areas by which a theme's latest reported period is split; a theme that is not split is left out."""
    by_theme: dict[int, list[_Said]] = defaultdict(list)
    for line in said:
        by_theme[line.theme_id].append(line)
    found: dict[int, tuple[tuple[int | None, str], ...]] = {}
    for theme_id, lines in by_theme.items():
        latest = max(line.ends for line in lines)
        areas = dict.fromkeys(
            (line.area_id, line.area or "Whole district") for line in lines if line.ends == latest
        )
        if len(areas) > 1:
            found[theme_id] = tuple(areas)
    return found


def _by_spot(lines: Iterable[_Said]) -> dict[Spot, _Said]:
    """The latest line of each objective and area."""
    found: dict[Spot, _Said] = {}
    for line in lines:
        spot = line.objective_id, line.area_id
        if spot not in found or found[spot].ends <= line.ends:
            found[spot] = line
    return found


def _box(
    objective: Objective,
    agency_id: int,
    area: tuple[int | None, str],
    told: Mapping[Spot, _Said],
    marks: Mapping[Spot, _Said],
) -> Box:
    area_id, area_name = area
    line = told.get((objective.pk, area_id)) or told.get((objective.pk, None))
    mark = marks.get((objective.pk, area_id)) or marks.get((objective.pk, None))
    last = Told(line.period, line.words) if line else None
    return Box(
        agency_id=agency_id,
        objective_id=objective.pk,
        area_id=area_id,
        area=area_name,
        ref=objective.ref or "",
        objective=objective.text,
        theme=theme_heading(ThemeDraft(objective.theme.number, objective.theme.title)) or "",
        last=last,
        status=mark.words if mark else "",
        news=first_told(last.period, last.text).period if last else None,
    )
