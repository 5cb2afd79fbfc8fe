"""Figures that updates state, kept beside them: found by words, exported, and set side by side over years."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from jointaction.domain.access import Permission, Viewer
from jointaction.domain.claims.charting import StatedIn, ThingOverTime, over_time
from jointaction.domain.claims.values import Direction, Fact, Unit
from jointaction.queries.content import plan_year, visible_plans
from jointaction.queries.lineage import line_of
from jointaction.store.models import StatedFigure

SHOWN = 50


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One stated figure in a list: what, how much, when, where, and the words it stands in."""

    plan_id: int
    objective_id: int
    year: str
    ref: str
    objective: str
    period: str
    area: str
    what: str
    value_text: str
    value: float
    unit: str
    direction: str
    comparison: str
    hedge: str
    quote: str


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """The stated figures that hold all words asked for, newest plan first, a page of them."""

    words: str
    found: int
    lines: tuple[FigureLine, ...]
    page: int
    pages: int


def figures_page(viewer: Viewer, words: str = "", page: int = 1) -> FiguresPage:
    """Stated figures whose thing, quote or objective holds all the words; raises NotAllowedError."""
    figures = _found(viewer, words)
    found = figures.count()
    pages = max(1, -(-found // SHOWN))
    page = min(max(page, 1), pages)
    return FiguresPage(words, found, _lines(figures[(page - 1) * SHOWN : page * SHOWN]), page, pages)


def figures_found(viewer: Viewer, words: str = "") -> tuple[FigureLine, ...]:
    """All stated figures that hold the words, for an export; raises NotAllowedError."""
    return _lines(_found(viewer, words))


def figures_of_objective(viewer: Viewer, objective_id: int) -> tuple[ThingOverTime, ...]:
    """What an objective's updates count in two periods or more, over all the years it goes on.

    None for who may not see questions: a figure as written needs somebody to doubt it.
    """
    if not viewer.may(Permission.SEE_QUESTIONS):
        return ()
    figures = _figures(viewer).filter(of_update__objective_id__in=line_of(viewer, objective_id))
    dated = figures.exclude(of_update__period__isnull=True)
    return over_time([_stated(figure) for figure in dated.order_by("of_update__period", "pk")])


def _found(viewer: Viewer, words: str) -> QuerySet[StatedFigure]:
    figures = _figures(viewer)
    for word in words.split()[:12]:
        figures = figures.filter(
            Q(what__icontains=word) | Q(quote__icontains=word) | Q(of_update__objective__text__icontains=word)
        )
    return figures.order_by("-of_update__objective__theme__plan__year_first", "of_update", "position")


def _figures(viewer: Viewer) -> QuerySet[StatedFigure]:
    viewer.require(Permission.SEE_QUESTIONS)
    return StatedFigure.objects.filter(
        of_update__objective__theme__plan__in=visible_plans(viewer)
    ).select_related("of_update__area", "of_update__objective__theme__plan")


def _lines(figures: Iterable[StatedFigure]) -> tuple[FigureLine, ...]:
    return tuple(_line(figure) for figure in figures)


def _line(figure: StatedFigure) -> FigureLine:
    update = figure.of_update
    plan = update.objective.theme.plan
    return FigureLine(
        plan_id=plan.pk,
        objective_id=update.objective_id,
        year=plan_year(plan),
        ref=update.objective.ref or "",
        objective=update.objective.text,
        period=update.period or "",
        area=update.area.name if update.area else figure.place,
        what=figure.what,
        value_text=figure.value_text,
        value=figure.value,
        unit=figure.unit,
        direction=figure.direction,
        comparison=figure.comparison,
        hedge=figure.hedge,
        quote=figure.quote,
    )


def _stated(figure: StatedFigure) -> StatedIn:
    update = figure.of_update
    fact = Fact(
        quote=figure.quote,
        value_text=figure.value_text,
        value=figure.value,
        what=figure.what,
        unit=Unit(figure.unit),
        direction=Direction(figure.direction) if figure.direction else None,
        place=figure.place or None,
    )
    return StatedIn(
        fact=fact,
        period=update.period or "",
        area=update.area.name if update.area else None,
        objective_id=update.objective_id,
        plan_id=update.objective.theme.plan_id,
    )
