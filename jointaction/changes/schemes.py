"""Status schemes of a partnership's own: made, changed, deleted."""

from django.db import transaction

from jointaction.changes.audit import one_at_a_time, record
from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.plans import EditConflictError, Problem, ProblemsError
from jointaction.domain.schemes import scheme_problems, with_keys
from jointaction.domain.statuses import Status
from jointaction.queries.shapes import stored_statuses
from jointaction.store.models import Partnership, Plan, StatusScheme

LONGEST_NAME = 120


def make_scheme(viewer: Viewer, *, name: str, statuses: tuple[Status, ...]) -> int:
    """Keep a new scheme under a name of its own; returns its id, the same for the same scheme sent twice.

    Raises NotAllowedError, or ProblemsError when the statuses are no scheme or the name is taken.
    """
    viewer.require(Permission.DESIGN_LAYOUTS)
    kept_statuses = stored_statuses(with_keys(statuses))
    with transaction.atomic():
        one_at_a_time(viewer)
        there = _named(viewer, name)
        if there and there.statuses == kept_statuses:
            return there.pk
        _check(viewer, name, statuses)
        kept = StatusScheme.objects.create(
            partnership_id=viewer.partnership_id, name=name.strip(), statuses=kept_statuses
        )
        _note(viewer, "make status scheme", kept, after=_words(kept))
    return kept.pk


def change_scheme(
    viewer: Viewer, scheme_id: int, *, version: int, name: str, statuses: tuple[Status, ...]
) -> None:
    """Save a scheme's name and statuses; plans that have it keep the statuses they have.

    Raises NotAllowedError, NotVisibleError, EditConflictError, or ProblemsError.
    """
    viewer.require(Permission.DESIGN_LAYOUTS)
    with transaction.atomic():
        one_at_a_time(viewer)
        kept = _seen(viewer, scheme_id, version)
        _check(viewer, name, statuses, but=scheme_id)
        before = _words(kept)
        kept.name, kept.statuses = name.strip(), stored_statuses(with_keys(statuses))
        kept.version = version + 1
        kept.save()
        _note(viewer, "change status scheme", kept, before=before, after=_words(kept))


def delete_scheme(viewer: Viewer, scheme_id: int, *, version: int) -> None:
    """Delete a scheme that no plan has.

    Raises NotAllowedError, NotVisibleError, EditConflictError, or ProblemsError when it is in use.
    """
    viewer.require(Permission.DESIGN_LAYOUTS)
    with transaction.atomic():
        one_at_a_time(viewer)
        kept = _seen(viewer, scheme_id, version)
        plans = Plan.objects.filter(partnership_id=viewer.partnership_id, scheme__key=str(scheme_id))
        if used := plans.first():
            told = f"“{used.title}” has this scheme. Give the plan another one first."
            raise ProblemsError((Problem("scheme", told),))
        here = Partnership.objects.filter(pk=viewer.partnership_id, starting_scheme=str(scheme_id))
        here.update(starting_scheme="")
        _note(viewer, "delete status scheme", kept, before=_words(kept))
        kept.delete()


def _named(viewer: Viewer, name: str) -> StatusScheme | None:
    own = StatusScheme.objects.filter(partnership_id=viewer.partnership_id)
    return own.filter(name__iexact=name.strip()).first()


def _seen(viewer: Viewer, scheme_id: int, version: int) -> StatusScheme:
    """The scheme as it was seen, locked."""
    own = StatusScheme.objects.select_for_update().filter(partnership_id=viewer.partnership_id)
    kept = own.filter(pk=scheme_id).first()
    if kept is None:
        raise NotVisibleError("status scheme")
    if kept.version != version:
        raise EditConflictError(f"scheme {scheme_id} is at version {kept.version}, not {version}")
    return kept


def _check(viewer: Viewer, name: str, statuses: tuple[Status, ...], but: int | None = None) -> None:
    found = list(scheme_problems(statuses))
    if not name.strip():
        found.insert(0, Problem("name", "Write the scheme’s name, such as “Ours since 2024”."))
    elif len(name.strip()) > LONGEST_NAME:
        found.insert(0, Problem("name", f"The name is longer than {LONGEST_NAME} letters. Shorten it."))
    elif (there := _named(viewer, name)) and there.pk != but:
        found.insert(0, Problem("name", f"There is already a scheme called “{there.name}”. Choose another."))
    if found:
        raise ProblemsError(tuple(found))


def _words(kept: StatusScheme) -> str:
    return "\n".join(f"{status['word']}: {status['definition']}" for status in kept.statuses)


def _note(viewer: Viewer, action: str, kept: StatusScheme, *, before: str = "", after: str = "") -> None:
    record(
        viewer,
        action=action,
        thing="status scheme",
        thing_id=kept.pk,
        summary=kept.name,
        before=before,
        after=after,
    )
