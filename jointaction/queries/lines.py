"""The lines of a stored plan by objective, read as bare values: a large plan has thousands of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple, TypeVar

from django.db import connection
from django.db.models import Model, QuerySet

from jointaction.domain.drafts import CellOrigin, NoteDraft, Place, RowDraft, ThemeDraft, UpdateDraft
from jointaction.domain.fields import Field
from jointaction.domain.life import FundingKind, Strand
from jointaction.domain.statuses import StatusMark
from jointaction.queries.pages import PartyLine
from jointaction.store.models import (
    Action,
    IndicatorRef,
    Measure,
    Note,
    Objective,
    Origin,
    Party,
    PartyPart,
    StatusSet,
    Theme,
    ThemeStrand,
    Update,
)

Line = TypeVar("Line")
PART_LABELS = {part.value: str(part.label) for part in PartyPart}
# Asked once: a member's value costs a call, and a plan has thousands of parties.
LEAD_AGENCY, LEAD_GROUP, SUPPORT = (
    part.value for part in (PartyPart.LEAD_AGENCY, PartyPart.LEAD_GROUP, PartyPart.SUPPORT)
)


class _Objective(NamedTuple):
    """An objective's own columns, named as the table names them."""

    theme_id: int
    pk: int
    ref: str | None
    text: str
    timescale: str | None
    funding: str | None
    status: str | None
    baseline: str | None
    target: str | None
    due_on: date | None
    funding_kind: str
    cost_planned: Decimal | None
    cost_spent: Decimal | None


class _Party(NamedTuple):
    """A party's words and part, and the agency or group it means."""

    text: str
    part: str
    agency_id: int | None
    agency__name: str
    group_id: int | None
    group__name: str


class _Mark(NamedTuple):
    """How an objective was said to stand."""

    status: str
    period: str
    area__name: str | None
    reason: str


class _Origin(NamedTuple):
    """Where a field stood in a document."""

    field: str
    page: int | None
    line: int | None
    cell: str | None
    sheet: str | None
    table: int | None
    source_text: str
    confidence: float
    area: str | None


class PlanLines:
    """All lines of one plan, by objective; the sources' own words only where they are asked for."""

    def __init__(self, plan_id: int, *, with_origins: bool) -> None:
        self.plan_id = plan_id
        self.actions = self._of(Action, str, ("text",))
        self.measures = self._of(Measure, str, ("text",))
        self.indicators = self._of(IndicatorRef, str, ("text",))
        self.notes = self._of(Note, NoteDraft, ("heading", "text"))
        self.parties = self._of(Party, _Party, _Party._fields)
        self.updates = self._of(Update, UpdateDraft, ("text", "period", "area__name"))
        self.marks = self._of(StatusSet, _Mark, _Mark._fields)
        self.origins = self._of(Origin, _Origin, _Origin._fields) if with_origins else {}

    def _of(
        self, table: type[Model], make: Callable[..., Line], columns: Sequence[str]
    ) -> dict[int, list[Line]]:
        found: dict[int, list[Line]] = defaultdict(list)
        with connection.cursor() as cursor:
            cursor.execute(_question(table, tuple(columns)), [self.plan_id])
            for key, *values in cursor:
                found[key].append(make(*values))
        return found

    def themes(self) -> tuple[ThemeDraft, ...]:
        """The plan's themes with their rows, in order."""
        rows: dict[int, list[RowDraft]] = defaultdict(list)
        kept = Objective.objects.filter(theme__plan_id=self.plan_id).values_list(*_Objective._fields)
        for objective in map(_Objective._make, kept):
            rows[objective.theme_id].append(self._row(objective))
        strands = _strands(self.plan_id)
        themes = Theme.objects.filter(plan_id=self.plan_id).values_list("pk", "number", "title")
        return tuple(
            ThemeDraft(number, title, tuple(rows.get(key, ())), strands=strands.get(key, ()))
            for key, number, title in themes
        )

    def party_lines(self) -> dict[str, tuple[PartyLine, ...]]:
        """Each row's leads and supporters by the row's key."""
        return {str(key): tuple(map(_party_line, found)) for key, found in self.parties.items()}

    def _row(self, kept: _Objective) -> RowDraft:
        key = kept.pk
        parties = self.parties.get(key, [])
        return RowDraft(
            key=str(key),
            ref=kept.ref,
            objective=kept.text,
            actions=tuple(self.actions.get(key, ())),
            measures=tuple(self.measures.get(key, ())),
            indicator_refs=tuple(self.indicators.get(key, ())),
            lead_agencies=_names(parties, LEAD_AGENCY),
            lead_groups=_names(parties, LEAD_GROUP),
            support=_names(parties, SUPPORT),
            timescale=kept.timescale,
            funding=kept.funding,
            status=kept.status,
            baseline=kept.baseline,
            target=kept.target,
            due_on=kept.due_on,
            funding_kind=FundingKind(kept.funding_kind) if kept.funding_kind else None,
            cost_planned=kept.cost_planned,
            cost_spent=kept.cost_spent,
            marks=_latest_marks(self.marks.get(key, ())),
            updates=tuple(self.updates.get(key, ())),
            notes=tuple(self.notes.get(key, ())),
            origins=tuple(map(_cell_origin, self.origins.get(key, ()))),
        )


@cache
def _question(table: type[Model], columns: tuple[str, ...]) -> str:
    """The words of the question for a table's lines of one plan.

    Put together once: Django takes longer over each of the eight than the database over its answer.
    No line has a column whose values Django would still have to make something of.
    """
    of_a_plan: QuerySet[Any] = table._default_manager.filter(objective__theme__plan_id=0)
    words, _ = of_a_plan.values_list("objective_id", *columns).query.sql_with_params()
    return words


def origins_of(objective_id: int) -> tuple[CellOrigin, ...]:
    """Where the fields of one objective stood in its document, and the words there."""
    kept = Origin.objects.filter(objective_id=objective_id).values_list(*_Origin._fields)
    return tuple(_cell_origin(_Origin(*values)) for values in kept)


def _names(parties: list[_Party], part: str) -> tuple[str, ...]:
    return tuple(party.text for party in parties if party.part == part)


def _strands(plan_id: int) -> dict[int, tuple[Strand, ...]]:
    found: dict[int, list[Strand]] = defaultdict(list)
    lines = ThemeStrand.objects.filter(theme__plan_id=plan_id).order_by("pk")
    for theme_id, strand in lines.values_list("theme_id", "strand"):
        found[theme_id].append(Strand(strand))
    return {theme_id: tuple(strands) for theme_id, strands in found.items()}


def _latest_marks(lines: Iterable[_Mark]) -> tuple[StatusMark, ...]:
    """For each period and area what was said last; the lines come in the order they were set."""
    latest: dict[tuple[str, str | None], StatusMark] = {}
    for line in lines:
        mark = StatusMark(line.status, line.period, line.area__name, line.reason)
        latest[line.period, line.area__name] = mark
    return tuple(latest.values())


def _party_line(party: _Party) -> PartyLine:
    part = PART_LABELS[party.part]
    if party.agency_id:
        return PartyLine(party.text, part, party.agency__name, "agency", str(party.agency_id))
    if party.group_id:
        return PartyLine(party.text, part, party.group__name, "group", str(party.group_id))
    return PartyLine(party.text, part, "")


def _cell_origin(origin: _Origin) -> CellOrigin:
    place = Place(
        page=origin.page, line=origin.line, cell=origin.cell, sheet=origin.sheet, table=origin.table
    )
    return CellOrigin(Field(origin.field), place, origin.source_text, origin.confidence, origin.area)
