"""A record of pieces as the draft of a row: fields filled, doubts told, every source cell remembered."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from jointaction.domain.drafts import CellOrigin, NoteDraft, ReadingWarning, RowDraft, UpdateDraft
from jointaction.domain.fields import TEXT_FIELDS, Field
from jointaction.domain.money_and_dates import with_cells_read
from jointaction.domain.periods import Period, PlanYear
from jointaction.sources.documents.celltext import CellText, cell_text
from jointaction.sources.documents.doubts import column_doubts, lost_words, repeated_ref
from jointaction.sources.documents.fitness import NAME_FIELDS, is_empty_mark
from jointaction.sources.documents.headings import Column, meaning
from jointaction.sources.documents.innernames import parted_names
from jointaction.sources.documents.innerupdates import without_updates
from jointaction.sources.documents.names import codes, names
from jointaction.sources.documents.record import Piece, Record
from jointaction.sources.documents.splitting import comma_items, items
from jointaction.sources.documents.wordstock import WordStock

_INNER_REF = re.compile(
    r"(?:(?:Objective|Aim|Goal|Recommendation|Action)\s+(?P<labelled>\d{1,2}(?:\.\d{1,2}){0,2})\s*[.):–—-]+"
    r"|(?P<bare>\d{1,2}(?:\.\d{1,2}){1,2}|\d{1,2}[.)]))\s+(?=[A-Z\"'])"
)


@dataclass(frozen=True, slots=True)
class RowContext:
    """What a row's section and plan say for all its rows."""

    columns: tuple[Column, ...]
    stock: WordStock
    year: PlanYear | None
    period: Period | None = None
    status: str | None = None
    stated: Period | None = None


@dataclass(slots=True)
class _Filling:
    """The row so far: texts by field, and what is to be told."""

    texts: dict[Field, list[str]] = field(default_factory=dict)
    updates: list[UpdateDraft] = field(default_factory=list)
    notes: list[NoteDraft] = field(default_factory=list)
    origins: list[CellOrigin] = field(default_factory=list)
    warnings: list[ReadingWarning] = field(default_factory=list)


def row_draft(record: Record, context: RowContext, key: str) -> RowDraft:
    """The row a record holds, with its origins and warnings."""
    filling = _Filling()
    for column, pieces in _columns(record, context.columns):
        _fill(filling, column, pieces, context)
    filling.warnings += lost_words(record)
    _settle_ref(filling)
    return _row(filling, record, context, key)


def _columns(record: Record, columns: tuple[Column, ...]) -> Iterator[tuple[Column, list[Piece]]]:
    """Each filled column with its pieces; updates inside another cell stand in a column of their own."""
    has_updates = any(column.field is Field.UPDATE for column in columns)
    for place, column in enumerate(columns):
        pieces = record.pieces.get(place, [])
        if has_updates or column.field not in {Field.ACTION, Field.OBJECTIVE}:
            told: list[Piece] = []
        else:
            pieces, told = without_updates(pieces)
        if column.field in NAME_FIELDS:
            yield from _named_columns(column, pieces)
        elif pieces:
            yield column, pieces
        if told:
            yield Column(Field.UPDATE, column.heading), told


def _named_columns(column: Column, pieces: list[Piece]) -> Iterator[tuple[Column, list[Piece]]]:
    """A column of names as one column for each field that labels in its cells name."""
    parts: dict[Field, list[Piece]] = {}
    for named, piece in parted_names(column.field, pieces):
        parts.setdefault(named, []).append(piece)
    for named, own in parts.items():
        yield replace(column, field=named), own


def theme_value(record: Record, columns: tuple[Column, ...], stock: WordStock) -> str | None:
    """What the row says in a theme column, if the plan has one."""
    for place, column in enumerate(columns):
        if column.field is Field.THEME and place in record.pieces:
            return cell_text(record.pieces[place], Field.THEME, stock).text.replace("\n", " ") or None
    return None


def _fill(filling: _Filling, column: Column, pieces: list[Piece], context: RowContext) -> None:
    text = cell_text(_once(pieces, column.field), column.field, context.stock)
    sure = 0.9 if text.rejoined else 1.0
    filling.origins += [
        CellOrigin(column.field, piece.place, piece.source, round(piece.confidence * sure, 2), column.area)
        for piece in pieces
    ]
    filling.warnings += column_doubts(column, pieces, text)
    if is_empty_mark(text.text) or not text.text:
        return
    match column.field:
        case Field.UPDATE if _has_lost_quarter(column, context):
            filling.notes.append(NoteDraft(_note_heading(column), text.text))
        case Field.UPDATE:
            filling.updates.append(_update(column, text, context))
        case Field.NOTE:
            filling.notes.append(NoteDraft(_note_heading(column), text.text))
        case Field.STATUS:
            _fill_status(filling, column, text)
        case _:
            filling.texts.setdefault(column.field, []).append(text.text)


def _once(pieces: list[Piece], wanted: Field) -> list[Piece]:
    """The pieces; where each line of one objective says the same date, money or status, the first alone."""
    said = {piece.text.strip().lower() for piece in pieces}
    return pieces[:1] if wanted in TEXT_FIELDS - {Field.REF, Field.OBJECTIVE} and len(said) == 1 else pieces


def _fill_status(filling: _Filling, column: Column, text: CellText) -> None:
    """The latest column's status is the row's; earlier ones stay as notes."""
    told = filling.texts.setdefault(Field.STATUS, [])
    if told:
        filling.notes.append(NoteDraft(filling.texts.pop(Field.THEME, ["Status"])[0], told.pop()))
    told.append(text.text)
    filling.texts[Field.THEME] = [_note_heading(column)]


def _note_heading(column: Column) -> str:
    return f"{column.heading} {column.part}" if column.part else column.heading


def _has_lost_quarter(column: Column, context: RowContext) -> bool:
    """Whether a status of a quarter would lose its quarter, as neither plan nor heading names a year."""
    is_status = column.quarter is not None and meaning(column.heading) is Field.STATUS
    return is_status and column.period(context.year) is None


def _update(column: Column, text: CellText, context: RowContext) -> UpdateDraft:
    period = column.period(context.year)
    if context.period and (period is None or period.quarter is None) and column.has_time:
        period = context.period
    named = period or context.stated or (Period(context.year) if context.year else None)
    return UpdateDraft(text.text, str(named) if named else None, column.area)


def _settle_ref(filling: _Filling) -> None:
    """A reference repeated, or only standing, at the head of the objective or action is taken off it."""
    for wanted in (Field.OBJECTIVE, Field.ACTION):
        texts = filling.texts.get(wanted)
        if not texts:
            continue
        ref = " ".join(filling.texts.get(Field.REF, []))
        match = _INNER_REF.match(texts[0])
        inner = (match["labelled"] or match["bare"]).rstrip(".)") if match else ""
        if match and inner == ref.rstrip(".)"):
            filling.warnings.append(repeated_ref(wanted, texts[0]))
        if match and (not ref or inner == ref.rstrip(".)")):
            filling.texts[Field.REF] = [inner]
            texts[0] = texts[0][match.end() :]
        return


def _row(filling: _Filling, record: Record, context: RowContext, key: str) -> RowDraft:
    def text(wanted: Field) -> str | None:
        return "\n".join(filling.texts.get(wanted, [])) or None

    ref = text(Field.REF)
    row = RowDraft(
        key,
        ref=ref.strip().rstrip(".)") if ref else None,
        objective=(text(Field.OBJECTIVE) or "").replace("\n", " "),
        actions=_items(filling, Field.ACTION),
        indicator_refs=codes(text(Field.INDICATOR) or ""),
        lead_agencies=names(text(Field.LEAD_AGENCY) or ""),
        lead_groups=names(text(Field.LEAD_GROUP) or ""),
        support=names(text(Field.SUPPORT) or ""),
        timescale=text(Field.TIMESCALE),
        funding=text(Field.FUNDING),
        status=text(Field.STATUS) or context.status,
        baseline=text(Field.BASELINE),
        target=text(Field.TARGET),
        updates=tuple(filling.updates),
        notes=tuple(filling.notes),
        source=record.place,
        origins=tuple(filling.origins),
    )
    return replace(_with_measures(with_cells_read(row), filling), warnings=tuple(filling.warnings))


def _items(filling: _Filling, wanted: Field) -> tuple[str, ...]:
    return items((line for text in filling.texts.get(wanted, []) for line in text.split("\n")), wanted)


def _with_measures(row: RowDraft, filling: _Filling) -> RowDraft:
    whole = _items(filling, Field.MEASURE)
    cut = tuple(part for item in whole for part in comma_items(item))
    if cut != whole:
        message = "A list with commas was cut into single measures. Join them if they are one."
        filling.warnings.append(ReadingWarning("list-split", message, "\n".join(whole), Field.MEASURE))
    return replace(row, measures=cut)
