"""Layouts of a partnership's own: made, changed, deleted, and used for a plan."""

from django.db import transaction

from jointaction.changes.audit import one_at_a_time, record
from jointaction.changes.locking import lock_open_plan, require_version
from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.drafts import ColumnDraft
from jointaction.domain.layouts import layout_problems
from jointaction.domain.plans import EditConflictError, Problem, ProblemsError
from jointaction.queries.layouts import layout_named
from jointaction.queries.shapes import stored_columns
from jointaction.store.models import Layout, Partnership, Plan

LONGEST_NAME = 120


def make_layout(viewer: Viewer, *, name: str, columns: tuple[ColumnDraft, ...]) -> int:
    """Keep a new layout under a name of its own; returns its id, the same for the same layout sent twice.

    Raises NotAllowedError, or ProblemsError when the columns are no table or the name is taken.
    """
    viewer.require(Permission.DESIGN_LAYOUTS)
    with transaction.atomic():
        one_at_a_time(viewer)
        there = _named(viewer, name)
        if there and there.columns == stored_columns(columns):
            return there.pk
        _check(viewer, name, columns)
        kept = Layout.objects.create(
            partnership_id=viewer.partnership_id, name=name.strip(), columns=stored_columns(columns)
        )
        _note(viewer, "make layout", kept)
    return kept.pk


def change_layout(
    viewer: Viewer, layout_id: int, *, version: int, name: str, columns: tuple[ColumnDraft, ...]
) -> None:
    """Save a layout's name and columns; plans that use it keep the columns they have.

    Raises NotAllowedError, NotVisibleError, EditConflictError, or ProblemsError.
    """
    viewer.require(Permission.DESIGN_LAYOUTS)
    with transaction.atomic():
        one_at_a_time(viewer)
        kept = _seen(viewer, layout_id, version)
        _check(viewer, name, columns, but=layout_id)
        before = _headings(kept)
        kept.name, kept.columns, kept.version = name.strip(), stored_columns(columns), version + 1
        kept.save()
        _note(viewer, "change layout", kept, before=before)


def delete_layout(viewer: Viewer, layout_id: int, *, version: int) -> None:
    """Delete a layout that no plan has and nothing starts with.

    Raises NotAllowedError, NotVisibleError, EditConflictError, or ProblemsError when it is in use.
    """
    viewer.require(Permission.DESIGN_LAYOUTS)
    with transaction.atomic():
        one_at_a_time(viewer)
        kept = _seen(viewer, layout_id, version)
        plans = Plan.objects.filter(partnership_id=viewer.partnership_id)
        used = [plan.title for plan in plans if plan.columns == kept.columns]
        if used:
            told = f"“{used[0]}” has this layout. Give the plan another one first."
            raise ProblemsError((Problem("layout", told),))
        Partnership.objects.filter(pk=viewer.partnership_id, starting_layout=str(layout_id)).update(
            starting_layout=""
        )
        _note(viewer, "delete layout", kept, before=_headings(kept), is_gone=True)
        kept.delete()


def use_layout(viewer: Viewer, *, plan_id: int, key: str, version: int) -> None:
    """Show a plan in a layout from now on; words of columns it lacks stay kept.

    Raises NotAllowedError, NotVisibleError for a plan or layout there is not, EditConflictError, or
    ProblemsError for a closed plan.
    """
    viewer.require(Permission.DESIGN_LAYOUTS)
    layout = layout_named(viewer, key).layout
    with transaction.atomic():
        plan = lock_open_plan(viewer, plan_id, "layout")
        wanted = stored_columns(layout.columns)
        if plan.columns == wanted:
            return
        require_version(plan, version)
        before = _headings(plan)
        plan.columns, plan.version = wanted, version + 1
        plan.save(update_fields=["columns", "version"])
        record(
            viewer,
            action="use layout",
            thing="plan",
            thing_id=plan_id,
            summary=layout.name,
            before=before,
            after=_headings(plan),
        )


def _named(viewer: Viewer, name: str) -> Layout | None:
    return Layout.objects.filter(partnership_id=viewer.partnership_id, name__iexact=name.strip()).first()


def _seen(viewer: Viewer, layout_id: int, version: int) -> Layout:
    """The layout as it was seen, locked."""
    own = Layout.objects.select_for_update().filter(partnership_id=viewer.partnership_id)
    kept = own.filter(pk=layout_id).first()
    if kept is None:
        raise NotVisibleError("layout")
    if kept.version != version:
        raise EditConflictError(f"layout {layout_id} is at version {kept.version}, not {version}")
    return kept


def _check(viewer: Viewer, name: str, columns: tuple[ColumnDraft, ...], but: int | None = None) -> None:
    found = list(layout_problems(columns))
    if not name.strip():
        found.insert(0, Problem("name", "Write the layout’s name, such as “Ours since 2024”."))
    elif len(name.strip()) > LONGEST_NAME:
        found.insert(0, Problem("name", f"The name is longer than {LONGEST_NAME} letters. Shorten it."))
    elif (there := _named(viewer, name)) and there.pk != but:
        found.insert(0, Problem("name", f"There is already a layout called “{there.name}”. Choose another."))
    if found:
        raise ProblemsError(tuple(found))


def _headings(kept: Layout | Plan) -> str:
    """A layout's headings in one line, as the audit trail tells of them; the oldest plans keep pairs."""
    return " | ".join(column["heading"] if isinstance(column, dict) else column[0] for column in kept.columns)


def _note(viewer: Viewer, action: str, kept: Layout, *, before: str = "", is_gone: bool = False) -> None:
    after = "" if is_gone else _headings(kept)
    record(
        viewer,
        action=action,
        thing="layout",
        thing_id=kept.pk,
        summary=kept.name,
        before=before,
        after=after,
    )
