"""A corrected document against a plan that was agreed, or closed; what it cannot say stays."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from jointaction.changes.amendments import Why
from jointaction.changes.imports.accept import accept_import
from jointaction.changes.writing.life import step_plan
from jointaction.changes.writing.objectives import edit_objective
from jointaction.changes.writing.themes import ThemeWords, edit_theme
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.life import FundingKind, PlanStep, Strand
from jointaction.domain.plans import ProblemsError
from jointaction.queries.amendments import amendments_of, amendments_page
from jointaction.queries.content import plan_content
from jointaction.store.models import Amendment, Objective
from tests import factories
from tests.changes.writing.written import version_of

pytestmark = pytest.mark.django_db
WHY = Why("Money was found")


def accept(viewer, draft):
    again = factories.import_in_review(viewer, draft, name="corrected.docx")
    return accept_import(viewer, import_id=again, version=1, as_correction=True)


def test_a_document_that_changes_what_was_agreed_is_an_amendment_with_its_name(viewer, plan_id):
    assert accept(viewer, factories.with_timescale("By July")) == (plan_id,)
    (line,) = amendments_page(viewer, plan_id).amendments
    assert line.reason == "A corrected document was accepted: corrected.docx"
    (thing,) = line.things
    assert [(text.label, text.before, text.after) for text in thing.texts] == [
        ("Timescale", "By June", "By July")
    ]
    told = amendments_of(viewer, [plan_id])[factories.objective_of(plan_id)]
    assert [amendment.number for amendment in told] == [1]


def test_the_same_document_again_is_no_amendment(viewer, plan_id):
    accept(viewer, factories.a_draft())
    assert not Amendment.objects.exists()


def test_a_closed_plan_takes_no_document(viewer, plan_id):
    step_plan(viewer, plan_id=plan_id, version=version_of(plan_id), step=PlanStep.CLOSE)
    with pytest.raises(ProblemsError, match="This plan is closed"):
        accept(viewer, factories.with_timescale("By July"))
    assert Objective.objects.filter(timescale="By June").exists()


def test_what_the_document_has_no_column_for_stays(viewer, plan_id):
    row = plan_content(viewer, plan_id).plan.rows[0]
    money = {
        "due_on": date(2031, 6, 30),
        "funding_kind": FundingKind.IN_KIND,
        "cost_planned": Decimal("900.00"),
        "cost_spent": Decimal("0.00"),
    }
    edit_objective(
        viewer,
        plan_id=plan_id,
        objective_id=int(row.key),
        version=1,
        row=replace(row, **money),
        why=WHY,
    )
    edit_theme(
        viewer,
        plan_id=plan_id,
        theme_id=factories.theme_of(plan_id),
        version=version_of(plan_id),
        words=ThemeWords("1", "Thefts", (Strand.CRIME,)),
        why=WHY,
    )
    accept(viewer, factories.with_timescale("By July"))
    plan = plan_content(viewer, plan_id).plan
    assert {name: getattr(plan.rows[0], name) for name in money} == money
    assert plan.themes[0].strands == (Strand.CRIME,)
    assert Objective.objects.get(pk=int(row.key)).version == 3


def test_partners_read_the_amendments_and_others_do_not(viewer, plan_id):
    stranger = factories.whitmoor()
    assert amendments_page(factories.member(Role.COUNCILLOR), plan_id).amendments == ()
    with pytest.raises(NotAllowedError):
        amendments_page(factories.public(viewer), plan_id)
    with pytest.raises(NotVisibleError):
        amendments_page(stranger, plan_id)
    assert amendments_of(factories.public(viewer), [plan_id]) == {}
