"""The pages on which a coordinator writes a plan: the whole of it, one theme, one objective."""

from dataclasses import dataclass
from datetime import date

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.agreeing import Prompt, prompts
from jointaction.domain.drafts import RowDraft
from jointaction.domain.fields import Field
from jointaction.domain.life import PlanState, PlanStep, Strand, steps_from
from jointaction.queries.content import plan_content, plan_year
from jointaction.queries.pages import PlanContent
from jointaction.store.models import Area, Continuation, Objective, Plan, Theme, ThemeStrand


@dataclass(frozen=True, slots=True)
class PlanFrame:
    """What every page of writing says of its plan."""

    id: int
    title: str
    year: str
    state: PlanState
    version: int
    agreed_by: str = ""
    agreed_on: date | None = None

    @property
    def asks_why(self) -> bool:
        """Whether a change to the plan asks for its reason."""
        return self.state.needs_amendment

    @property
    def is_fixed(self) -> bool:
        """Whether nothing in the plan can change."""
        return self.state.is_fixed


@dataclass(frozen=True, slots=True)
class WrittenObjective:
    """An objective in the list of what is written."""

    id: int
    ref: str
    text: str
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class WrittenTheme:
    """A theme with its objectives in order."""

    id: int
    number: str
    title: str
    strands: tuple[Strand, ...]
    objectives: tuple[WrittenObjective, ...]

    @property
    def name(self) -> str:
        """Number and title in one line."""
        return " ".join(part for part in (self.number and f"{self.number}.", self.title) if part)


@dataclass(frozen=True, slots=True)
class WritingPage:
    """A plan as it is being written."""

    plan: PlanFrame
    themes: tuple[WrittenTheme, ...]

    @property
    def objectives(self) -> int:
        """How many objectives are written."""
        return sum(len(theme.objectives) for theme in self.themes)


@dataclass(frozen=True, slots=True)
class ObjectiveToWrite:
    """An objective under the pen, or a new one: its words, and the themes it can stand in.

    `note_headings` are the plan's other columns; `areas` are those an update can be for.
    """

    plan: PlanFrame
    row: RowDraft
    themes: tuple[tuple[int, str], ...]
    note_headings: tuple[str, ...]
    areas: tuple[tuple[int, str], ...]
    id: int | None = None
    theme_id: int | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class PromptLine:
    """A prompt with the objectives it is about: id and name."""

    sentence: str
    objectives: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class LifePage:
    """Where a plan stands, the steps open to it, and what a committee may ask."""

    plan: PlanFrame
    steps: tuple[PlanStep, ...]
    prompts: tuple[PromptLine, ...]
    objectives: int


def writing_page(viewer: Viewer, plan_id: int) -> WritingPage:
    """A plan's themes and objectives in order; raises NotAllowedError or NotVisibleError."""
    plan = _plan(viewer, plan_id)
    strands: dict[int, list[Strand]] = {}
    for line in ThemeStrand.objects.filter(theme__plan=plan).order_by("pk"):
        strands.setdefault(line.theme_id, []).append(Strand(line.strand))
    themes = Theme.objects.filter(plan=plan).prefetch_related("objective_set")
    return WritingPage(
        frame(plan),
        tuple(
            WrittenTheme(
                theme.pk,
                theme.number or "",
                theme.title or "",
                tuple(strands.get(theme.pk, ())),
                _written(list(theme.objective_set.all())),
            )
            for theme in themes
        ),
    )


def theme_to_write(viewer: Viewer, plan_id: int, theme_id: int) -> tuple[PlanFrame, WrittenTheme]:
    """One theme under the pen; raises NotVisibleError when it is not the plan's."""
    page = writing_page(viewer, plan_id)
    theme = next((theme for theme in page.themes if theme.id == theme_id), None)
    if theme is None:
        raise NotVisibleError("theme")
    return page.plan, theme


def new_objective(viewer: Viewer, plan_id: int) -> ObjectiveToWrite:
    """An objective not written yet."""
    return _to_write(viewer, _plan(viewer, plan_id), RowDraft(""))


def objective_to_write(viewer: Viewer, plan_id: int, objective_id: int) -> ObjectiveToWrite:
    """An objective with the version its form carries; raises NotVisibleError when it is not the plan's."""
    plan = _plan(viewer, plan_id)
    objective = Objective.objects.filter(theme__plan=plan, pk=objective_id).first()
    if objective is None:
        raise NotVisibleError("objective")
    rows = plan_content(viewer, plan_id).plan.rows
    row = next(row for row in rows if row.key == str(objective_id))
    return _to_write(viewer, plan, row, objective)


def life_page(viewer: Viewer, plan_id: int) -> LifePage:
    """A plan's state, the steps from it, and the prompts before it is agreed."""
    plan = _plan(viewer, plan_id)
    content = plan_content(viewer, plan_id)
    state = PlanState(plan.state)
    found = prompts(content.plan, carried_rows(viewer, content)) if state is PlanState.DRAFT else ()
    names = {row.key: f"{row.ref or ''} {row.objective}".strip() for row in content.plan.rows}
    return LifePage(
        frame(plan),
        steps_from(state),
        tuple(_prompt_line(prompt, names) for prompt in found),
        len(content.plan.rows),
    )


def carried_rows(viewer: Viewer, content: PlanContent) -> dict[str, tuple[RowDraft, ...]]:
    """For each row of a plan that continues earlier ones, those earlier rows."""
    pairs = Continuation.objects.filter(later__theme__plan_id=content.id).values_list(
        "later_id", "earlier_id", "earlier__theme__plan_id"
    )
    earlier: dict[str, RowDraft] = {}
    for plan_id in sorted({plan_id for _, _, plan_id in pairs}):
        earlier |= {row.key: row for row in plan_content(viewer, plan_id).plan.rows}
    found: dict[str, tuple[RowDraft, ...]] = {}
    for later, before, _ in pairs:
        if row := earlier.get(str(before)):
            found[str(later)] = (*found.get(str(later), ()), row)
    return found


def frame(plan: Plan) -> PlanFrame:
    """What every page of writing says of a plan."""
    return PlanFrame(
        plan.pk,
        plan.title,
        plan_year(plan),
        PlanState(plan.state),
        plan.version,
        plan.agreed_by,
        plan.agreed_on,
    )


def _plan(viewer: Viewer, plan_id: int) -> Plan:
    viewer.require(Permission.WRITE_PLANS)
    plan = Plan.objects.filter(partnership_id=viewer.partnership_id, pk=plan_id).first()
    if plan is None:
        raise NotVisibleError("plan")
    return plan


def _written(objectives: list[Objective]) -> tuple[WrittenObjective, ...]:
    last = len(objectives) - 1
    return tuple(
        WrittenObjective(objective.pk, objective.ref or "", objective.text, at == 0, at == last)
        for at, objective in enumerate(objectives)
    )


def _to_write(
    viewer: Viewer, plan: Plan, row: RowDraft, objective: Objective | None = None
) -> ObjectiveToWrite:
    columns = plan_content(viewer, plan.pk).plan.columns
    headings = [column.heading for column in columns if column.field is Field.NOTE]
    themes = Theme.objects.filter(plan=plan)
    areas = Area.objects.filter(partnership_id=plan.partnership_id)
    return ObjectiveToWrite(
        frame(plan),
        row,
        tuple((theme.pk, f"{theme.number or ''} {theme.title or ''}".strip()) for theme in themes),
        tuple(heading for heading in dict.fromkeys(headings)),
        tuple(areas.values_list("pk", "name")),
        objective.pk if objective else None,
        objective.theme_id if objective else None,
        objective.version if objective else 0,
    )


def _prompt_line(prompt: Prompt, names: dict[str, str]) -> PromptLine:
    return PromptLine(prompt.sentence, tuple((int(key), names[key]) for key in prompt.keys))
