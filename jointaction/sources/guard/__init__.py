from jointaction.sources.documents.refusal import RefusedError
from jointaction.sources.guard.limits import LIMITS, Limits
from jointaction.sources.guard.reading import page_picture_guarded, read_guarded

__all__ = ["LIMITS", "Limits", "RefusedError", "page_picture_guarded", "read_guarded"]
