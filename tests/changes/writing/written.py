"""A small plan written by hand, for tests of writing."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

from jointaction.changes.writing.life import Agreement, step_plan
from jointaction.changes.writing.objectives import add_objective
from jointaction.changes.writing.plans import PlanName, begin_plan
from jointaction.changes.writing.themes import ThemeWords, add_theme
from jointaction.domain.access import Viewer
from jointaction.domain.drafts import NoteDraft, RowDraft
from jointaction.domain.life import FundingKind, PlanStep, Strand
from jointaction.domain.tables import DEFAULT_COLUMNS
from jointaction.queries.writing import objective_to_write
from jointaction.store.models import Plan
from tests.domain.drafts import a_row
from tests.made_once import made_once

AGREED = Agreement("Responsible Authorities Group", date(2031, 3, 27))


def full_row() -> RowDraft:
    """A row that fills every field a person can write, and no other."""
    return RowDraft(
        "",
        ref="1.1",
        objective="Fewer boats are stolen",
        actions=("Mark outboard motors", "Light the wharf"),
        measures=("Boats stolen, against last year",),
        indicator_refs=("NI 16",),
        lead_agencies=("Constabulary", "Safety coordinator (AVDC)", "assigned by JAG"),
        lead_groups=("Burglary Group",),
        support=("Rowing club",),
        timescale="By September",
        funding="Match funded by the harbour",
        baseline="41 boats",
        target="30 boats",
        due_on=date(2031, 9, 30),
        funding_kind=FundingKind.PROVIDED,
        cost_planned=Decimal("1250.50"),
        cost_spent=Decimal(300),
        notes=(NoteDraft("Cost code", "C-17"),),
    )


@made_once
def a_written_plan(viewer: Viewer, year: str = "2031-32") -> int:
    """A draft plan with a theme of two objectives and an empty theme; returns its id."""
    name = PlanName("Safer Wharves", year)
    plan_id = begin_plan(viewer, name=name, columns=DEFAULT_COLUMNS, key=uuid4())
    theme_id = add_theme(
        viewer, plan_id=plan_id, words=ThemeWords("1", "Thefts", (Strand.CRIME,)), key=uuid4()
    )
    add_theme(viewer, plan_id=plan_id, words=ThemeWords("2", "Getting home"), key=uuid4())
    for row in (full_row(), a_row("", "More moorings have a lock", ref="1.2")):
        add_objective(viewer, plan_id=plan_id, theme_id=theme_id, row=row, key=uuid4())
    return plan_id


def agree(viewer: Viewer, plan_id: int) -> None:
    """Have a plan agreed."""
    step_plan(viewer, plan_id=plan_id, version=version_of(plan_id), step=PlanStep.AGREE, agreement=AGREED)


def close(viewer: Viewer, plan_id: int) -> None:
    """Have a draft agreed, begun and closed."""
    agree(viewer, plan_id)
    for step in (PlanStep.BEGIN, PlanStep.CLOSE):
        step_plan(viewer, plan_id=plan_id, version=version_of(plan_id), step=step)


def version_of(plan_id: int) -> int:
    """A plan's version as it stands."""
    return Plan.objects.values_list("version", flat=True).get(pk=plan_id)


def seen(viewer: Viewer, plan_id: int, objective_id: int) -> int:
    """An objective's version as its form would carry it."""
    return objective_to_write(viewer, plan_id, objective_id).version
