"""Leads and supporters named in one cell by labels: “Lead: Police; Support: Council”."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from jointaction.domain.fields import Field
from jointaction.sources.documents.fitness import NAME_FIELDS
from jointaction.sources.documents.headings import meaning
from jointaction.sources.documents.record import Piece

_LABEL = re.compile(
    r"(?:^|(?<=[\s;,.]))((?:lead|supporting|support|partner|contributing|responsible|delivery)s?"
    r"(?:\s+(?:agency|agencies|officer|officers|organisation|organisations|partner|partners|group|body))?)"
    r"\s*[:–]\s*",
    re.IGNORECASE,
)


def parted_names(field: Field, pieces: Iterable[Piece]) -> Iterator[tuple[Field, Piece]]:
    """The pieces of a column of names, each with the field its label gives, or with the column's own."""
    named = field
    for piece in pieces:
        before, *labelled = _LABEL.split(piece.text)
        if before.strip(" \n;,"):
            yield named, replace(piece, text=before) if labelled else piece
        for label, text in zip(labelled[::2], labelled[1::2], strict=True):
            named = _named(label, field)
            if text.strip(" \n;,"):
                yield named, replace(piece, text=text.strip(" \n;,"), begins=True)


def _named(label: str, field: Field) -> Field:
    found = meaning(label)
    return found if found in NAME_FIELDS else field
