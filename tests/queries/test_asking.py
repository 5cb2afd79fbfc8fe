"""What a round asks is remembered while words are only on their way, and read anew once the plan changes."""

import pytest

from jointaction.changes.amendments import Why
from jointaction.changes.local_words import set_local_words
from jointaction.changes.publishing import publish_plan
from jointaction.changes.returns.answers import save_answer
from jointaction.changes.writing.objectives import delete_objective
from jointaction.domain.access import Role, Viewer
from jointaction.domain.answers import AnswerWords
from jointaction.domain.claims.asking.values import LocalWords
from jointaction.domain.claims.words_kept import WordKind, version_of_words
from jointaction.queries.asking import asking
from jointaction.queries.plans import plans_page
from jointaction.queries.prompts import objective_questions
from jointaction.queries.return_prompts import around_return
from jointaction.queries.returns import return_page
from jointaction.store.models import Objective, Round, Update
from tests import factories
from tests.queries.remembering import as_a_request
from tests.returns_factories import a_round, return_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def viewer():
    """The usual coordinator, really made each time: what is remembered goes by the trail's links."""
    return factories.alder_vale.__wrapped__()


@pytest.fixture
def opened(viewer, plan_id):
    return a_round(viewer, plan_id)


def asked(opened):
    with as_a_request():
        return asking(Round.objects.select_related("plan__partnership").get(pk=opened.pk))


def write(viewer, found, box, text="Two walks held"):
    words = AnswerWords(text)
    place = {"objective_id": box.objective_id, "area_id": box.area_id}
    return save_answer(viewer, return_id=found.pk, words=words, version=0, **place)


def test_what_is_asked_stays_while_answers_are_saved(viewer, opened):
    before = asked(opened)
    found = return_of(opened)
    write(viewer, found, before.of(found.agency_id)[0])
    assert asked(opened) is before
    with as_a_request():
        (line, *_) = return_page(viewer, found.pk).lines
    assert line.words.text == "Two walks held"
    assert line.box.actions == tuple(line.box.actions) != ()


def test_what_is_asked_follows_the_plan(viewer, plan_id, opened):
    before, found = asked(opened), return_of(opened)
    gone = Objective.objects.get(pk=before.of(found.agency_id)[0].objective_id)
    Update.objects.filter(objective=gone).delete()
    delete_objective(viewer, plan_id=plan_id, objective_id=gone.pk, version=gone.version, why=Why("Done"))
    assert gone.pk not in {box.objective_id for box in asked(opened).of(found.agency_id)}


def test_what_answers_are_held_against_stays_until_the_plan_changes(viewer, plan_id, opened):
    found = return_of(opened)
    with as_a_request():
        page = return_page(viewer, found.pk)
        before = around_return(viewer, page)
    write(viewer, found, page.lines[0].box)
    with as_a_request():
        assert around_return(viewer, page) is before
    set_local_words(
        viewer, {WordKind.PREMISES: ("The Gilded Heron",)}, version=version_of_words(LocalWords())
    )
    with as_a_request():
        assert around_return(viewer, page).rules.local.premises == ("The Gilded Heron",)


def test_the_holder_of_a_link_is_never_given_what_the_coordinator_was(viewer, opened):
    found = return_of(opened)
    with as_a_request():
        page = return_page(viewer, found.pk)
        told = around_return(viewer, page).others
        holder = Viewer(viewer.partnership_id, viewer.partnership, Role.LINK_HOLDER, only_return=found.pk)
        by_link = around_return(holder, page).others
    assert {update.text for update in by_link} < {update.text for update in told}


def test_the_list_of_plans_and_the_questions_follow_the_plan(viewer, plan_id):
    with as_a_request():
        before, questions = (
            plans_page(viewer),
            objective_questions(viewer, plan_id, factories.objective_of(plan_id)),
        )
        assert plans_page(viewer) is before
        assert objective_questions(viewer, plan_id, factories.objective_of(plan_id)) is questions
    publish_plan(viewer, plan_id=plan_id, version=1, is_public=True)
    with as_a_request():
        assert [line.is_public for line in plans_page(viewer)] == [True]
        assert plans_page(factories.public(viewer))[0].id == plan_id
        assert plans_page(factories.whitmoor()) == ()
