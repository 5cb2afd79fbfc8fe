from jointaction.sources.documents.refusal import RefusedError
from jointaction.sources.guard.limits import LIMITS, Limits
from jointaction.sources.guard.reading import list_guarded, page_picture_guarded, photo_guarded, read_guarded

__all__ = [
    "LIMITS",
    "Limits",
    "RefusedError",
    "list_guarded",
    "page_picture_guarded",
    "photo_guarded",
    "read_guarded",
]
