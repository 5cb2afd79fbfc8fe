"""Every door to a closed plan says the same, and none shows another partnership's plan."""

from uuid import uuid4

import pytest
from django.utils import timezone

from jointaction.changes.layouts import use_layout
from jointaction.changes.locking import CLOSED
from jointaction.changes.names import PartyBook
from jointaction.changes.plan_schemes import use_scheme
from jointaction.changes.plans import PlanSource, rewrite_plan
from jointaction.changes.publishing import publish_plan
from jointaction.changes.statuses import set_status
from jointaction.changes.writing.objectives import move_objective
from jointaction.changes.writing.plans import PlanName, drop_plan, name_plan
from jointaction.changes.writing.rollover import roll_over
from jointaction.changes.writing.themes import move_theme
from jointaction.domain.access import NotVisibleError
from jointaction.domain.life import PlanState
from jointaction.domain.plans import EditConflictError, ProblemsError
from jointaction.store.models import Plan
from tests import factories

pytestmark = pytest.mark.django_db
NAME = PlanName("Safer Sheds", "2032-33")
FINISHED = PlanState.CLOSED.value


def correct(viewer, plan_id, version):
    source, book = PlanSource(None, timezone.now()), PartyBook.of(viewer.partnership_id)
    rewrite_plan(viewer, factories.a_draft().plans[0], book, source, plan_id=plan_id)


def say_a_status(viewer, plan_id, version):
    set_status(viewer, factories.objective_of(plan_id), period="2031-32 Q4", status="at-risk")


def give_a_layout(viewer, plan_id, version):
    use_layout(viewer, plan_id=plan_id, key="plain", version=version)


def give_a_scheme(viewer, plan_id, version):
    use_scheme(viewer, plan_id=plan_id, key="plain", version=version)


def name(viewer, plan_id, version):
    name_plan(viewer, plan_id=plan_id, version=version, name=NAME)


def drop(viewer, plan_id, version):
    drop_plan(viewer, plan_id=plan_id, version=version)


def move_an_objective(viewer, plan_id, version):
    objective_id = factories.objective_of(plan_id)
    move_objective(viewer, plan_id=plan_id, objective_id=objective_id, version=version, is_up=False)


def move_a_theme(viewer, plan_id, version):
    theme_id = factories.theme_of(plan_id)
    move_theme(viewer, plan_id=plan_id, theme_id=theme_id, version=version, is_up=False)


def publish(viewer, plan_id, version):
    publish_plan(viewer, plan_id=plan_id, version=version, is_public=True)


def go_on(viewer, plan_id, version):
    roll_over(viewer, plan_id=plan_id, version=version, name=NAME, decisions=(), key=uuid4())


OF_ITS_VERSION = [give_a_layout, give_a_scheme, name, drop, move_an_objective, move_a_theme]
OF_ITS_WORDS = [correct, say_a_status, *OF_ITS_VERSION]


@pytest.mark.parametrize("change", OF_ITS_WORDS)
def test_a_closed_plan_takes_no_change_and_each_says_so_in_the_same_words(viewer, plan_id, change):
    Plan.objects.filter(pk=plan_id).update(state=FINISHED)
    with pytest.raises(ProblemsError) as refused:
        change(viewer, plan_id, 1)
    (problem,) = refused.value.problems
    assert problem.message.removeprefix(f"{Plan.objects.get()}: ") == CLOSED


@pytest.mark.parametrize("change", [*OF_ITS_VERSION, publish, go_on])
def test_a_plan_that_went_on_since_it_was_seen_stays_as_it_is(viewer, plan_id, change):
    with pytest.raises(EditConflictError, match=f"plan {plan_id} is at version 1, not 7"):
        change(viewer, plan_id, 7)


@pytest.mark.parametrize("change", [*OF_ITS_WORDS, publish, go_on])
def test_a_plan_of_others_is_as_good_as_absent(viewer, plan_id, change):
    with pytest.raises(NotVisibleError):
        change(factories.whitmoor(), plan_id, 1)
