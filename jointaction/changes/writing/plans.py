"""A plan begun by hand, and its title and year."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from jointaction.changes.amendments import NO_WHY, Change, Why, note_change, plan_to_change
from jointaction.changes.audit import record
from jointaction.changes.locking import require_version
from jointaction.domain.access import Permission, Viewer
from jointaction.domain.drafts import ColumnDraft, DocumentDraft, PlanDraft
from jointaction.domain.life import PlanState
from jointaction.domain.periods import PlanYear
from jointaction.domain.plans import Problem, ProblemsError, name_problems
from jointaction.domain.row_texts import TextChange
from jointaction.domain.statuses import StatusScheme
from jointaction.queries.content import plan_content, plan_year
from jointaction.queries.shapes import stored_columns, stored_scheme
from jointaction.sources.documents.draft_json import draft_to_json
from jointaction.store.models import Amendment, Plan, Update

HAS_UPDATES = "The plan has updates for its year already, so its year stays. Only its title can change."
NOT_A_DRAFT = "Only a draft that was never amended can be taken out. Close this plan instead."
NEEDED = "A round of returns or a paper rests on this plan, so it stays. Close it instead."


@dataclass(frozen=True, slots=True)
class PlanName:
    """A plan's title and its year, written 2011-12 (2011-14 for three together)."""

    title: str
    year: str


def begin_plan(
    viewer: Viewer,
    *,
    name: PlanName,
    columns: Iterable[ColumnDraft],
    key: UUID,
    scheme: StatusScheme | None = None,
) -> int:
    """Make an empty draft plan; returns its id. Sent twice with one key, it is made once.

    Raises ProblemsError for a title or year that cannot be.
    """
    viewer.require(Permission.WRITE_PLANS)
    check_name(name)
    mine = Plan.objects.filter(partnership_id=viewer.partnership_id, idempotency_key=key)
    try:
        with transaction.atomic():
            if made := mine.first():
                return made.pk
            year = PlanYear.read(name.year)
            plan = Plan.objects.create(
                partnership_id=viewer.partnership_id,
                title=name.title,
                year_first=year.first,
                years=year.years,
                columns=stored_columns(columns),
                scheme=stored_scheme(scheme),
                state=PlanState.DRAFT.value,
                accepted_at=timezone.now(),
                idempotency_key=key,
            )
            record(viewer, action="begin plan", thing="plan", thing_id=plan.pk, summary=str(plan))
    except IntegrityError:
        return mine.get().pk
    return plan.pk


def name_plan(viewer: Viewer, *, plan_id: int, version: int, name: PlanName, why: Why = NO_WHY) -> None:
    """Save a plan's title and year.

    Raises EditConflictError when the plan changed meanwhile, ProblemsError where its year must stay.
    """
    with transaction.atomic():
        plan = plan_to_change(viewer, plan_id)
        require_version(plan, version)
        check_name(name)
        year = PlanYear.read(name.year)
        pairs = (("Title", plan.title, name.title), ("Year", plan_year(plan), str(year)))
        texts = tuple(TextChange(label, old, new) for label, old, new in pairs if old != new)
        if not texts:
            return
        plan_to_change(viewer, plan_id, why)
        has_updates = Update.objects.filter(objective__theme__plan=plan, period__isnull=False).exists()
        if plan_year(plan) != str(year) and has_updates:
            raise ProblemsError((Problem("year", HAS_UPDATES),))
        Plan.objects.filter(pk=plan_id).update(title=name.title, year_first=year.first, years=year.years)
        note_change(viewer, plan, Change("name plan", texts, name.title), why)


def drop_plan(viewer: Viewer, *, plan_id: int, version: int) -> None:
    """Take a whole draft out; its words stay in the audit trail.

    Raises EditConflictError when it changed meanwhile, ProblemsError unless it is a draft nothing rests on.
    """
    with transaction.atomic():
        plan = plan_to_change(viewer, plan_id)
        require_version(plan, version)
        if PlanState(plan.state) is not PlanState.DRAFT or Amendment.objects.filter(plan=plan).exists():
            raise ProblemsError((Problem("state", NOT_A_DRAFT),))
        words = draft_to_json(DocumentDraft((plan_content(viewer, plan_id).plan,)))
        record(viewer, action="drop plan", thing="plan", thing_id=plan_id, summary=str(plan), before=words)
        try:
            plan.delete()
        except ProtectedError:
            raise ProblemsError((Problem("needed", NEEDED),)) from None


def check_name(name: PlanName) -> None:
    """Raise ProblemsError for a title or year that cannot be."""
    found = name_problems(PlanDraft(name.title, name.year))
    if found:
        raise ProblemsError(tuple(found))
