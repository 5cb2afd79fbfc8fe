"""Files people may take away: the right is asked at each request."""

from dataclasses import dataclass

from jointaction.domain.access import NotVisibleError, Viewer
from jointaction.queries.imports import import_row_page, original_document
from jointaction.sources.guard import RefusedError, page_picture_guarded
from jointaction.store.files import kept_file


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A kept document: its own name and its bytes, unchanged."""

    name: str
    content: bytes


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
