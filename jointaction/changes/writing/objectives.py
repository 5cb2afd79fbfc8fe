"""Writing objectives on screen: add, change, move, take out."""

from dataclasses import replace
from uuid import UUID

from django.db import transaction
from django.db.models import ProtectedError

from jointaction.changes.amendments import NO_WHY, Change, Why, note_change, plan_to_change
from jointaction.changes.locking import require_version
from jointaction.changes.names import PartyBook
from jointaction.changes.objectives import objective_fields, replace_lines
from jointaction.changes.writing.places import next_place, swap_places
from jointaction.domain.access import NotVisibleError, Viewer
from jointaction.domain.drafts import RowDraft
from jointaction.domain.life import PlanState
from jointaction.domain.plans import EditConflictError, Problem, ProblemsError, row_problems
from jointaction.domain.row_texts import TextChange, text_changes
from jointaction.queries.content import plan_content
from jointaction.store.models import Continuation, Objective, Plan, Theme, Update

HAS_RETURNS = (
    "An agency’s return speaks of this objective, so it stays. Close it when the plan is rolled over."
)
HAS_UPDATES = "Updates on this objective were reported, so it stays. Close it when the plan is rolled over."
IS_CONTINUED = "An objective of a later plan continues this one, so it stays."


def add_objective(
    viewer: Viewer, *, plan_id: int, theme_id: int | None, row: RowDraft, key: UUID, why: Why = NO_WHY
) -> int:
    """Write a new objective at the end of a theme (None: of the plan without themes); returns its id.

    Sent twice with one key, it is made once. Raises ProblemsError for a row that cannot be saved.
    """
    with transaction.atomic():
        plan = plan_to_change(viewer, plan_id, why)
        made = Objective.objects.filter(theme__plan=plan, idempotency_key=key).first()
        if made is not None:
            return made.pk
        _check(row)
        theme = theme_to_fill(plan, theme_id)
        objective = Objective.objects.create(
            theme=theme,
            position=next_place(Objective.objects.filter(theme=theme)),
            idempotency_key=key,
            **objective_fields(row),
        )
        replace_lines(objective, row, PartyBook.of(viewer.partnership_id))
        change = Change("add objective", text_changes(None, row), str(objective), objective.pk, row.ref or "")
        note_change(viewer, plan, change, why)
    return objective.pk


def edit_objective(
    viewer: Viewer,
    *,
    plan_id: int,
    objective_id: int,
    version: int,
    row: RowDraft,
    theme_id: int | None = None,
    why: Why = NO_WHY,
) -> None:
    """Save an objective's words and, with a theme's id, move it there; its updates stay as they are.

    Raises EditConflictError when somebody saved it meanwhile, ProblemsError for what cannot be saved.
    """
    with transaction.atomic():
        plan = plan_to_change(viewer, plan_id)
        objective = objective_to_change(plan, objective_id, version)
        before = _row_of(viewer, plan, objective_id)
        after = replace(row, key=before.key, updates=before.updates, marks=before.marks)
        texts = (*text_changes(before, after), *_moved(plan, objective, theme_id))
        if not texts:
            return
        plan_to_change(viewer, plan_id, why)
        _check(after)
        _save(objective, after, PartyBook.of(viewer.partnership_id))
        change = Change("edit objective", texts, str(objective), objective_id, after.ref or "")
        note_change(viewer, plan, change, why)


def move_objective(viewer: Viewer, *, plan_id: int, objective_id: int, version: int, is_up: bool) -> None:
    """Change places with the objective above or below in the same theme; at the end nothing happens.

    `version` is the plan's. Raises EditConflictError when the plan changed meanwhile.
    """
    with transaction.atomic():
        plan = plan_to_change(viewer, plan_id)
        require_version(plan, version)
        objective = _objective(plan, objective_id)
        others = Objective.objects.filter(theme_id=objective.theme_id)
        if swap_places(objective, others, is_up=is_up):
            note_change(viewer, plan, Change("move objective", (), str(objective), objective_id))


def delete_objective(
    viewer: Viewer, *, plan_id: int, objective_id: int, version: int, why: Why = NO_WHY
) -> None:
    """Take an objective out of a plan; raises ProblemsError where something reported needs it."""
    with transaction.atomic():
        plan = plan_to_change(viewer, plan_id, why)
        objective = objective_to_change(plan, objective_id, version)
        if needed := _needed(plan, objective):
            raise ProblemsError((Problem("needed", needed),))
        texts = text_changes(_row_of(viewer, plan, objective_id), None)
        change = Change("delete objective", texts, str(objective), objective_id, objective.ref or "")
        note_change(viewer, plan, change, why)
        try:
            objective.delete()
        except ProtectedError:
            raise ProblemsError((Problem("needed", HAS_RETURNS),)) from None


def objective_to_change(plan: Plan, objective_id: int, version: int) -> Objective:
    """An objective of the plan at this version; NotVisibleError, or EditConflictError when it moved on."""
    objective = _objective(plan, objective_id)
    if objective.version != version:
        told = f"objective {objective_id} is at version {objective.version}, not {version}"
        raise EditConflictError(told)
    return objective


def theme_to_fill(plan: Plan, theme_id: int | None) -> Theme:
    """The plan's theme; without an id the one without number and title, made where it is missing."""
    if theme_id is not None:
        theme = Theme.objects.filter(plan=plan, pk=theme_id).first()
        if theme is None:
            raise NotVisibleError("theme")
        return theme
    theme = Theme.objects.filter(plan=plan, number=None, title=None).first()
    return theme or Theme.objects.create(plan=plan, position=next_place(Theme.objects.filter(plan=plan)))


def _objective(plan: Plan, objective_id: int) -> Objective:
    objectives = Objective.objects.select_for_update().filter(theme__plan=plan)
    objective = objectives.filter(pk=objective_id).first()
    if objective is None:
        raise NotVisibleError("objective")
    return objective


def _row_of(viewer: Viewer, plan: Plan, objective_id: int) -> RowDraft:
    rows = plan_content(viewer, plan.pk).plan.rows
    return next(row for row in rows if row.key == str(objective_id))


def _check(row: RowDraft) -> None:
    if found := row_problems(row):
        raise ProblemsError(tuple(found))


def _moved(plan: Plan, objective: Objective, theme_id: int | None) -> tuple[TextChange, ...]:
    """Put the objective at the end of another theme, where one is named."""
    if theme_id is None or theme_id == objective.theme_id:
        return ()
    theme = theme_to_fill(plan, theme_id)
    text = TextChange("Theme", _name(objective.theme), _name(theme))
    objective.theme, objective.position = theme, next_place(Objective.objects.filter(theme=theme))
    return (text,)


def _name(theme: Theme) -> str:
    return f"{theme.number or ''} {theme.title or ''}".strip()


def _save(objective: Objective, row: RowDraft, book: PartyBook) -> None:
    for field, value in objective_fields(row).items():
        setattr(objective, field, value)
    objective.version += 1
    objective.save(force_update=True)
    replace_lines(objective, row, book)


def _needed(plan: Plan, objective: Objective) -> str:
    """Why an objective cannot go, empty when it can."""
    if Continuation.objects.filter(earlier=objective).exists():
        return IS_CONTINUED
    is_draft = PlanState(plan.state) is PlanState.DRAFT
    return HAS_UPDATES if not is_draft and Update.objects.filter(objective=objective).exists() else ""
