"""What is remembered of a plan is never older than its partnership's last write."""

import pytest

from jointaction.changes.names import add_alias
from jointaction.domain.access import NotVisibleError, Role
from jointaction.domain.parties import PartyKind
from jointaction.queries.content import content_of, plan_content
from jointaction.queries.memory import Memory
from jointaction.queries.shown import shown_plan
from jointaction.store.models import Agency, Objective, Plan
from tests import factories
from tests.queries.remembering import as_a_request

pytestmark = pytest.mark.django_db


@pytest.fixture
def viewer():
    """The usual coordinator, really made each time: a plan stays remembered under the trail's last link."""
    return factories.alder_vale.__wrapped__()


def asked(viewer, plan_id):
    """The plan as a request asks for it."""
    with as_a_request():
        return shown_plan(viewer, plan_id)


def test_the_same_plan_is_given_again_while_nothing_is_written(viewer):
    plan_id = factories.accepted_plan(viewer)
    assert asked(viewer, plan_id) is asked(viewer, plan_id)


def test_a_remembered_plan_says_what_the_tables_say(viewer):
    plan_id = factories.accepted_plan(viewer)
    asked(viewer, plan_id)
    plan = Plan.objects.select_related("came_from__document").get(pk=plan_id)
    assert asked(viewer, plan_id).plan == content_of(plan, with_origins=False).plan
    assert plan_content(viewer, plan_id).plan.rows[0].origins


def test_any_write_of_the_partnership_has_the_plan_read_anew(viewer):
    plan_id = factories.accepted_plan(viewer)
    before = asked(viewer, plan_id)
    Agency.objects.filter(name="Alder Constabulary").update(name="Alder Vale Police")
    add_alias(viewer, kind=PartyKind.AGENCY, thing_id=Agency.objects.first().pk, alias="the district")
    after = asked(viewer, plan_id)
    assert {line.known_as for line in before.parties[before.plan.rows[0].key]} == {
        "Alder Constabulary",
        "Burglary Group",
        "Library Service",
        "",
    }
    assert "Alder Vale Police" in {line.known_as for line in after.parties[after.plan.rows[0].key]}


def test_what_a_transaction_has_not_settled_is_not_remembered(viewer):
    plan_id = factories.accepted_plan(viewer)
    Objective.objects.update(text="Not settled yet")
    assert shown_plan(viewer, plan_id).plan.rows[0].objective == "Not settled yet"
    Objective.objects.update(text="Settled")
    assert asked(viewer, plan_id).plan.rows[0].objective == "Settled"


def test_who_may_see_a_remembered_plan_is_asked_each_time(viewer):
    plan_id = factories.accepted_plan(viewer)
    asked(viewer, plan_id)
    for outside in (factories.member(Role.ADMINISTRATOR), factories.public(viewer), factories.whitmoor()):
        with pytest.raises(NotVisibleError):
            asked(outside, plan_id)


def test_a_memory_gives_up_what_was_unused_the_longest():
    memory: Memory[str, str] = Memory(3)
    for name in ("a", "b", "c"):
        memory.keep(name, name, weight=1)
    assert memory.get("a") == "a"
    memory.keep("d", "d", weight=1)
    assert [memory.get(name) for name in ("a", "b", "c", "d")] == ["a", None, "c", "d"]


def test_a_memory_leaves_out_what_is_too_heavy_and_weighs_anew_what_is_kept_again():
    memory: Memory[str, str] = Memory(3)
    memory.keep("whale", "whale", weight=4)
    memory.keep("a", "a", weight=3)
    memory.keep("a", "smaller", weight=1)
    memory.keep("b", "b", weight=2)
    assert [memory.get(name) for name in ("whale", "a", "b")] == [None, "smaller", "b"]
