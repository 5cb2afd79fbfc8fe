"""Objectives that stand as a heading over their table: “Objective 1.1: ...” above its actions."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jointaction.domain.drafts import Place
from jointaction.domain.fields import Field
from jointaction.sources.documents.alignment import AlignedCell, AlignedRow
from jointaction.sources.documents.blocks import Paragraph
from jointaction.sources.documents.fitness import is_ref
from jointaction.sources.documents.grid import GridCell
from jointaction.sources.documents.headings import Column, meaning, strength

_OBJECTIVE = re.compile(
    r"(?:(?P<label>(?:(?:strategic|key|corporate|local)\s+)?(?:objective|aim|goal|recommendation|commitment))"
    r"\s*(?P<number>[A-Z]?\d{1,2}(?:\.\d{1,2}){0,2}|(?-i:[A-Z])\b)?(?P<mark>\s*[.):–—-])*\s*"
    r"|(?P<dotted>\d{1,2}\.\d{1,2})[.):]?\s+)(?P<words>[^\W_].*)",
    re.IGNORECASE | re.DOTALL,
)
_TOLD = re.compile(r"(?P<label>[^:]{2,60}):\s+(?P<words>\S.*)", re.DOTALL)
_TOLD_FIELDS = frozenset(
    {
        Field.MEASURE,
        Field.BASELINE,
        Field.TARGET,
        Field.INDICATOR,
        Field.LEAD_AGENCY,
        Field.LEAD_GROUP,
        Field.SUPPORT,
        Field.TIMESCALE,
        Field.FUNDING,
        Field.STATUS,
    }
)
_MAX_WORDS = 60


@dataclass(frozen=True, slots=True)
class Told:
    """Words said for all rows of a table above it: what they mean, what they are called, where they stood."""

    field: Field
    heading: str
    words: str
    source: str
    place: Place


@dataclass(frozen=True, slots=True)
class Objective:
    """An objective above its table: its reference and words, and the lines told with it."""

    text: str
    place: Place
    told: tuple[Told, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """A column for each thing told."""
        return tuple(Column(told.field, told.heading) for told in self.told)


def objective(text: str, place: Place) -> Objective | None:
    """The objective a line names by its label (Objective 1.1: ...) or its number of two parts (1.1 ...)."""
    match = _OBJECTIVE.fullmatch(" ".join(text.split()))
    if (
        not match
        or len(text.split()) > _MAX_WORDS
        or not (match["number"] or match["mark"] or match["dotted"])
    ):
        return None
    ref, words = match["number"] or match["dotted"], match["words"]
    label = (match["label"] or "Objective").capitalize()
    told = [Told(Field.REF, "Ref", ref, text, place)] if ref else []
    return Objective(text, place, (*told, Told(Field.OBJECTIVE, label, words, text, place)))


def told_line(line: Paragraph) -> Told | None:
    """What a line such as “Baseline: 40 calls” above a table says of a field, or None."""
    match = _TOLD.fullmatch(line.text.strip())
    if not match or strength(match["label"]) < 1:
        return None
    field = meaning(match["label"])
    if field not in _TOLD_FIELDS:
        return None
    return Told(field, match["label"].strip(), match["words"], line.text, line.place)


def with_told(
    rows: Sequence[AlignedRow], columns: Sequence[Column], above: Objective
) -> Iterator[AlignedRow]:
    """The rows with what stands above their table: in the first, or in each that has its own reference."""
    refs = [place for place, column in enumerate(columns) if column.field is Field.REF]
    first = True
    for row in rows:
        has_ref = bool(refs) and is_ref(row.text(refs[0]))
        if first or has_ref:
            cells = _cells(above, len(columns), own_ref=has_ref)
            yield AlignedRow((*row.cells, *cells), row.place, row.strip)
        else:
            yield row
        first = False


def _cells(above: Objective, width: int, *, own_ref: bool) -> Iterator[AlignedCell]:
    for place, told in enumerate(above.told, width):
        if not (own_ref and told.field is Field.REF):
            yield AlignedCell(place, GridCell(told.words, told.place, place))


def names_objective(columns: Iterable[Column]) -> bool:
    """Whether a table has a column of its own for its objectives."""
    return any(column.field is Field.OBJECTIVE for column in columns)
