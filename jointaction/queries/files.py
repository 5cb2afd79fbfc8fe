"""Files people may take away: the right is asked at each request."""

from dataclasses import dataclass

from jointaction.domain.access import NotVisibleError, Viewer
from jointaction.queries.imports import import_row_page, original_document
from jointaction.queries.returns import return_in_sight
from jointaction.sources.guard import RefusedError, page_picture_guarded
from jointaction.store.files import kept_file
from jointaction.store.models import Evidence


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A kept document: its own name and its bytes, unchanged."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class KeptEvidence:
    """A file attached to an answer: the name and kind we gave it, and its bytes."""

    name: str
    content: bytes
    media_type: str


def page_picture(viewer: Viewer, import_id: int, key: str, page: int) -> bytes:
    """A page of a PDF in review as PNG bytes, the cells of one row marked.

    Raises NotVisibleError when there is no such row or page to show.
    """
    row = import_row_page(viewer, import_id, key).row
    places = [origin.place for origin in row.origins if origin.place.page == page and origin.place.box]
    if not places:
        raise NotVisibleError("page")
    _, sha256 = original_document(viewer, import_id)
    try:
        return page_picture_guarded(
            kept_file(sha256), page, tuple(place.box for place in places if place.box)
        )
    except (RefusedError, FileNotFoundError) as error:
        raise NotVisibleError("page") from error


def original_file(viewer: Viewer, import_id: int) -> KeptFile:
    """The file an import was read from; raises NotVisibleError when it is not the viewer's or is gone."""
    name, sha256 = original_document(viewer, import_id)
    path = kept_file(sha256)
    if not path.exists():
        raise NotVisibleError("file")
    return KeptFile(name, path.read_bytes())


def evidence_file(viewer: Viewer, return_id: int, evidence_id: int) -> KeptEvidence:
    """A file attached to an answer of a return in the viewer's sight; raises NotVisibleError without one."""
    found = return_in_sight(viewer, return_id)
    evidence = Evidence.objects.filter(pk=evidence_id, answer__of_return=found).first()
    if evidence is None or not kept_file(evidence.sha256).exists():
        raise NotVisibleError("evidence")
    return KeptEvidence(evidence.name, kept_file(evidence.sha256).read_bytes(), evidence.media_type)
