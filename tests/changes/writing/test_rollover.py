"""A plan is rolled over into next year's draft."""

from uuid import uuid4

import pytest

from jointaction.changes.writing.plans import PlanName
from jointaction.changes.writing.rollover import roll_over
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.life import Ending, PlanState
from jointaction.domain.plans import EditConflictError, ProblemsError
from jointaction.domain.rollover import Decision
from jointaction.queries.content import plan_content
from jointaction.queries.writing import life_page
from jointaction.store.models import Continuation, Objective, ObjectiveEnding, Plan
from tests import factories
from tests.changes.trail import entries
from tests.changes.writing.written import version_of

pytestmark = pytest.mark.django_db
NAME = PlanName("Safer Sheds", "2032-33")


@pytest.fixture
def plan_id(viewer):
    return factories.accepted_plan(viewer)


def roll(viewer, plan_id, *decisions, **more):
    sent = {"version": version_of(plan_id), "name": NAME, "key": uuid4()} | more
    return roll_over(viewer, plan_id=plan_id, decisions=decisions, **sent)


def of(plan_id, ref):
    return str(factories.objective_of(plan_id, ref))


def test_the_next_plan_is_a_draft_that_continues_each_objective(viewer, plan_id):
    with entries() as told:
        later = roll(
            viewer,
            plan_id,
            Decision(of(plan_id, "1.2"), Ending.MERGED, into=of(plan_id, "1.1")),
            Decision(of(plan_id, "2.1"), Ending.SPLIT, parts=("Walk home", "Ride home")),
        )
    content = plan_content(viewer, later)
    assert (content.state, content.plan.year) == (PlanState.DRAFT, "2032-33")
    assert [(row.ref, row.objective) for row in content.plan.rows] == [
        ("1.1", "Fewer sheds are broken into"),
        ("2.1a", "Walk home"),
        ("2.1b", "Ride home"),
    ]
    assert all(not row.updates and not row.status for row in content.plan.rows)
    assert content.plan.rows[0].target == "30 sheds"
    pairs = {(line.earlier.ref, line.later.ref) for line in Continuation.objects.all()}
    assert pairs == {("1.1", "1.1"), ("1.2", "1.1"), ("2.1", "2.1a"), ("2.1", "2.1b")}
    endings = {line.objective.ref: line.ending for line in ObjectiveEnding.objects.all()}
    assert endings == {
        "1.1": "carried forward",
        "1.2": "merged with another",
        "2.1": "split in several",
    }
    assert [line.action for line in told] == ["make plan", "roll over plan"]
    assert "1.2: merged with another" in told[1].after


def test_what_came_along_unchanged_is_prompted_in_the_draft(viewer, plan_id):
    page = life_page(viewer, roll(viewer, plan_id))
    said = {prompt.sentence for prompt in page.prompts}
    assert {f"The {part} is still that of the year before." for part in ("target", "baseline")} <= said


def test_a_form_sent_twice_makes_one_plan(viewer, plan_id):
    key, version = uuid4(), version_of(plan_id)
    made = {roll(viewer, plan_id, key=key, version=version) for _ in range(2)}
    assert len(made) == 1
    assert Plan.objects.count() == 2


def test_a_plan_that_was_rolled_over_is_not_rolled_over_again_until_the_draft_is_gone(viewer, plan_id):
    later = roll(viewer, plan_id)
    with pytest.raises(ProblemsError, match="was rolled over into"):
        roll(viewer, plan_id)
    Plan.objects.get(pk=later).delete()
    closed = Decision(of(plan_id, "1.1"), Ending.CLOSED, reason="All marked")
    again = roll(viewer, plan_id, closed)
    assert Objective.objects.filter(theme__plan_id=again).count() == 2
    assert ObjectiveEnding.objects.get(ending="closed").reason == "All marked"


@pytest.mark.parametrize("name", [PlanName("", "2032-33"), PlanName("x", "2031-32"), PlanName("x", "soon")])
def test_the_next_plan_needs_a_title_and_a_later_year(viewer, plan_id, name):
    with pytest.raises(ProblemsError):
        roll(viewer, plan_id, name=name)
    assert Plan.objects.count() == 1


def test_what_cannot_be_saves_nothing(viewer, plan_id):
    with pytest.raises(ProblemsError) as stopped:
        roll(viewer, plan_id, Decision(of(plan_id, "1.1"), Ending.CLOSED))
    (problem,) = stopped.value.problems
    assert (problem.field, problem.key) == ("reason", of(plan_id, "1.1"))
    assert not ObjectiveEnding.objects.exists()


def test_a_draft_is_not_rolled_over_and_a_newer_version_is_told(viewer, plan_id):
    with pytest.raises(EditConflictError):
        roll(viewer, plan_id, version=99)
    later = roll(viewer, plan_id)
    with pytest.raises(ProblemsError, match="still a draft"):
        roll(viewer, later, name=PlanName("x", "2033-34"))


def test_only_those_who_write_plans_may_and_others_plans_are_absent(viewer, plan_id):
    stranger = factories.whitmoor()
    with pytest.raises(NotAllowedError):
        roll(factories.member(Role.ANALYST), plan_id)
    with pytest.raises(NotVisibleError):
        roll(stranger, plan_id)
