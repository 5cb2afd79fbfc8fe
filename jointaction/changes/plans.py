"""Writes a plan's content into the tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db import transaction
from django.db.models import Model

from jointaction.changes.audit import record
from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.drafts import PlanDraft, RowDraft, ThemeDraft
from jointaction.domain.fields import Field
from jointaction.domain.parties import Known, folded, match, written_party
from jointaction.domain.periods import PlanYear
from jointaction.store.models import (
    Action,
    Agency,
    Area,
    Group,
    IndicatorRef,
    Measure,
    Note,
    Objective,
    Origin,
    Party,
    PartyPart,
    Plan,
    Theme,
    Update,
)

Line = Action | Measure | IndicatorRef | Note | Party | Origin | Update
Row = TypeVar("Row", bound=Model)
LONGEST_NAME = 200


@dataclass(slots=True)
class PartyBook:
    """The agencies, groups and areas a partnership knows; unknown names are added as they are met."""

    partnership_id: int
    agencies: list[Known]
    groups: list[Known]
    areas: list[Known]

    @classmethod
    def of(cls, partnership_id: int) -> "PartyBook":
        """The book as it stands in the tables."""

        def known(kind: type[Agency] | type[Group] | type[Area]) -> list[Known]:
            return [
                Known(thing.pk, thing.names)
                for thing in kind._default_manager.filter(partnership_id=partnership_id)
            ]

        return cls(partnership_id, known(Agency), known(Group), known(Area))

    def party(self, objective: Objective, position: int, part: PartyPart, words: str) -> Party:
        """The row for a name as a plan writes it, tied to the agency or group it means.

        A lead or supporting name that is a known group is that group; a job title with its employer is
        the employer; other unknown lead names are added. Unknown supporters, and marks without a letter,
        stay as words only.
        """
        party = Party(objective=objective, position=position, part=part, text=words)
        name, whole = written_party(words).name[:LONGEST_NAME], words[:LONGEST_NAME]
        party.agency_id = match(name, self.agencies)
        if part is PartyPart.LEAD_GROUP or party.agency_id is None:
            party.group_id = match(whole, self.groups)
            party.agency_id = None if party.group_id else party.agency_id
        if part is PartyPart.LEAD_GROUP and party.group_id is None and party.agency_id is None:
            party.group_id = self._added(Group, self.groups, whole)
        if part is PartyPart.LEAD_AGENCY and party.group_id is None and party.agency_id is None:
            party.agency_id = self._added(Agency, self.agencies, name)
        return party

    def area_id(self, words: str) -> int | None:
        """The area written like this, added where it is new; None for marks without a letter."""
        name = words[:LONGEST_NAME]
        known = match(name, self.areas)
        return known if known is not None else self._added(Area, self.areas, name)

    def _added(
        self, kind: type[Agency] | type[Group] | type[Area], known: list[Known], name: str
    ) -> int | None:
        if not folded(name):
            return None
        thing = kind._default_manager.create(partnership_id=self.partnership_id, name=name)
        known.append(Known(thing.pk, thing.names))
        return thing.pk


def write_plan(
    viewer: Viewer, plan: PlanDraft, book: PartyBook, *, import_id: int | None, accepted_at: datetime
) -> int:
    """Save a plan with all its rows, in the caller's transaction; returns its id."""
    year = PlanYear.read(plan.year or "")
    kept = Plan.objects.create(
        partnership_id=viewer.partnership_id,
        title=(plan.title or "")[:300],
        year_first=year.first,
        years=year.years,
        columns=[[column.heading, column.field.value] for column in plan.columns],
        came_from_id=import_id,
        accepted_at=accepted_at,
    )
    lines: list[Line] = []
    for position, theme in enumerate(plan.themes):
        _write_theme(kept, position, theme, book, lines)
    for kind in (Action, Measure, IndicatorRef, Note, Party, Origin, Update):
        _create(kind, lines)
    record(
        viewer,
        action="make plan",
        thing="plan",
        thing_id=kept.pk,
        summary=f"{kept.title}, {len(plan.rows)} objectives",
    )
    return kept.pk


def _create(kind: type[Row], lines: list[Line]) -> None:
    kind._default_manager.bulk_create([line for line in lines if isinstance(line, kind)])


def publish_plan(viewer: Viewer, *, plan_id: int, is_public: bool) -> None:
    """Show a plan to the public, or take it back; raises NotAllowedError or NotVisibleError."""
    viewer.require(Permission.PUBLISH_PLANS)
    with transaction.atomic():
        plans = Plan.objects.filter(pk=plan_id, partnership_id=viewer.partnership_id)
        changed = plans.update(is_public=is_public)
        if not changed:
            raise NotVisibleError("plan")
        record(
            viewer, action="publish plan" if is_public else "withdraw plan", thing="plan", thing_id=plan_id
        )


def _write_theme(plan: Plan, position: int, theme: ThemeDraft, book: PartyBook, lines: list[Line]) -> None:
    kept = Theme.objects.create(
        plan=plan,
        position=position,
        number=theme.number and theme.number[:20],
        title=theme.title and theme.title[:500],
    )
    for row_position, row in enumerate(theme.rows):
        objective = Objective.objects.create(
            theme=kept,
            position=row_position,
            ref=row.ref and row.ref[:40],
            text=row.objective,
            timescale=row.timescale,
            funding=row.funding,
            status=row.status,
            baseline=row.baseline,
            target=row.target,
        )
        lines += _row_lines(objective, row, book)


def _row_lines(objective: Objective, row: RowDraft, book: PartyBook) -> Iterable[Line]:
    for kind, texts in ((Action, row.actions), (Measure, row.measures), (IndicatorRef, row.indicator_refs)):
        yield from (kind(objective=objective, position=at, text=text) for at, text in enumerate(texts))
    for part in PartyPart:
        names: tuple[str, ...] = getattr(row, Field(part.value).value)
        yield from (book.party(objective, at, part, words) for at, words in enumerate(names))
    for at, note in enumerate(row.notes):
        yield Note(objective=objective, position=at, heading=note.heading, text=note.text)
    for at, update in enumerate(row.updates):
        area_id = book.area_id(update.area) if update.area else None
        yield Update(
            objective=objective, position=at, period=update.period, area_id=area_id, text=update.text
        )
    for at, origin in enumerate(row.origins):
        yield Origin(
            objective=objective,
            position=at,
            field=origin.field.value,
            area=origin.area,
            page=origin.place.page,
            line=origin.place.line,
            cell=origin.place.cell,
            sheet=origin.place.sheet,
            table=origin.place.table,
            source_text=origin.source_text,
            confidence=origin.confidence,
        )
