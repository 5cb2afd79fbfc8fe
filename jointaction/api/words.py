"""The words of a row as a program sends them."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from jointaction.api.values import Sent, Text, Texts, Word
from jointaction.domain.drafts import NoteDraft, RowDraft, UpdateDraft
from jointaction.domain.periods import Period

_LINES = ("actions", "measures", "indicator_refs", "lead_agencies", "lead_groups", "support")


def _period(words: str | None) -> str | None:
    return str(Period.read(words)) if words and words.strip() else None


class UpdateWords(Sent):
    """What was reported for a period ("2008-09 Q4", "2008-09") and, where the plan splits, an area."""

    text: Text
    period: Annotated[Word | None, AfterValidator(_period)] = None
    area: Word | None = None


class NoteWords(Sent):
    """Text of a column without a field of its own."""

    heading: Word
    text: Text


class RowWords(Sent):
    """The words to change; a field left out stays, a list sent replaces the list that is there."""

    ref: Word | None = None
    objective: Text | None = None
    actions: Texts | None = None
    measures: Texts | None = None
    indicator_refs: Texts | None = None
    lead_agencies: Texts | None = None
    lead_groups: Texts | None = None
    support: Texts | None = None
    timescale: Text | None = None
    funding: Text | None = None
    status: Text | None = None
    baseline: Text | None = None
    target: Text | None = None
    updates: Annotated[list[UpdateWords], Field(max_length=300)] | None = None
    notes: Annotated[list[NoteWords], Field(max_length=300)] | None = None


def corrected(row: RowDraft, words: RowWords) -> RowDraft:
    """The row with the words that were sent; null empties a field."""
    sent = words.model_fields_set
    texts: dict[str, Any] = {
        name: _plain(getattr(words, name)) or None for name in sent - {*_LINES, "updates", "notes"}
    }
    if "objective" in texts:
        texts["objective"] = texts["objective"] or ""
    lists: dict[str, Any] = {name: _entries(getattr(words, name) or ()) for name in sent & set(_LINES)}
    if "updates" in sent:
        lists["updates"] = tuple(
            UpdateDraft(_plain(each.text), each.period, _plain(each.area) or None)
            for each in words.updates or ()
            if _plain(each.text)
        )
    if "notes" in sent:
        lists["notes"] = tuple(
            NoteDraft(each.heading, _plain(each.text)) for each in words.notes or () if _plain(each.text)
        )
    return replace(row, **texts, **lists)


def _entries(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(text for line in lines if (text := _plain(line)))


def _plain(text: str | None) -> str:
    return (text or "").replace("\r\n", "\n").strip()
