"""Taking a file of an issued paper: the very bytes that were issued, else damage told and noted."""

from hashlib import sha256

from django.db import transaction

from jointaction.changes.audit import record
from jointaction.domain.access import NotVisibleError, Viewer
from jointaction.domain.papers import DamagedPaperError
from jointaction.queries.files import KeptFile
from jointaction.queries.paper_json import paper_from_json
from jointaction.queries.paper_making import issued_paper
from jointaction.reports.formats import FORMATS, file_name
from jointaction.store.files import kept_file
from jointaction.store.models import PaperFile


def issued_file(viewer: Viewer, *, number: int, extension: str) -> KeptFile:
    """A form of an issued paper, byte for byte as it was issued.

    Raises NotAllowedError, NotVisibleError without it, DamagedPaperError when the kept bytes are no longer
    those that were issued; that is noted in the audit trail.
    """
    kept = issued_paper(viewer, number)
    file = PaperFile.objects.filter(paper=kept, extension=extension).first()
    if file is None or extension not in FORMATS:
        raise NotVisibleError("file")
    path = kept_file(file.sha256)
    content = path.read_bytes() if path.exists() else b""
    if sha256(content).hexdigest() != file.sha256:
        _note_damage(viewer, kept.pk, f"Paper {number}, {extension}: SHA-256 should be {file.sha256}")
        raise DamagedPaperError(f"paper {number}, {extension}")
    name = file_name(paper_from_json(kept.content), extension)
    return KeptFile(name.replace("paper-", f"paper-{number}-", 1), content)


def _note_damage(viewer: Viewer, paper_id: int, told: str) -> None:
    with transaction.atomic():
        record(viewer, action="find paper damaged", thing="paper", thing_id=paper_id, summary=told)
