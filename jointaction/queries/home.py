"""The first page: what the viewer has to do next, and how the latest plan stands."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jointaction.domain.access import Permission, Role, Viewer
from jointaction.domain.imports import ImportState
from jointaction.domain.periods import Period
from jointaction.queries.audit import HistoryLine, history_page
from jointaction.queries.pages import PartyLine, PlanLine
from jointaction.queries.plans import plans_page, reported_periods
from jointaction.queries.returns import due_returns
from jointaction.queries.rounds import has_rounds, open_rounds
from jointaction.queries.shown import shown_plan
from jointaction.store.models import Import

# What happens so often that it would hide everything else.
SMALL_STEPS = ("save answer", "use link")


class TodoKind(StrEnum):
    """What kind of thing is to be done; the page knows where each leads."""

    REVIEW = "review"
    REFUSED = "refused"
    UPLOAD = "upload"
    PAPER = "paper"
    OBJECTIVE = "objective"
    RETURN = "return"
    LATE_RETURN = "late return"
    ROUND = "round"
    TO_ACCEPT = "to accept"


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do next: what, why, and the id of the import, plan or objective it concerns."""

    kind: TodoKind
    title: str
    hint: str
    id: int | None = None
    plan_id: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How the latest plan stands for the viewer: their objectives, and those without an update."""

    plan: PlanLine
    period: str | None
    objectives: int
    reported: int
    whose: str

    @property
    def sentence(self) -> str:
        """How far the reporting has come, in words."""
        return f"{self.reported} of {self.objectives} objectives have an update"


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the viewer's first page shows."""

    role: Role
    todos: tuple[Todo, ...]
    standing: Standing | None
    plans: tuple[PlanLine, ...]
    history: tuple[HistoryLine, ...]


def home_page(viewer: Viewer, *, today: date) -> HomePage:
    """The first page of whoever looks, the public included."""
    plans = plans_page(viewer)
    standing, silent = _standing(viewer, plans)
    returns, rounds = _returns(viewer, today), _rounds(viewer)
    own = () if returns or rounds else _own_objectives(viewer, standing, silent)
    todos = (*returns, *rounds, *_documents(viewer), *own, *_paper(viewer, standing))
    if viewer.may(Permission.IMPORT_PLANS) and not plans and not todos:
        todos = (Todo(TodoKind.UPLOAD, "Bring in last year's plan", "Word, PDF or Excel, as it is."),)
    history = (
        history_page(viewer, size=6, without=SMALL_STEPS)[0] if viewer.may(Permission.SEE_HISTORY) else ()
    )
    return HomePage(viewer.role, todos, standing, plans, history)


def _returns(viewer: Viewer, today: date) -> tuple[Todo, ...]:
    """What the viewer's agency is asked, earliest due first."""
    return tuple(
        Todo(
            TodoKind.LATE_RETURN if todo.due_on < today else TodoKind.RETURN,
            f"Return for {Period.read(todo.period).label}, {todo.plan}",
            f"{todo.agency}, due {todo.due_on:%-d %B %Y}",
            todo.id,
        )
        for todo in due_returns(viewer)
    )


def _rounds(viewer: Viewer) -> tuple[Todo, ...]:
    """The open rounds of whoever runs them; those with something to accept say so."""
    return tuple(
        Todo(
            TodoKind.TO_ACCEPT if line.to_accept else TodoKind.ROUND,
            f"Returns for {Period.read(line.period).label}, {line.plan}",
            f"{line.progress}, {line.to_accept} to accept. Due {line.due_on:%-d %B %Y}.",
            line.id,
            line.plan_id,
        )
        for line in open_rounds(viewer)
    )


def _documents(viewer: Viewer) -> tuple[Todo, ...]:
    if not viewer.may(Permission.IMPORT_PLANS):
        return ()
    waiting = Import.objects.select_related("document").filter(
        partnership_id=viewer.partnership_id, state__in=[ImportState.REVIEW, ImportState.REFUSED]
    )
    return tuple(_document(line) for line in waiting.order_by("-pk")[:10])


def _document(line: Import) -> Todo:
    if line.state == ImportState.REFUSED:
        return Todo(TodoKind.REFUSED, f"“{line.document.name}” could not be read", line.refusal, line.pk)
    return Todo(
        TodoKind.REVIEW, f"Review “{line.document.name}”", "Read; nothing is saved until you accept.", line.pk
    )


def _standing(viewer: Viewer, plans: tuple[PlanLine, ...]) -> tuple[Standing | None, tuple[Todo, ...]]:
    if not plans:
        return None, ()
    content = shown_plan(viewer, plans[0].id)
    periods = reported_periods(content.plan)
    period = periods[-1] if periods else None
    mine, whose = _mine(viewer)
    rows = [row for row in content.plan.rows if not mine or _is_mine(content.parties.get(row.key, ()), mine)]
    silent = [row for row in rows if not any(update.period == period for update in row.updates)]
    todos = tuple(
        Todo(
            TodoKind.OBJECTIVE,
            f"{row.ref or ''} {row.objective}".strip(),
            f"No update for {period}" if period else "No update yet",
            int(row.key),
            content.id,
        )
        for row in silent[:10]
    )
    return Standing(plans[0], period, len(rows), len(rows) - len(silent), whose), todos


def _is_mine(parties: tuple[PartyLine, ...], mine: set[tuple[str, str]]) -> bool:
    return any((party.filter_name, party.filter_value) in mine for party in parties)


def _mine(viewer: Viewer) -> tuple[set[tuple[str, str]], str]:
    if viewer.role is Role.AGENCY_LEAD and viewer.agency_id:
        return {("agency", str(viewer.agency_id))}, viewer.agency
    if viewer.role is Role.GROUP_CHAIR and viewer.group_ids:
        return {("group", str(group_id)) for group_id in viewer.group_ids}, "your groups"
    return set(), "the partnership"


def _own_objectives(viewer: Viewer, standing: Standing | None, silent: tuple[Todo, ...]) -> tuple[Todo, ...]:
    """Objectives without an update; an agency that is asked by returns owes nothing but those."""
    if standing is None or viewer.role not in {Role.AGENCY_LEAD, Role.GROUP_CHAIR, Role.COORDINATOR}:
        return ()
    is_asked = silent and viewer.role is Role.AGENCY_LEAD and has_rounds(standing.plan.id)
    return () if is_asked else silent


def _paper(viewer: Viewer, standing: Standing | None) -> tuple[Todo, ...]:
    if standing is None or viewer.role is not Role.COORDINATOR:
        return ()
    hint = f"{standing.reported} of {standing.objectives} objectives have an update."
    period = f" for {standing.period}" if standing.period else ""
    return (Todo(TodoKind.PAPER, f"Print the monitoring paper{period}", hint, standing.plan.id),)
