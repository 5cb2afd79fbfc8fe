"""Files people may take away: the right is asked at each request."""

from dataclasses import dataclass

from jointaction.domain.access import NotVisibleError, Viewer
from jointaction.queries.imports import original_document
from jointaction.store.files import kept_file


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A kept document: its own name and its bytes, unchanged."""

    name: str
    content: bytes


def original_file(viewer: Viewer, import_id: int) -> KeptFile:
    """The file an import was read from; raises NotVisibleError when it is not the viewer's or is gone."""
    name, sha256 = original_document(viewer, import_id)
    path = kept_file(sha256)
    if not path.exists():
        raise NotVisibleError("file")
    return KeptFile(name, path.read_bytes())
