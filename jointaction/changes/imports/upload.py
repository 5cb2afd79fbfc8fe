"""A document comes in: kept as it is, then read by a worker in a guarded process of its own."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.changes.imports.correct import import_in_review, step_import
from jointaction.changes.jobs import enqueue
from jointaction.domain.access import Permission, Viewer
from jointaction.domain.imports import ImportState
from jointaction.queries.viewers import viewer_in
from jointaction.sources.documents.draft_json import draft_to_json
from jointaction.sources.documents.refusal import RefusedError
from jointaction.sources.guard import read_guarded
from jointaction.store.files import keep_file, kept_file
from jointaction.store.models import Import, SourceDocument

READ_JOB = "jointaction.changes.imports.upload.read_import"
_OPEN = (ImportState.READING, ImportState.REVIEW, ImportState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Uploaded:
    """The import a document now has; `is_new` is false where the same file was already here."""

    import_id: int
    is_new: bool


def upload_document(
    viewer: Viewer, *, path: Path, name: str, idempotency_key: UUID, at_once: bool = False
) -> Uploaded:
    """Keep a document and have it read; the same file or the same form sent twice is recognised.

    `at_once` reads it here and now (commands wait) instead of leaving it to a worker.
    Raises NotAllowedError unless the viewer may import plans.
    """
    viewer.require(Permission.IMPORT_PLANS)
    sha256, size_bytes = keep_file(path), path.stat().st_size
    try:
        with transaction.atomic():
            known = _known_import(viewer, sha256)
            if known is not None:
                return Uploaded(known.pk, is_new=False)
            started = _start(viewer, name[:255], sha256, size_bytes, idempotency_key)
            if not at_once:
                enqueue(READ_JOB, started.pk, viewer.person_id)
    except IntegrityError:
        started = Import.objects.get(partnership_id=viewer.partnership_id, idempotency_key=idempotency_key)
        return Uploaded(started.pk, is_new=False)
    if at_once:
        read_import(started.pk, viewer.person_id)
    return Uploaded(started.pk, is_new=True)


def _known_import(viewer: Viewer, sha256: str) -> Import | None:
    return (
        Import.objects.filter(partnership_id=viewer.partnership_id, document__sha256=sha256, state__in=_OPEN)
        .order_by("-pk")
        .first()
    )


def _start(viewer: Viewer, name: str, sha256: str, size_bytes: int, key: UUID) -> Import:
    document, _ = SourceDocument.objects.get_or_create(
        partnership_id=viewer.partnership_id,
        sha256=sha256,
        defaults={
            "name": name,
            "size_bytes": size_bytes,
            "uploaded_by_id": viewer.person_id,
            "uploaded_at": timezone.now(),
        },
    )
    started = Import.objects.create(
        partnership_id=viewer.partnership_id,
        document=document,
        idempotency_key=key,
        started_by_id=viewer.person_id,
        started_at=timezone.now(),
    )
    record(
        viewer,
        action="upload document",
        thing="import",
        thing_id=started.pk,
        summary=name,
        after=f"SHA-256 {sha256}",
    )
    return started


def retry_import(viewer: Viewer, *, import_id: int, version: int) -> None:
    """Have a refused document read again, for example with a newer reader.

    Raises EditConflictError unless it still stands refused.
    """
    viewer.require(Permission.IMPORT_PLANS)
    with transaction.atomic():
        found = import_in_review(viewer, import_id, version, may=(ImportState.REFUSED,))
        step_import(found, ImportState.READING)
        Import.objects.filter(pk=import_id).update(started_at=timezone.now())
        record(viewer, action="retry document", thing="import", thing_id=import_id)
        enqueue(READ_JOB, import_id, viewer.person_id)


def read_import(import_id: int, person_id: int | None) -> None:
    """The worker's job: read the document and keep the draft, or the sentence that refuses it.

    Running it again on a document already read changes nothing.
    """
    started = Import.objects.select_related("document").get(pk=import_id)
    if started.state != ImportState.READING:
        return
    viewer = viewer_in(person_id, started.partnership_id)
    try:
        draft = read_guarded(
            kept_file(started.document.sha256),
            name=started.document.name,
            progress=lambda done, total: _note_progress(import_id, done, total),
        )
    except RefusedError as refused:
        _finish(viewer, import_id, ImportState.REFUSED, refusal=str(refused))
        return
    words = draft_to_json(draft)
    _finish(viewer, import_id, ImportState.REVIEW, draft_read=words, draft=words, refusal="")


def _note_progress(import_id: int, done: int, total: int) -> None:
    Import.objects.filter(pk=import_id).update(steps_done=done, steps_total=total)


def _finish(viewer: Viewer, import_id: int, state: ImportState, **found: str) -> None:
    with transaction.atomic():
        changed = Import.objects.filter(pk=import_id, state=ImportState.READING).update(state=state, **found)
        if changed:
            record(
                viewer,
                action="read document",
                thing="import",
                thing_id=import_id,
                summary=found.get("refusal") or "Read; waiting for review",
            )
