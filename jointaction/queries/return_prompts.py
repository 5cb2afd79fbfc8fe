"""What to ask about the answers of a return while they are written: prompts, never blocks."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q

from jointaction.domain.access import Permission, Viewer
from jointaction.domain.claims.asking.values import PlacedUpdate
from jointaction.domain.periods import Period
from jointaction.queries.content import plan_year
from jointaction.queries.memory import Memory
from jointaction.queries.prompts import AskingRules, Prompts, asking_rules, prompts_on_updates
from jointaction.queries.returns import AnswerLine, ReturnPage
from jointaction.queries.shown import stamp_for
from jointaction.store.models import Objective, Update

# An objective's measures with its target, and its timescale, by its id.
Aims = dict[int, tuple[tuple[str, ...], str | None]]
MOST_UPDATES = 20_000  # beside all remembered returns together; their words are mostly remembered anyway


@dataclass(frozen=True, slots=True)
class Around:
    """What a return's answers are held against: the aims of its objectives and what was told elsewhere."""

    aims: Aims
    others: tuple[PlacedUpdate, ...]
    rules: AskingRules


_around: Memory[tuple[int, str, int, bool, str], Around] = Memory(MOST_UPDATES)


def return_prompts(
    viewer: Viewer, page: ReturnPage, texts: Mapping[str, str], *, only: str | None = None
) -> dict[str, Prompts]:
    """The prompts on each text (or the one of the box `only`), by its box's key.

    They are held against each other, and against the whole plan where the viewer may see it. The holder
    of a return's link is quoted nothing but their own return's words.
    """
    around = around_return(viewer, page)
    aims, others = around.aims, around.others
    year = others[0].plan_year if others else _year(page)
    writing = {
        line.box.key: _placed(page.period, year, line, texts[line.box.key], aims)
        for line in page.lines
        if texts.get(line.box.key, "").strip()
    }
    wanted = {key: update for key, update in writing.items() if only in {None, key}}
    found = prompts_on_updates(around.rules, tuple(writing.values()), others, about=tuple(wanted.values()))
    return {key: found[update] for key, update in wanted.items()}


def around_return(viewer: Viewer, page: ReturnPage) -> Around:
    """What the answers are held against, remembered while plans and names stay as they are."""
    stamp, sees_plans = stamp_for(viewer), viewer.may(Permission.SEE_PLANS)
    return _around.given(
        (page.plan_id, page.period, page.agency_id, sees_plans, stamp) if stamp else None,
        lambda: _read_around(viewer, page),
        lambda new: 1 + len(new.others),
    )


def _read_around(viewer: Viewer, page: ReturnPage) -> Around:
    aims = _aims(page)
    return Around(aims, _others(viewer, page, aims), asking_rules(viewer))


def _aims(page: ReturnPage) -> Aims:
    asked = {line.box.objective_id for line in page.lines}
    rows = Objective.objects.filter(pk__in=asked).prefetch_related("measure_set")
    return {
        row.pk: ((*(line.text for line in row.measure_set.all()), *filter(None, [row.target])), row.timescale)
        for row in rows
    }


def _others(viewer: Viewer, page: ReturnPage, aims: Aims) -> tuple[PlacedUpdate, ...]:
    """What was reported for the period by anybody, and on these objectives before; no more than is needed."""
    if not viewer.may(Permission.SEE_PLANS):
        return tuple(
            _placed(line.box.last.period, _year(page), line, line.box.last.text, aims)
            for line in page.lines
            if line.box.last
        )
    told = Update.objects.filter(objective__theme__plan_id=page.plan_id).select_related(
        "objective__theme__plan", "area"
    )
    found = told.filter(Q(period=page.period) | Q(objective_id__in=aims)).order_by("pk")
    return tuple(_reported(update, aims) for update in found)


def _reported(update: Update, aims: Aims) -> PlacedUpdate:
    row = update.objective
    measures, timescale = aims.get(row.pk, ((), None))
    return PlacedUpdate(
        plan_year=plan_year(row.theme.plan),
        ref=row.ref or str(row.pk),
        period=update.period,
        area=update.area.name if update.area else None,
        objective=row.text,
        measures=measures,
        text=update.text,
        key=str(row.pk),
        timescale=timescale,
    )


def _year(page: ReturnPage) -> str:
    return str(Period.read(page.period).year)


def _placed(period: str, year: str, line: AnswerLine, text: str, aims: Aims) -> PlacedUpdate:
    box = line.box
    measures, timescale = aims.get(box.objective_id, ((), None))
    return PlacedUpdate(
        plan_year=year,
        ref=box.ref or str(box.objective_id),
        period=period,
        area=box.area or None,
        objective=box.objective,
        measures=measures,
        text=text,
        key=str(box.objective_id),
        timescale=timescale,
    )
