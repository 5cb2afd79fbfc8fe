"""Giving a plan its status scheme, and what becomes of statuses that were set in another."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Case, Value, When

from jointaction.changes.audit import record
from jointaction.changes.locking import lock_open_plan, require_version
from jointaction.domain.access import Permission, Viewer
from jointaction.domain.plans import Problem, ProblemsError
from jointaction.domain.statuses import StatusScheme
from jointaction.queries.plan_schemes import set_keys
from jointaction.queries.schemes import scheme_named
from jointaction.queries.shapes import scheme_of, stored_scheme
from jointaction.store.models import Answer, Plan, StatusSet


def use_scheme(
    viewer: Viewer, *, plan_id: int, key: str, version: int, becomes: Mapping[str, str] | None = None
) -> None:
    """Give a plan a scheme; `becomes` says which new status each old one turns into, by key.

    Raises NotAllowedError, NotVisibleError, EditConflictError, or ProblemsError for a closed plan or a
    status that was set and that the new scheme does not have.
    """
    viewer.require(Permission.DESIGN_LAYOUTS)
    scheme = scheme_named(viewer, key).scheme
    with transaction.atomic():
        plan = lock_open_plan(viewer, plan_id, "scheme")
        if plan.scheme == stored_scheme(scheme):
            return
        require_version(plan, version)
        turned = _turned(plan, scheme, becomes or {})
        before = scheme_of(plan.scheme)
        plan.scheme, plan.version = stored_scheme(scheme), version + 1
        plan.save(update_fields=["scheme", "version"])
        _rename(plan, turned)
        record(
            viewer,
            action="use status scheme",
            thing="plan",
            thing_id=plan_id,
            summary=scheme.name,
            before=before.name if before else "",
            after="\n".join([scheme.name, *(f"{old} became {new}" for old, new in turned.items())]),
        )


def _turned(plan: Plan, scheme: StatusScheme, becomes: Mapping[str, str]) -> dict[str, str]:
    """What each status the new scheme lacks turns into; raises ProblemsError where that is not said."""
    lost = [key for key in set_keys(plan.pk) if scheme.named(key) is None]
    missing = [key for key in lost if scheme.named(becomes.get(key, "")) is None]
    if missing:
        told = f"“{scheme.name}” has no status for what was set as {', '.join(missing)}. Choose one for each."
        raise ProblemsError((Problem("becomes", told),))
    return {key: becomes[key] for key in lost}


def _rename(plan: Plan, turned: Mapping[str, str]) -> None:
    """Both in one pass each, so that two statuses can change places."""
    if not turned:
        return
    now = Case(*(When(status=old, then=Value(new)) for old, new in turned.items()))
    for table in (StatusSet, Answer):
        lines = table._default_manager.filter(objective__theme__plan=plan, status__in=list(turned))
        lines.update(status=now)
