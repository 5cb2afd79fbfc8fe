"""A person corrects a draft: each step is one save with its place in the audit trail."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.domain import corrections
from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.drafts import DocumentDraft, RowDraft
from jointaction.domain.fields import Field
from jointaction.domain.imports import STEPS, ImportState, may_step
from jointaction.domain.pieces import PieceName
from jointaction.domain.plans import EditConflictError
from jointaction.domain.tables import theme_heading
from jointaction.sources.documents.draft_json import draft_from_json, draft_to_json, row_to_json
from jointaction.store.models import Import


def correct_row(viewer: Viewer, *, import_id: int, version: int, row: RowDraft) -> None:
    """Save a row as the person wrote it; its warnings are settled by that."""
    seen = replace(row, warnings=())
    _correct(
        viewer, import_id, version, "correct row", row.key, lambda draft: corrections.with_row(draft, seen)
    )


def settle_row(viewer: Viewer, *, import_id: int, version: int, key: str) -> None:
    """Take a row as read rightly: its warnings go."""
    _correct(viewer, import_id, version, "settle row", key, lambda draft: corrections.settled(draft, key))


def drop_row(viewer: Viewer, *, import_id: int, version: int, key: str) -> None:
    """Leave a row out of the plan."""
    _correct(viewer, import_id, version, "drop row", key, lambda draft: corrections.without_row(draft, key))


def join_row(viewer: Viewer, *, import_id: int, version: int, key: str) -> None:
    """Join a row to the one above it."""
    _correct(
        viewer, import_id, version, "join row", key, lambda draft: corrections.joined_with_above(draft, key)
    )


def make_theme(viewer: Viewer, *, import_id: int, version: int, key: str) -> None:
    """Take a row as the heading of a theme."""
    _correct(viewer, import_id, version, "make theme", key, lambda draft: corrections.as_theme(draft, key))


def split_row(
    viewer: Viewer, *, import_id: int, version: int, key: str, picked: frozenset[PieceName]
) -> None:
    """Put the picked pieces of a row in a new row under it."""
    _correct(
        viewer, import_id, version, "split row", key, lambda draft: corrections.split_off(draft, key, picked)
    )


def move_words(
    viewer: Viewer, *, import_id: int, version: int, key: str, source: Field, target: Field
) -> None:
    """Move all words of one field of a row to the end of another."""

    def moved(draft: DocumentDraft) -> DocumentDraft:
        return corrections.with_words_moved(draft, key, source, target)

    _correct(viewer, import_id, version, "move words", key, moved)


def settle_warnings(viewer: Viewer, *, import_id: int, version: int) -> None:
    """Take every warning about the whole document as seen."""
    _correct(viewer, import_id, version, "settle warnings", "", lambda draft: replace(draft, warnings=()))


def name_plan(viewer: Viewer, *, import_id: int, version: int, number: int, title: str, year: str) -> None:
    """Set a plan's title and year; `number` counts the document's plans from 0."""
    _correct(
        viewer,
        import_id,
        version,
        "name plan",
        "",
        lambda draft: corrections.named_plan(draft, number, title=title, year=year),
    )


def drop_plan(viewer: Viewer, *, import_id: int, version: int, number: int) -> None:
    """Leave a whole plan of the document out."""
    _correct(
        viewer, import_id, version, "drop plan", "", lambda draft: corrections.without_plan(draft, number)
    )


def settle_warning(viewer: Viewer, *, import_id: int, version: int, number: int) -> None:
    """Take a warning about the whole document as seen; `number` counts them from 0."""

    def without(draft: DocumentDraft) -> DocumentDraft:
        return corrections.without_warning(draft, draft.warnings[number])

    _correct(viewer, import_id, version, "settle warning", "", without)


def drop_import(viewer: Viewer, *, import_id: int, version: int) -> None:
    """Leave the whole document; the file stays kept, no plan is made."""
    viewer.require(Permission.IMPORT_PLANS)
    with transaction.atomic():
        found = import_in_review(viewer, import_id, version, may=(ImportState.REVIEW, ImportState.REFUSED))
        step_import(found, ImportState.DROPPED)
        record(viewer, action="drop document", thing="import", thing_id=import_id)


def import_in_review(
    viewer: Viewer, import_id: int, version: int, may: tuple[ImportState, ...] = (ImportState.REVIEW,)
) -> Import:
    """The import, locked, if it is the viewer's, still open and still at this version.

    Raises NotVisibleError when it is not theirs, EditConflictError when it has moved on.
    """
    found = (
        Import.objects.select_for_update().filter(pk=import_id, partnership_id=viewer.partnership_id).first()
    )
    if found is None:
        raise NotVisibleError("import")
    if found.version != version or ImportState(found.state) not in may:
        raise EditConflictError(f"import {import_id} is at version {found.version}, not {version}")
    return found


def step_import(found: Import, state: ImportState) -> None:
    """Take an import to its next state, as domain.imports allows."""
    if not may_step(ImportState(found.state), state):
        raise EditConflictError(f"{found.state} -> {state}")
    ended_at = None if STEPS[state] else timezone.now()
    Import.objects.filter(pk=found.pk).update(state=state, version=found.version + 1, ended_at=ended_at)


def _correct(
    viewer: Viewer,
    import_id: int,
    version: int,
    action: str,
    key: str,
    change: Callable[[DocumentDraft], DocumentDraft],
) -> None:
    viewer.require(Permission.IMPORT_PLANS)
    with transaction.atomic():
        found = import_in_review(viewer, import_id, version)
        before = draft_from_json(found.draft)
        try:
            after = change(before)
        except (corrections.UnknownRowError, IndexError) as error:
            raise NotVisibleError(str(error)) from error
        Import.objects.filter(pk=import_id, version=version).update(
            draft=draft_to_json(after), version=version + 1
        )
        record(
            viewer,
            action=action,
            thing="import",
            thing_id=import_id,
            summary=f"row {key}" if key else "",
            before=_only_in(before, after),
            after=_only_in(after, before),
        )


def _only_in(draft: DocumentDraft, other: DocumentDraft) -> str:
    """The rows, names, headings and warnings that one draft has and the other has not, a line each."""
    elsewhere = set(_parts(other))
    return "\n".join(part for part in _parts(draft) if part not in elsewhere)


def _parts(draft: DocumentDraft) -> Iterator[str]:
    for plan in draft.plans:
        yield f"{plan.title or ''} {plan.year or ''}".strip()
        yield from filter(None, map(theme_heading, plan.themes))
        yield from map(row_to_json, plan.rows)
    yield from (warning.message for warning in draft.warnings)
