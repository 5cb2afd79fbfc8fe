"""A plan's rounds, the one that could be opened next, and those that are open now."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from jointaction.domain import rounds
from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.life import PlanState
from jointaction.domain.periods import PlanYear
from jointaction.domain.returns import ReturnState, RoundState
from jointaction.queries.content import visible_plans
from jointaction.store.models import Return, Round


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round in the list of a plan's."""

    id: int
    plan_id: int
    plan: str
    period: str
    state: RoundState
    due_on: date
    returns: int
    answered: int
    to_accept: int = 0

    @property
    def progress(self) -> str:
        """How far it has come, in words."""
        return f"{self.answered} of {self.returns} returns in"


@dataclass(frozen=True, slots=True)
class RoundsPage:
    """A plan's rounds, and the one that could be opened next."""

    plan_id: int
    plan: str
    can_open: bool
    rounds: tuple[RoundLine, ...]
    periods: tuple[str, ...]
    next_period: str
    next_due: date | None


def rounds_page(viewer: Viewer, plan_id: int, *, today: date) -> RoundsPage:
    """A plan's rounds, latest first; raises NotVisibleError when the viewer may not see the plan."""
    viewer.require(Permission.SEE_ROUNDS)
    plan = visible_plans(viewer).filter(pk=plan_id).first()
    if plan is None:
        raise NotVisibleError("plan")
    lines = _lines(viewer, plan_id)
    taken = {line.period for line in lines}
    quarters = [
        period for period in PlanYear(plan.year_first, plan.years).quarters if str(period) not in taken
    ]
    wanted = rounds.period_to_ask(quarters, today)
    return RoundsPage(
        plan_id=plan.pk,
        plan=plan.title,
        can_open=PlanState(plan.state) in {PlanState.AGREED, PlanState.CURRENT},
        rounds=lines,
        periods=tuple(map(str, quarters)),
        next_period=str(wanted or ""),
        next_due=rounds.due_on(wanted) if wanted else None,
    )


def open_rounds(viewer: Viewer) -> tuple[RoundLine, ...]:
    """The rounds of every plan that are open now, the one due first before the others."""
    if not viewer.may(Permission.RUN_ROUNDS):
        return ()
    lines = _lines(viewer)
    return tuple(
        sorted((line for line in lines if line.state is RoundState.OPEN), key=lambda line: line.due_on)
    )


def has_rounds(plan_id: int) -> bool:
    """Whether a plan's updates are asked for in rounds."""
    return Round.objects.filter(plan_id=plan_id).exists()


def _lines(viewer: Viewer, plan_id: int | None = None) -> tuple[RoundLine, ...]:
    found = Round.objects.filter(plan__in=visible_plans(viewer)).select_related("plan")
    found = found if plan_id is None else found.filter(plan_id=plan_id)
    returns: dict[int, list[Return]] = defaultdict(list)
    for each in Return.objects.filter(round__in=found):
        returns[each.round_id].append(each)
    return tuple(round_line(each, returns[each.pk]) for each in found)


def round_line(found: Round, returns: list[Return]) -> RoundLine:
    """A round with its returns counted."""
    return RoundLine(
        id=found.pk,
        plan_id=found.plan_id,
        plan=found.plan.title,
        period=found.period,
        state=RoundState(found.state),
        due_on=found.due_on,
        returns=len(returns),
        answered=sum(ReturnState(each.state).is_answered for each in returns),
        to_accept=sum(each.state == ReturnState.SUBMITTED for each in returns),
    )
