"""Updates written inside another cell: Action text, then “Update - ...” below it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from jointaction.sources.documents.record import Piece

_MARK = re.compile(r"(?:^|(?<=[\s.]))(?:Progress|Quarterly)?\s*(?:Update|Progress)\s*[-–—:]\s*")


def without_updates(pieces: Iterable[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces without the updates in them, and the updates as pieces of their own."""
    kept: list[Piece] = []
    told: list[Piece] = []
    for piece in pieces:
        before, *after = _MARK.split(piece.text, maxsplit=1)
        if before.strip():
            kept.append(replace(piece, text=before))
        told += [replace(piece, text=text, begins=True) for text in after if text.strip()]
    return kept, told
