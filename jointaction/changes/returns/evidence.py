"""Files attached to an answer: pictures drawn anew, documents as they came, nothing else."""

import tempfile
from pathlib import Path, PurePath

from django.db import transaction
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.changes.returns.answers import empty_answer
from jointaction.changes.returns.steps import locked_return
from jointaction.domain.access import NotVisibleError, Viewer
from jointaction.domain.life import StepError
from jointaction.domain.plans import Problem, ProblemsError
from jointaction.domain.returns import ReturnState
from jointaction.queries.returns import require_in_sight
from jointaction.sources.documents.kinds import DocumentKind
from jointaction.sources.guard import LIMITS, RefusedError, photo_guarded
from jointaction.sources.guard.checks import check_file
from jointaction.store.files import keep_file
from jointaction.store.models import Evidence, Return

MOST_BYTES = 10_000_000
MOST_FILES = 10
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"RIFF")
_DOCUMENTS = {
    DocumentKind.PDF: ("application/pdf", ".pdf"),
    DocumentKind.WORD: ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
    DocumentKind.EXCEL: ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
}
TOO_LARGE = "The file is larger than 10 MB. Save it smaller, or attach the pages that matter."
NO_KIND = "Attach a picture (JPEG or PNG), a PDF, a Word document (.docx) or an Excel sheet (.xlsx)."
TOO_MANY = f"There are {MOST_FILES} files already. Remove one first."


def attach_evidence(
    viewer: Viewer, *, return_id: int, objective_id: int, area_id: int | None, path: Path, name: str
) -> None:
    """Keep a file with the answer in a box of the viewer's return; the same file twice is kept once.

    Raises ProblemsError for a file that is not taken, StepError when the return takes nothing any more.
    """
    require_in_sight(viewer, return_id)
    sha256, media_type, name, size_bytes = _taken_in(path, name)
    with transaction.atomic():
        found = _open_return(viewer, return_id)
        answer = empty_answer(viewer, found, objective_id, area_id)
        files = Evidence.objects.filter(answer=answer)
        if files.filter(sha256=sha256).exists():
            return
        if files.count() >= MOST_FILES:
            raise ProblemsError((Problem("file", TOO_MANY),))
        Evidence.objects.create(
            answer=answer,
            name=name,
            media_type=media_type,
            sha256=sha256,
            size_bytes=size_bytes,
            added_by=viewer.name[:120],
            added_at=timezone.now(),
        )
        _record(viewer, "attach file", found, f"{name}, SHA-256 {sha256}")


def remove_evidence(viewer: Viewer, *, return_id: int, evidence_id: int) -> None:
    """Take a file off an answer; the sweeping removes it from disk where nothing else names it."""
    with transaction.atomic():
        found = _open_return(viewer, return_id)
        evidence = Evidence.objects.filter(pk=evidence_id, answer__of_return=found).first()
        if evidence is None:
            raise NotVisibleError("evidence")
        evidence.delete()
        _record(viewer, "remove file", found, f"{evidence.name}, SHA-256 {evidence.sha256}")


def _open_return(viewer: Viewer, return_id: int) -> Return:
    found = locked_return(viewer, return_id)
    if not ReturnState(found.state).is_open:
        raise StepError(f"This return is {found.state}; nothing more can be attached to it.")
    return found


def _taken_in(path: Path, name: str) -> tuple[str, str, str, int]:
    """The kept file's SHA-256, media type, name and size; what it is says its content, never its name."""
    if path.stat().st_size > MOST_BYTES:
        raise ProblemsError((Problem("file", TOO_LARGE),))
    stem = PurePath(name.replace("\0", "")).stem[:200] or "file"
    try:
        with path.open("rb") as file:
            is_picture = file.read(16).startswith(_PICTURES)
        if is_picture:
            return _kept_picture(path, stem)
        kind = check_file(path, name, LIMITS)
    except RefusedError as refused:
        raise ProblemsError((Problem("file", refused.message),)) from refused
    if kind not in _DOCUMENTS:
        raise ProblemsError((Problem("file", NO_KIND),))
    media_type, ending = _DOCUMENTS[kind]
    return keep_file(path), media_type, stem + ending, path.stat().st_size


def _kept_picture(path: Path, stem: str) -> tuple[str, str, str, int]:
    content = photo_guarded(path)
    is_photo = content.startswith(_PICTURES[0])
    with tempfile.NamedTemporaryFile() as drawn:
        drawn.write(content)
        drawn.flush()
        sha256 = keep_file(Path(drawn.name))
    media_type, ending = ("image/jpeg", ".jpg") if is_photo else ("image/png", ".png")
    return sha256, media_type, stem + ending, len(content)


def _record(viewer: Viewer, action: str, found: Return, summary: str) -> None:
    record(viewer, action=action, thing="return", thing_id=found.pk, summary=summary)
