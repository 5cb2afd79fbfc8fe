"""Rolling a plan over: next year's draft, what continues what, and what became of each objective."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.changes.locking import lock_plan, require_version
from jointaction.changes.names import PartyBook
from jointaction.changes.plans import PlanSource, write_plan
from jointaction.changes.writing.plans import PlanName, check_name
from jointaction.domain.access import NotAllowedError, Permission, Viewer
from jointaction.domain.drafts import PlanDraft
from jointaction.domain.life import PlanState
from jointaction.domain.periods import PlanYear
from jointaction.domain.plans import Problem, ProblemsError
from jointaction.domain.rollover import Decision, RolledOver, rolled_over, rollover_problems
from jointaction.queries.content import plan_content, plan_year
from jointaction.store.models import Continuation, Objective, ObjectiveEnding, Plan

IS_DRAFT = "This plan is still a draft. Have it agreed first, then roll it over."


def roll_over(
    viewer: Viewer,
    *,
    plan_id: int,
    version: int,
    name: PlanName,
    decisions: Iterable[Decision],
    key: UUID,
) -> int:
    """Make next year's draft of a plan; returns its id. Sent twice with one key, it is made once.

    Leads, measures and actions go along; updates and statuses stay. Raises EditConflictError when the plan
    changed meanwhile, ProblemsError (each at its objective) for decisions that cannot be.
    """
    viewer.require(Permission.WRITE_PLANS)
    if viewer.person_id is None:
        raise NotAllowedError("only a person can roll a plan over")
    with transaction.atomic():
        plan = lock_plan(viewer, plan_id)
        plans = Plan.objects.filter(partnership_id=viewer.partnership_id)
        if made := plans.filter(idempotency_key=key).first():
            return made.pk
        require_version(plan, version)
        told = {decision.key: decision for decision in decisions}
        content = plan_content(viewer, plan_id).plan
        _check(plan, content, name, told)
        later = rolled_over(content, told, title=name.title, year=name.year)
        later_id = _write_next(viewer, viewer.person_id, later, key)
        _end(viewer.person_id, content, told)
        Plan.objects.filter(pk=plan_id).update(version=F("version") + 1)
        record(
            viewer,
            action="roll over plan",
            thing="plan",
            thing_id=plan_id,
            summary=f"into {name.title}, {name.year}",
            after=_told(content, told),
        )
    return later_id


def _check(plan: Plan, content: PlanDraft, name: PlanName, told: dict[str, Decision]) -> None:
    check_name(name)
    if PlanState(plan.state) is PlanState.DRAFT:
        raise ProblemsError((Problem("state", IS_DRAFT),))
    if PlanYear.read(name.year).first <= plan.year_first:
        wrong = f"Write a year after {plan_year(plan)}, the year of this plan."
        raise ProblemsError((Problem("year", wrong),))
    continued = Continuation.objects.filter(earlier__theme__plan=plan).select_related("later__theme__plan")
    if ObjectiveEnding.objects.filter(objective__theme__plan=plan).exists() and (line := continued.first()):
        into = line.later.theme.plan
        told_so = f"This plan was rolled over into {into}, {plan_year(into)}. Write on there."
        raise ProblemsError((Problem("rolled", told_so),))
    if wrongs := rollover_problems(content, told):
        raise ProblemsError(wrongs)


def _write_next(viewer: Viewer, person_id: int, later: RolledOver, key: UUID) -> int:
    """Write the next plan as a draft, tied to what it continues; returns its id."""
    source = PlanSource(None, timezone.now(), PlanState.DRAFT, key)
    later_id = write_plan(viewer, later.plan, PartyBook.of(viewer.partnership_id), source)
    _link(person_id, later, later_id)
    return later_id


def _link(person_id: int, later: RolledOver, later_id: int) -> None:
    stored = Objective.objects.filter(theme__plan_id=later_id).order_by("theme__position", "position")
    rows = zip(later.plan.rows, stored.values_list("pk", flat=True), strict=True)
    ids = {row.key: objective_id for row, objective_id in rows}
    Continuation.objects.bulk_create(
        Continuation(
            earlier_id=int(earlier), later_id=ids[key], confirmed_by_id=person_id, confirmed_at=timezone.now()
        )
        for earlier, key in later.continues
    )


def _end(person_id: int, content: PlanDraft, told: dict[str, Decision]) -> None:
    keys = [row.key for row in content.rows]
    ObjectiveEnding.objects.filter(objective_id__in=map(int, keys)).delete()
    decisions = (told.get(key, Decision(key)) for key in keys)
    ObjectiveEnding.objects.bulk_create(
        ObjectiveEnding(
            objective_id=int(decision.key),
            ending=decision.ending.value,
            reason=decision.reason.strip(),
            decided_by_id=person_id,
            decided_at=timezone.now(),
        )
        for decision in decisions
    )


def _told(content: PlanDraft, told: dict[str, Decision]) -> str:
    """What became of each objective, a line each."""
    decisions = ((row, told.get(row.key, Decision(row.key))) for row in content.rows)
    return "\n".join(
        f"{row.ref or row.objective}: {decision.ending.value}"
        + (f", {decision.reason.strip()}" if decision.reason.strip() else "")
        for row, decision in decisions
    )
