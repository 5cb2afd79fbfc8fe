from jointaction.sources.documents.refusal import RefusedError
from jointaction.sources.guard.limits import LIMITS, Limits
from jointaction.sources.guard.reading import (
    cells_guarded,
    list_guarded,
    page_picture_guarded,
    photo_guarded,
    read_guarded,
)
from jointaction.sources.guard.templates import fill_guarded

__all__ = [
    "LIMITS",
    "Limits",
    "RefusedError",
    "cells_guarded",
    "fill_guarded",
    "list_guarded",
    "page_picture_guarded",
    "photo_guarded",
    "read_guarded",
]
