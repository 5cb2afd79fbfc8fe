"""Status schemes of a partnership's own, and what a plan's new scheme does to what was set."""

from dataclasses import replace

import pytest

from jointaction.changes.plan_schemes import use_scheme
from jointaction.changes.schemes import change_scheme, delete_scheme, make_scheme
from jointaction.changes.statuses import set_status
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.catalogue.status_schemes import PLAIN, STATUS_SCHEMES
from jointaction.domain.life import PlanState
from jointaction.domain.plans import EditConflictError, ProblemsError
from jointaction.domain.statuses import Colour, Shape, Status
from jointaction.queries.plan_schemes import plan_scheme_page
from jointaction.queries.schemes import scheme_named, schemes_page, starting_scheme
from jointaction.queries.statuses import status_history
from jointaction.store.models import Partnership, Plan, StatusScheme
from tests import factories
from tests.changes.trail import entries

pytestmark = pytest.mark.django_db
TWO = (
    Status("", "Fine", Shape.CIRCLE, Colour.GREEN, "All is well.", 2),
    Status("", "Not fine", Shape.SQUARE, Colour.RED, "It is not.", 1),
)
Q4 = "2031-32 Q4"


@pytest.fixture
def scheme_id(viewer):
    return make_scheme(viewer, name="Ours", statuses=TWO)


def test_a_scheme_is_kept_with_keys_made_from_its_words(viewer):
    with entries() as added:
        scheme_id = make_scheme(viewer, name="Ours", statuses=TWO)
    assert [entry.action for entry in added] == ["make status scheme"]
    line = scheme_named(viewer, str(scheme_id))
    assert [status.key for status in line.scheme.statuses] == ["fine", "not-fine"]
    assert make_scheme(viewer, name="Ours", statuses=TWO) == scheme_id


@pytest.mark.parametrize(
    ("statuses", "field"),
    [
        ((), "statuses"),
        ((replace(TWO[0], word=""),), "word-1"),
        ((replace(TWO[0], word="w" * 41),), "word-1"),
        ((replace(TWO[0], definition="d" * 301),), "definition-1"),
        ((TWO[0], replace(TWO[1], word="FINE")), "word-2"),
        ((TWO[0], replace(TWO[1], shape=Shape.CIRCLE)), "shape-2"),
        ((replace(TWO[0], shape=Shape.RING, colour=Colour.GREY),), "shape-1"),
    ],
)
def test_statuses_that_cannot_be_told_apart_are_refused_at_their_line(viewer, statuses, field):
    with pytest.raises(ProblemsError) as refused:
        make_scheme(viewer, name="Ours", statuses=statuses)
    assert [problem.field for problem in refused.value.problems] == [field]


def test_a_changed_word_keeps_its_key_and_a_new_one_gets_a_free_one(viewer, scheme_id):
    first, second = scheme_named(viewer, str(scheme_id)).scheme.statuses
    renamed = (replace(first, word="Well"), second, Status("", "Fine", Shape.STAR, Colour.BLUE))
    change_scheme(viewer, scheme_id, version=1, name="Ours", statuses=renamed)
    told = [(status.key, status.word) for status in scheme_named(viewer, str(scheme_id)).scheme.statuses]
    assert told == [("fine", "Well"), ("not-fine", "Not fine"), ("fine-2", "Fine")]
    with pytest.raises(EditConflictError):
        change_scheme(viewer, scheme_id, version=1, name="Ours", statuses=TWO)


def test_a_scheme_a_plan_has_cannot_be_deleted(viewer, scheme_id):
    plan_id = factories.accepted_plan(viewer)
    use_scheme(viewer, plan_id=plan_id, key=str(scheme_id), version=1)
    with pytest.raises(ProblemsError, match="Safer Sheds"):
        delete_scheme(viewer, scheme_id, version=1)
    use_scheme(viewer, plan_id=plan_id, key="risk", version=2)
    delete_scheme(viewer, scheme_id, version=1)
    assert not StatusScheme.objects.exists()


def test_statuses_set_in_the_old_scheme_become_those_that_are_chosen(viewer):
    plan_id = factories.accepted_plan(viewer)
    use_scheme(viewer, plan_id=plan_id, key="plain", version=1)
    objective_id = factories.objective_of(plan_id)
    for status in ("at-risk", "on-track"):
        set_status(viewer, objective_id, period=Q4, status=status)
    page = plan_scheme_page(viewer, plan_id, "delay")
    assert [(lost.word, lost.times) for lost in page.lost] == [("At risk", 1)]
    with pytest.raises(ProblemsError, match="at-risk"):
        use_scheme(viewer, plan_id=plan_id, key="delay", version=page.version)
    with entries() as added:
        becomes = {"at-risk": "delayed"}
        use_scheme(viewer, plan_id=plan_id, key="delay", version=page.version, becomes=becomes)
    assert "at-risk became delayed" in added[0].after
    assert [moment.key for moment in status_history(viewer, objective_id)] == ["on-track", "delayed"]


def test_a_plan_takes_a_scheme_once_from_what_was_seen_and_not_when_closed(viewer):
    plan_id = factories.accepted_plan(viewer)
    with pytest.raises(EditConflictError):
        use_scheme(viewer, plan_id=plan_id, key="risk", version=4)
    with entries() as added:
        for _ in range(2):
            use_scheme(viewer, plan_id=plan_id, key="risk", version=1)
    assert len(added) == 1
    Plan.objects.update(state=PlanState.CLOSED.value)
    with pytest.raises(ProblemsError):
        use_scheme(viewer, plan_id=plan_id, key="delay", version=2)


def test_only_who_may_designs_schemes_and_nobody_those_of_others(viewer, scheme_id):
    plan_id = factories.accepted_plan(viewer)
    for person, refusal in (
        (factories.member(Role.ANALYST), NotAllowedError),
        (factories.whitmoor(), NotVisibleError),
    ):
        with pytest.raises(refusal):
            change_scheme(person, scheme_id, version=1, name="Theirs", statuses=TWO)
        with pytest.raises(refusal):
            delete_scheme(person, scheme_id, version=1)
        with pytest.raises(refusal):
            use_scheme(person, plan_id=plan_id, key="risk", version=1)
        with pytest.raises(refusal):
            plan_scheme_page(person, plan_id)
    with pytest.raises(NotAllowedError):
        schemes_page(factories.public(viewer))


def test_own_schemes_come_first_in_one_query(viewer, scheme_id, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert schemes_page(viewer)[0].scheme.name == "Ours"
    for number in range(20):
        make_scheme(viewer, name=f"Ours {number}", statuses=TWO)
    with django_assert_num_queries(1):
        schemes_page(viewer)


def test_a_new_plan_starts_with_the_scheme_of_the_latest_else_the_one_chosen_at_the_start(viewer):
    assert starting_scheme(viewer) is PLAIN
    Partnership.objects.update(starting_scheme="risk")
    assert starting_scheme(viewer) is STATUS_SCHEMES["risk"]
    use_scheme(viewer, plan_id=factories.accepted_plan(viewer), key="delay", version=1)
    assert starting_scheme(viewer).key == "delay"
