"""A plan document comes in from a program."""

import hashlib
from pathlib import Path
from typing import cast
from uuid import UUID

from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import HttpResponse
from ninja import File, Schema, Status, UploadedFile
from ninja.params import HeaderEx, P

from jointaction.api import routers
from jointaction.api.door import ApiRequest
from jointaction.api.problems import ON_WRITES, ProblemDetails
from jointaction.changes.imports.upload import upload_document
from jointaction.domain.access import Permission
from jointaction.domain.plans import Problem, ProblemsError
from jointaction.queries.imports import original_document

IdempotencyKey = HeaderEx[UUID, P(alias="Idempotency-Key", description="A UUID of your own for this upload.")]


class UploadAnswer(Schema):
    """The import a document has; `is_new` is false where the same document was already here."""

    import_id: int
    is_new: bool


@routers.imports.post("/imports", response={200: UploadAnswer, 201: UploadAnswer, ON_WRITES: ProblemDetails})
def upload(
    request: ApiRequest,
    response: HttpResponse,
    document: File[UploadedFile],
    key: IdempotencyKey,
) -> Status[UploadAnswer]:
    """Bring in a plan document: it is kept and read, nothing of it becomes a plan yet.

    Sent again with the same key it is answered again; the same document under another key is recognised.
    """
    viewer = request.auth.viewer
    viewer.require(Permission.IMPORT_PLANS)
    file = cast(TemporaryUploadedFile, document)
    if not file.size:
        raise ProblemsError((Problem("document", "The document is empty. Send another."),))
    path = Path(file.temporary_file_path())
    name = Path(str(file.name)).name
    uploaded = upload_document(viewer, path=path, name=name, idempotency_key=key)
    if not uploaded.is_new and original_document(viewer, uploaded.import_id)[1] != _sha256(path):
        raise ProblemsError((Problem("Idempotency-Key", "This key was used for another document."),))
    response["Location"] = f"{request.path}/{uploaded.import_id}"
    answer = UploadAnswer(import_id=uploaded.import_id, is_new=uploaded.is_new)
    return Status(201 if uploaded.is_new else 200, answer)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
