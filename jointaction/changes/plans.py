"""Writes a plan's content into the tables."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db.models import F, Q

from jointaction.changes.audit import record
from jointaction.changes.document_amendments import amend_by_document, require_fresh
from jointaction.changes.figures import figures_due
from jointaction.changes.locking import CLOSED, lock_plan, require_open
from jointaction.changes.names import PartyBook
from jointaction.changes.objectives import (
    WRITTEN_LINES,
    WrittenLine,
    create_lines,
    objective_fields,
    written_lines,
)
from jointaction.domain.access import Viewer
from jointaction.domain.comparison import row_pairs
from jointaction.domain.drafts import DocumentDraft, PlanDraft, RowDraft, ThemeDraft
from jointaction.domain.keeping import with_kept_strands, with_kept_words, with_unread
from jointaction.domain.life import PlanState
from jointaction.domain.periods import Period, PlanYear
from jointaction.domain.plans import Problem, ProblemsError
from jointaction.queries.answered import (
    Answered,
    AnsweredUpdate,
    answered_places,
    answered_updates,
    refused_losses,
)
from jointaction.queries.content import plan_content
from jointaction.queries.shapes import stored_columns, stored_scheme
from jointaction.sources.documents.draft_json import draft_to_json
from jointaction.store.models import (
    Objective,
    Origin,
    Plan,
    Theme,
    ThemeStrand,
    Update,
)

Line = WrittenLine | Origin | Update
LINES: tuple[type[Line], ...] = (*WRITTEN_LINES, Origin, Update)
# Added to the places of themes that are on their way out, so that new ones can take theirs.
OUT_OF_THE_WAY = 1_000_000
OF_ITS_WORDS = ("theme", "position", *objective_fields(RowDraft("")))


@dataclass(frozen=True, slots=True)
class PlanSource:
    """Where a plan's content comes from: the import and the moment it was accepted.

    `state` is how a new plan begins, `key` makes sure that it is made once.
    """

    import_id: int | None
    accepted_at: datetime
    state: PlanState = PlanState.CURRENT
    key: UUID | None = None


def write_plan(viewer: Viewer, plan: PlanDraft, book: PartyBook, source: PlanSource) -> int:
    """Save a new plan with all its rows, in the caller's transaction; returns its id."""
    kept = Plan.objects.create(
        partnership_id=viewer.partnership_id,
        scheme=stored_scheme(plan.scheme),
        state=source.state.value,
        idempotency_key=source.key,
        **_plan_fields(plan, source),
    )
    _write_rows(kept, plan, book)
    figures_due(kept.pk)
    summary = f"{kept.title}, {len(plan.rows)} objectives"
    record(viewer, action="make plan", thing="plan", thing_id=kept.pk, summary=summary)
    return kept.pk


def rewrite_plan(
    viewer: Viewer, plan: PlanDraft, book: PartyBook, source: PlanSource, *, plan_id: int
) -> int:
    """Put a corrected document's content in place of a plan's, in the caller's transaction.

    Objectives found again keep their ids, the updates of periods the document says nothing of, and those
    that came from returns. The audit trail keeps the content before. Raises ProblemsError when the
    document drops an objective an agency has answered on, or the plan is closed, or a whole plan's
    sheet is older than the row it changes. Where the plan was agreed, the document is an amendment.
    """
    kept = lock_plan(viewer, plan_id)
    require_open(kept, told=f"{kept}: {CLOSED}")
    before = plan_content(viewer, plan_id).plan
    if losses := refused_losses(before, plan):
        raise ProblemsError(tuple(Problem("objective", loss) for loss in losses))
    answered, answers = answered_places(plan_id), answered_updates(plan_id)
    earlier = {pair.after.key: pair.before for pair in row_pairs(before, plan) if pair.before and pair.after}
    plan = _with_kept(plan, before, earlier, book, answered)
    require_fresh(kept, row_pairs(before, plan))
    amend_by_document(viewer, kept, row_pairs(before, plan), source.import_id)
    gone = list(Theme.objects.filter(plan=kept).values_list("pk", flat=True))
    Theme.objects.filter(pk__in=gone).update(position=F("position") + OUT_OF_THE_WAY)
    Plan.objects.filter(pk=plan_id).update(version=F("version") + 1, **_corrected_fields(plan, source))
    _write_rows(kept, plan, book, {key: int(row.key) for key, row in earlier.items()})
    _tie_to_answers(answers)
    Theme.objects.filter(pk__in=gone).delete()
    figures_due(plan_id)
    record(
        viewer,
        action="correct plan",
        thing="plan",
        thing_id=plan_id,
        summary=f"{plan.title}, {len(plan.rows)} objectives, {len(earlier)} of them continued",
        before=draft_to_json(DocumentDraft((before,))),
    )
    return plan_id


def _plan_fields(plan: PlanDraft, source: PlanSource) -> dict[str, object]:
    year = PlanYear.read(plan.year or "")
    return {
        "title": plan.title or "",
        "year_first": year.first,
        "years": year.years,
        "columns": stored_columns(plan.columns),
        "came_from_id": source.import_id,
        "accepted_at": source.accepted_at,
    }


def _corrected_fields(plan: PlanDraft, source: PlanSource) -> dict[str, object]:
    """A whole plan's sheet came from the plan: its columns and the document it came from stay."""
    fields = _plan_fields(plan, source)
    kept = {"columns", "came_from_id", "accepted_at"} if plan.is_whole else set()
    return {name: value for name, value in fields.items() if name not in kept}


def _tie_to_answers(answers: Iterable[AnsweredUpdate]) -> None:
    """The updates were written anew; those that came from returns still say so."""
    for kept in answers:
        same = Update.objects.filter(objective_id=kept.objective_id, period=kept.period, text=kept.text)
        in_area = Q(area__name=kept.area) if kept.area else Q(area=None)
        first = same.filter(in_area, answer=None).first()
        if first:
            Update.objects.filter(pk=first.pk).update(answer_id=kept.answer_id)


def _with_kept(
    plan: PlanDraft, before: PlanDraft, earlier: dict[str, RowDraft], book: PartyBook, answered: Answered
) -> PlanDraft:
    """The plan with all that stays of the one before; areas are named as they are known."""
    plan = with_unread(before, _with_known_areas(plan, book))

    def carried(row: RowDraft) -> RowDraft:
        if row.key not in earlier:
            return row
        old = earlier[row.key]
        places = answered.get(int(old.key), frozenset())
        return with_kept_words(old, row, is_whole=plan.is_whole, answered=places)

    themes = with_kept_strands(before, plan)
    return replace(
        plan, themes=tuple(replace(theme, rows=tuple(map(carried, theme.rows))) for theme in themes)
    )


def _with_known_areas(plan: PlanDraft, book: PartyBook) -> PlanDraft:
    def named(row: RowDraft) -> RowDraft:
        updates = (
            replace(update, area=update.area and book.area_name(update.area)) for update in row.updates
        )
        return replace(row, updates=tuple(updates))

    return replace(
        plan, themes=tuple(replace(theme, rows=tuple(map(named, theme.rows))) for theme in plan.themes)
    )


def _write_rows(kept: Plan, plan: PlanDraft, book: PartyBook, ids: dict[str, int] | None = None) -> None:
    lines: list[Line] = []
    for position, theme in enumerate(plan.themes):
        _write_theme(kept, position, theme, book, lines, ids or {})
    for kind in LINES:
        create_lines(kind, lines)


def _write_theme(
    plan: Plan, position: int, theme: ThemeDraft, book: PartyBook, lines: list[Line], ids: dict[str, int]
) -> None:
    kept = Theme.objects.create(
        plan=plan,
        position=position,
        number=theme.number,
        title=theme.title,
    )
    ThemeStrand.objects.bulk_create(ThemeStrand(theme=kept, strand=strand.value) for strand in theme.strands)
    for row_position, row in enumerate(theme.rows):
        objective = Objective(
            pk=ids.get(row.key),
            theme=kept,
            position=row_position,
            **objective_fields(row),
        )
        _put(objective)
        lines += _row_lines(objective, row, book)


def _put(objective: Objective) -> None:
    """Save an objective; one that goes on keeps its row, and all that points to it, but not its old lines."""
    if objective.pk is None:
        objective.save(force_insert=True)
        return
    for kind in LINES:
        kind._default_manager.filter(objective_id=objective.pk).delete()
    objective.save(force_update=True, update_fields=OF_ITS_WORDS)
    Objective.objects.filter(pk=objective.pk).update(version=F("version") + 1)


def _row_lines(objective: Objective, row: RowDraft, book: PartyBook) -> Iterable[Line]:
    yield from written_lines(objective, row, book)
    for at, update in enumerate(row.updates):
        area_id = book.area_id(update.area) if update.area else None
        yield Update(
            objective=objective,
            position=at,
            period=update.period and str(Period.read(update.period)),
            area_id=area_id,
            text=update.text,
        )
    yield from _origins(objective, row)


def _origins(objective: Objective, row: RowDraft) -> Iterable[Origin]:
    for at, origin in enumerate(row.origins):
        place = origin.place
        yield Origin(
            objective=objective,
            position=at,
            field=origin.field.value,
            area=origin.area,
            page=place.page,
            line=place.line,
            cell=place.cell,
            sheet=place.sheet,
            table=place.table,
            source_text=origin.source_text,
            confidence=origin.confidence,
        )
