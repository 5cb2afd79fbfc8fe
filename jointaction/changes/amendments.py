"""One door for every change to a plan's words: who may, whether it is open, and what the change leaves."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, Max
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.changes.locking import lock_open_plan
from jointaction.domain.access import NotAllowedError, Permission, Viewer
from jointaction.domain.life import PlanState
from jointaction.domain.plans import Problem, ProblemsError
from jointaction.domain.row_texts import TextChange
from jointaction.store.models import Amendment, Plan

LONGEST_REASON = 2000
NO_REASON = "Write why the plan changes: it is agreed already, so this becomes a numbered amendment."


@dataclass(frozen=True, slots=True)
class Why:
    """Why a plan that is agreed changes, and who agreed to that; both stay empty for a draft."""

    reason: str = ""
    agreed_by: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What one change did: its audit action, what it is about, and the words before and after.

    `objective_id` and `ref` name the objective, where it is about one.
    """

    action: str
    texts: tuple[TextChange, ...]
    summary: str = ""
    objective_id: int | None = None
    ref: str = ""


NO_WHY = Why()


def plan_to_change(viewer: Viewer, plan_id: int, why: Why | None = None) -> Plan:
    """The plan, locked, if the viewer may write it and it is open; call it inside the transaction.

    With a `why`, a plan that is agreed already asks for its reason. Raises NotAllowedError,
    NotVisibleError, or ProblemsError for a closed plan or a missing reason.
    """
    viewer.require(Permission.WRITE_PLANS)
    plan = lock_open_plan(viewer, plan_id)
    if why is not None and PlanState(plan.state).needs_amendment and not why.reason.strip():
        raise ProblemsError((Problem("reason", NO_REASON),))
    return plan


def note_change(viewer: Viewer, plan: Plan, change: Change, why: Why | None = None) -> None:
    """Raise the plan's version, write the audit trail and, where the plan is agreed, the amendment."""
    Plan.objects.filter(pk=plan.pk).update(version=F("version") + 1)
    record(
        viewer,
        action=change.action,
        thing="objective" if change.objective_id else "plan",
        thing_id=change.objective_id or plan.pk,
        summary=change.summary,
        before="\n".join(f"{text.label}: {text.before}" for text in change.texts if text.before),
        after="\n".join(f"{text.label}: {text.after}" for text in change.texts if text.after),
    )
    if why is not None and PlanState(plan.state).needs_amendment:
        amend(viewer, plan, (change,), why)


def amend(viewer: Viewer, plan: Plan, changes: Iterable[Change], why: Why) -> None:
    """Write the plan's next numbered amendment, the plan being locked by the caller."""
    if viewer.person_id is None:
        raise NotAllowedError("only a person can amend a plan")
    last = Amendment.objects.filter(plan=plan).aggregate(last=Max("number"))["last"] or 0
    Amendment.objects.create(
        plan=plan,
        number=last + 1,
        reason=why.reason.strip()[:LONGEST_REASON],
        agreed_by=why.agreed_by.strip()[:200],
        changes=[
            {
                "objective": change.objective_id,
                "ref": change.ref,
                "field": text.label,
                "before": text.before,
                "after": text.after,
            }
            for change in changes
            for text in change.texts
        ],
        made_by_id=viewer.person_id,
        made_at=timezone.now(),
    )
