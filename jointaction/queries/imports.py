"""The import pages: documents on their way into the plan, and the review of one."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.comparison import RowChange, changes
from jointaction.domain.corrections import UnknownRowError, row_of
from jointaction.domain.drafts import DocumentDraft, PlanDraft, ReadingWarning, RowDraft
from jointaction.domain.fields import Field
from jointaction.domain.imports import ImportState
from jointaction.domain.keeping import with_unread
from jointaction.domain.papers import PaperSection
from jointaction.domain.parties import Meaning, new_names
from jointaction.domain.pieces import Piece, pieces
from jointaction.domain.plans import Problem, problems
from jointaction.domain.tables import plan_sections
from jointaction.queries.answered import kept_answers, refused_losses
from jointaction.queries.corrected import corrected_plan
from jointaction.queries.names import known_parties
from jointaction.sources.documents.draft_json import draft_from_json
from jointaction.store.models import Import, Plan


@dataclass(frozen=True, slots=True)
class ImportLine:
    """A document in the list of imports."""

    id: int
    document: str
    state: ImportState
    started_by: str
    started_at: datetime
    refusal: str


@dataclass(frozen=True, slots=True)
class PlanCorrection:
    """The plan a draft is another reading of, and how many of its rows differ.

    `kept` tells which of its updates stay as returns said them, `refused` what it may not drop.
    """

    plan_id: int
    title: str
    rows: tuple[RowChange, ...]
    kept: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftPlan:
    """One plan of a draft as it would look."""

    number: int
    title: str
    year: str
    objectives: int
    updates: int
    doubts: int
    sections: tuple[PaperSection, ...]
    corrects: PlanCorrection | None = None


@dataclass(frozen=True, slots=True)
class RowDoubt:
    """A row with something to look at, for the list that leads through them."""

    key: str
    ref: str
    objective: str
    warnings: tuple[ReadingWarning, ...]


@dataclass(frozen=True, slots=True)
class ImportPage:
    """One document's reading and review."""

    id: int
    document: str
    sha256: str
    state: ImportState
    steps_done: int
    steps_total: int
    refusal: str
    version: int
    started_at: datetime
    plans: tuple[DraftPlan, ...] = ()
    doubts: tuple[RowDoubt, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()
    problems: tuple[Problem, ...] = ()
    accepted_plans: tuple[tuple[int, str], ...] = ()
    new_names: tuple[Meaning, ...] = ()

    @property
    def is_correction(self) -> bool:
        """Whether accepting would put plans in the place of plans that are already here."""
        return any(plan.corrects for plan in self.plans)

    @property
    def progress_sentence(self) -> str:
        """How far the reading is, in words."""
        return f"Page {self.steps_done} of {self.steps_total} read"


@dataclass(frozen=True, slots=True)
class ImportRowPage:
    """One row under correction, with its source beside it."""

    import_id: int
    document: str
    version: int
    row: RowDraft
    plan: str
    plan_number: int
    theme: str | None
    next_key: str | None
    previous_key: str | None
    doubts_left: int
    has_row_above: bool
    columns: frozenset[Field]

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages of a PDF on which the row's cells can be shown."""
        places = (origin.place for origin in self.row.origins)
        return tuple(sorted({place.page for place in places if place.page and place.box}))

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Everything the row says, piece by piece."""
        return pieces(self.row)


def imports_page(viewer: Viewer) -> tuple[ImportLine, ...]:
    """The partnership's uploaded documents, newest first."""
    viewer.require(Permission.IMPORT_PLANS)
    found = _imports(viewer).order_by("-pk")[:200]
    return tuple(
        ImportLine(
            line.pk,
            line.document.name,
            ImportState(line.state),
            line.started_by.name if line.started_by else "",
            line.started_at,
            line.refusal,
        )
        for line in found
    )


def import_page(viewer: Viewer, import_id: int) -> ImportPage:
    """One document's reading; raises NotVisibleError when it is not the partnership's."""
    found = _import(viewer, import_id)
    draft = draft_from_json(found.draft) if found.draft else DocumentDraft()
    state = ImportState(found.state)
    return ImportPage(
        id=found.pk,
        document=found.document.name,
        sha256=found.document.sha256,
        state=state,
        steps_done=found.steps_done,
        steps_total=found.steps_total,
        refusal=found.refusal,
        version=found.version,
        started_at=found.started_at,
        plans=_draft_plans(viewer, draft, state),
        new_names=new_names(draft, known_parties(viewer.partnership_id))
        if state is ImportState.REVIEW
        else (),
        doubts=_doubts(draft),
        warnings=draft.warnings,
        problems=problems(draft) if state is ImportState.REVIEW else (),
        accepted_plans=tuple(Plan.objects.filter(came_from=found).values_list("pk", "title")),
    )


def import_row_page(viewer: Viewer, import_id: int, key: str) -> ImportRowPage:
    """One row of a document in review; raises NotVisibleError when there is no such row to review."""
    found = _import(viewer, import_id)
    if ImportState(found.state) is not ImportState.REVIEW:
        raise NotVisibleError("review")
    draft = draft_from_json(found.draft)
    try:
        row = row_of(draft, key)
    except UnknownRowError as error:
        raise NotVisibleError("row") from error
    number, plan = next((at, plan) for at, plan in enumerate(draft.plans) if row in plan.rows)
    theme = next(theme for theme in plan.themes if row in theme.rows)
    doubtful = [doubt.key for doubt in _doubts(draft)]
    keys = [other.key for other in draft.rows]
    place = keys.index(key)
    return ImportRowPage(
        import_id=found.pk,
        document=found.document.name,
        version=found.version,
        row=row,
        plan=plan.title or "Plan without a title",
        plan_number=number,
        theme=theme.title,
        next_key=_after(doubtful, keys, place),
        previous_key=keys[place - 1] if place else None,
        doubts_left=len(doubtful),
        has_row_above=theme.rows[0] is not row,
        columns=frozenset(column.field for column in plan.columns),
    )


def original_document(viewer: Viewer, import_id: int) -> tuple[str, str]:
    """The name and SHA-256 of an import's file, for those who may see the document."""
    found = _import(viewer, import_id)
    return found.document.name, found.document.sha256


def _after(doubtful: list[str], keys: list[str], place: int) -> str | None:
    wanted = set(doubtful)
    later = [key for key in keys[place + 1 :] + keys[:place] if key in wanted]
    return later[0] if later else None


def _imports(viewer: Viewer) -> QuerySet[Import]:
    return Import.objects.select_related("document", "started_by").filter(
        partnership_id=viewer.partnership_id
    )


def _import(viewer: Viewer, import_id: int) -> Import:
    viewer.require(Permission.IMPORT_PLANS)
    found = _imports(viewer).filter(pk=import_id).first()
    if found is None:
        raise NotVisibleError("import")
    return found


def _correction(viewer: Viewer, plan: PlanDraft) -> PlanCorrection | None:
    earlier = corrected_plan(viewer, plan)
    if earlier is None:
        return None
    return PlanCorrection(
        earlier.id,
        earlier.plan.title or "",
        changes(earlier.plan, with_unread(earlier.plan, plan)),
        kept_answers(earlier.id, earlier.plan, plan),
        refused_losses(earlier.plan, plan),
    )


def _draft_plans(viewer: Viewer, draft: DocumentDraft, state: ImportState) -> tuple[DraftPlan, ...]:
    return tuple(
        DraftPlan(
            number=number,
            title=plan.title or "",
            year=plan.year or "",
            objectives=len(plan.rows),
            updates=sum(len(row.updates) for row in plan.rows),
            doubts=sum(bool(row.warnings) for row in plan.rows),
            sections=plan_sections(plan, None),
            corrects=_correction(viewer, plan) if state is ImportState.REVIEW else None,
        )
        for number, plan in enumerate(draft.plans)
    )


def _doubts(draft: DocumentDraft) -> tuple[RowDoubt, ...]:
    """Rows with warnings, the least sure first, else in the document's order."""
    doubtful = [row for row in draft.rows if row.warnings]
    ordered = sorted(
        doubtful, key=lambda row: min((origin.confidence for origin in row.origins), default=1.0)
    )
    return tuple(RowDoubt(row.key, row.ref or "", row.objective, row.warnings) for row in ordered)
