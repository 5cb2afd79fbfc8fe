"""Leafing through a plan: which part an address asks for, the way to the others, and how it is drawn."""

from dataclasses import dataclass, fields

from django.http import QueryDict
from django.template.loader import render_to_string

from jointaction.queries.memory import Memory
from jointaction.queries.pages import PlanFilters
from jointaction.queries.plan_views import Gathered, Leaf, PlanView
from jointaction.web.plans.filters import FilterForm

ALL = "all"
MOST_LETTERS = 24_000_000  # of all that is remembered, up to two bytes each


@dataclass(frozen=True, slots=True)
class Drawn:
    """The parts of a plan's page that are the same for everybody, as HTML."""

    tables: str
    filter_form: str


_drawn: Memory[tuple[int, str, Leaf], Drawn] = Memory(MOST_LETTERS)


@dataclass(frozen=True, slots=True)
class Leaves:
    """The way through a plan that is too long for one page."""

    number: int
    total: int
    previous_address: str
    next_address: str
    all_address: str


def leaf_asked(asked: QueryDict) -> Leaf:
    """The part of a plan an address asks for; what makes no sense asks for nothing."""
    by, number = asked.get("by", ""), asked.get("page", "")
    return Leaf(
        filters=filters_asked(asked),
        period=asked.get("period"),
        by=Gathered(by) if by in list(Gathered) else Gathered.BY_THEME,
        number=0 if number == ALL else _number(number),
    )


def filters_asked(asked: QueryDict) -> PlanFilters:
    """The filters an address asks for."""
    return PlanFilters(**{field.name: asked.get(field.name, "").strip() for field in fields(PlanFilters)})


def leaves(view: PlanView, asked: QueryDict) -> Leaves | None:
    """The way to the other pages, None where there is only one."""
    if view.pages == 1:
        return None
    last = view.number in {0, view.pages}
    return Leaves(
        view.number,
        view.pages,
        previous_address=_at(asked, str(view.number - 1)) if view.number > 1 else "",
        next_address="" if last else _at(asked, str(view.number + 1)),
        all_address=_at(asked, ALL) if view.number else _at(asked, "1"),
    )


def drawn(view: PlanView) -> Drawn:
    """The plan's tables and its filters as HTML, from memory while nothing was written."""
    return _drawn.given(
        view.key,
        lambda: Drawn(render_to_string("plans/tables.html", {"page": view.page}), FilterForm(view).render()),
        lambda new: len(new.tables) + len(new.filter_form),
    )


def _number(words: str) -> int:
    return max(1, int(words)) if words.isdecimal() and len(words) < 6 else 1


def _at(asked: QueryDict, page: str) -> str:
    there = asked.copy()
    there["page"] = page
    return f"?{there.urlencode()}"
