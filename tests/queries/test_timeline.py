"""An objective over the years: what was promised, amended, reported, and what became of it."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.urls import reverse

from jointaction.changes.amendments import Why
from jointaction.changes.writing.objectives import edit_objective
from jointaction.changes.writing.plans import PlanName
from jointaction.changes.writing.rollover import roll_over
from jointaction.domain.access import Role
from jointaction.domain.life import Ending
from jointaction.domain.rollover import Decision
from jointaction.queries.content import plan_content
from jointaction.queries.timeline import timeline
from jointaction.store.models import Objective
from tests import factories
from tests.changes.writing.written import version_of
from tests.web.people import page_words, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan_id(viewer):
    """A plan that was amended and rolled over, one objective closed."""
    plan_id = factories.accepted_plan(viewer, is_public=True)
    row = plan_content(viewer, plan_id).plan.rows[0]
    edit_objective(
        viewer,
        plan_id=plan_id,
        objective_id=int(row.key),
        version=1,
        row=replace(row, target="25 sheds"),
        why=Why("A mild winter"),
    )
    closed = factories.objective_of(plan_id, "1.2")
    roll_over(
        viewer,
        plan_id=plan_id,
        version=version_of(plan_id),
        name=PlanName("Safer Sheds", "2032-33"),
        decisions=[Decision(str(closed), Ending.CLOSED, reason="All have locks")],
        key=uuid4(),
    )
    return plan_id


def test_each_year_tells_what_was_promised_and_what_was_amended(viewer, plan_id):
    story = timeline(viewer, factories.objective_of(plan_id))
    first, second = story.years
    assert (first.year, first.target, first.leads) == (
        "2031-32",
        "25 sheds",
        ("Constabulary", "Burglary Group"),
    )
    assert [amendment.reason for amendment in first.amendments] == ["A mild winter"]
    assert (second.year, second.updates, second.state.value) == ("2032-33", (), "draft")
    assert (story.own, first.ending) == (first, "carried forward")


def test_a_closed_objective_says_why_although_it_has_one_year(viewer, plan_id):
    story = timeline(viewer, factories.objective_of(plan_id, "1.2"))
    assert story.years == ()
    assert story.own is not None
    assert (story.own.ending, story.own.reason) == ("closed", "All have locks")


def test_the_public_sees_neither_drafts_nor_amendments(viewer, plan_id):
    story = timeline(factories.public(viewer), factories.objective_of(plan_id))
    assert story.years == ()
    assert story.own is not None
    assert (story.own.amendments, story.own.ending) == ((), "")
    other = factories.whitmoor()
    assert timeline(other, factories.objective_of(plan_id)).own is None


def test_the_objectives_page_shows_its_story(plan_id):
    later = Objective.objects.get(theme__plan__year_first=2032, ref="1.1")
    browser = signed_in(Role.COUNCILLOR)
    shown = page_words(browser.get(reverse("objective", args=[later.theme.plan_id, later.pk])))
    for words in ("Over the years", "Target: 25 sheds (from 41 sheds)", "A mild winter", "Carried forward."):
        assert words in shown
    closed = reverse("objective", args=[plan_id, factories.objective_of(plan_id, "1.2")])
    assert "What became of it Closed: All have locks" in page_words(browser.get(closed))
    amended = reverse("objective", args=[plan_id, factories.objective_of(plan_id)])
    assert "A mild winter" in page_words(browser.get(amended))


def test_the_number_of_queries_does_not_grow_with_years(viewer, plan_id, django_assert_num_queries):
    objective_id = factories.objective_of(plan_id)
    with django_assert_num_queries(8):
        timeline(viewer, objective_id)
