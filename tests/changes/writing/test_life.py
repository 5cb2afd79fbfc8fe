"""A plan is begun by hand, agreed, worked, closed, and taken back."""

from uuid import uuid4

import pytest
from django.utils import timezone

from jointaction.changes.publishing import publish_plan
from jointaction.changes.writing.life import Agreement, note_agreement, step_plan
from jointaction.changes.writing.plans import PlanName, begin_plan, drop_plan, name_plan
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.life import PlanState, PlanStep, StepError
from jointaction.domain.plans import EditConflictError, ProblemsError
from jointaction.domain.tables import DEFAULT_COLUMNS
from jointaction.queries.content import plan_content
from jointaction.queries.writing import life_page
from jointaction.store.models import Plan, Round
from tests import factories
from tests.changes.trail import entries
from tests.changes.writing.written import AGREED, agree, close, version_of

pytestmark = pytest.mark.django_db
NAME = PlanName("Safer Wharves", "2031-32")


def step(viewer, plan_id, taken, **more):
    return step_plan(viewer, plan_id=plan_id, version=version_of(plan_id), step=taken, **more)


def test_a_plan_begun_twice_with_one_key_is_one_draft(viewer):
    key = uuid4()
    made = {begin_plan(viewer, name=NAME, columns=DEFAULT_COLUMNS, key=key) for _ in range(2)}
    content = plan_content(viewer, made.pop())
    assert (content.state, content.plan.title, content.plan.year) == (PlanState.DRAFT, *NAME_PARTS)
    assert content.plan.columns == DEFAULT_COLUMNS
    assert made == set()
    assert Plan.objects.count() == 1


NAME_PARTS = ("Safer Wharves", "2031-32")


@pytest.mark.parametrize("wrong", [PlanName("", "2031-32"), PlanName("x", "soon"), PlanName("x", "1899-00")])
def test_a_plan_needs_a_title_and_a_year(viewer, wrong):
    with pytest.raises(ProblemsError):
        begin_plan(viewer, name=wrong, columns=DEFAULT_COLUMNS, key=uuid4())


def test_a_plan_goes_through_its_life_and_back(viewer, plan_id):
    with entries() as told:
        assert step(viewer, plan_id, PlanStep.AGREE, agreement=AGREED) is PlanState.AGREED
        assert step(viewer, plan_id, PlanStep.TAKE_BACK, reason="Too early") is PlanState.DRAFT
        assert Plan.objects.get(pk=plan_id).agreed_on is None
        assert step(viewer, plan_id, PlanStep.AGREE, agreement=AGREED) is PlanState.AGREED
        assert step(viewer, plan_id, PlanStep.BEGIN) is PlanState.CURRENT
        assert step(viewer, plan_id, PlanStep.CLOSE) is PlanState.CLOSED
        assert step(viewer, plan_id, PlanStep.REOPEN, reason="A figure was wrong") is PlanState.CURRENT
    assert [line.action for line in told][:2] == ["agree plan", "take back to draft plan"]
    page = life_page(viewer, plan_id).plan
    assert (page.agreed_by, page.agreed_on) == (AGREED.meeting, AGREED.held_on)


def test_agreeing_asks_for_the_meeting_its_date_and_an_objective(viewer, plan_id):
    for agreement in (None, Agreement("RAG"), Agreement("", AGREED.held_on), Agreement("x" * 201)):
        with pytest.raises(ProblemsError):
            step(viewer, plan_id, PlanStep.AGREE, agreement=agreement)
    empty = begin_plan(viewer, name=NAME, columns=DEFAULT_COLUMNS, key=uuid4())
    with pytest.raises(ProblemsError, match="no objective"):
        step(viewer, empty, PlanStep.AGREE, agreement=AGREED)


def test_a_step_back_takes_a_reason_and_a_step_that_is_not_open_is_told(viewer, plan_id):
    with pytest.raises(StepError):
        step(viewer, plan_id, PlanStep.BEGIN)
    agree(viewer, plan_id)
    with pytest.raises(ProblemsError):
        step(viewer, plan_id, PlanStep.TAKE_BACK)


def test_of_two_who_step_the_second_is_told(viewer, plan_id):
    with pytest.raises(EditConflictError):
        step_plan(viewer, plan_id=plan_id, version=1, step=PlanStep.AGREE, agreement=AGREED)


def test_a_draft_is_never_public(viewer, plan_id):
    public = factories.public(viewer)
    with pytest.raises(ProblemsError, match="draft"):
        publish_plan(viewer, plan_id=plan_id, version=version_of(plan_id), is_public=True)
    agree(viewer, plan_id)
    publish_plan(viewer, plan_id=plan_id, version=version_of(plan_id), is_public=True)
    assert plan_content(public, plan_id).plan.title == "Safer Wharves"
    step(viewer, plan_id, PlanStep.TAKE_BACK, reason="Too early")
    with pytest.raises(NotVisibleError):
        plan_content(public, plan_id)
    assert plan_content(factories.member(Role.COUNCILLOR), plan_id).state is PlanState.DRAFT


def test_who_agreed_a_plan_that_came_as_a_document_is_written_down(viewer):
    plan_id = factories.accepted_plan(viewer)
    note_agreement(viewer, plan_id=plan_id, version=version_of(plan_id), agreement=AGREED)
    page = life_page(viewer, plan_id).plan
    assert (page.state, page.agreed_by) == (PlanState.CURRENT, AGREED.meeting)
    with pytest.raises(ProblemsError):
        note_agreement(viewer, plan_id=plan_id, version=version_of(plan_id), agreement=Agreement("RAG"))


def test_a_year_with_updates_stays_and_a_closed_plan_keeps_its_name(viewer, plan_id):
    name_plan(viewer, plan_id=plan_id, version=version_of(plan_id), name=PlanName("New", "2032-33"))
    assert str(Plan.objects.get(pk=plan_id)) == "New"
    close(viewer, plan_id)
    with pytest.raises(ProblemsError, match="closed"):
        name_plan(viewer, plan_id=plan_id, version=version_of(plan_id), name=NAME)


def test_a_draft_prompts_for_what_a_committee_may_ask(viewer, plan_id):
    page = life_page(viewer, plan_id)
    said = {prompt.sentence: [name for _, name in prompt.objectives] for prompt in page.prompts}
    assert "No theme serves the strand “serious violence”." in said
    assert "No theme serves the strand “crime and disorder”." not in said
    assert said["No lead is named."] == ["1.2 More moorings have a lock"]


def test_only_those_who_write_plans_may_and_others_plans_are_absent(viewer, plan_id):
    stranger = factories.whitmoor()
    for role in (Role.ANALYST, Role.COUNCILLOR):
        with pytest.raises(NotAllowedError):
            step(factories.member(role), plan_id, PlanStep.AGREE, agreement=AGREED)
        with pytest.raises(NotAllowedError):
            begin_plan(factories.member(role), name=NAME, columns=DEFAULT_COLUMNS, key=uuid4())
    with pytest.raises(NotVisibleError):
        step(stranger, plan_id, PlanStep.AGREE, agreement=AGREED)


def test_a_whole_draft_goes_and_its_words_stay_in_the_trail(viewer, plan_id):
    with entries() as told:
        drop_plan(viewer, plan_id=plan_id, version=version_of(plan_id))
    assert not Plan.objects.exists()
    assert "Fewer boats are stolen" in told[0].before


def a_round(viewer, plan_id):
    return Round.objects.create(
        partnership_id=viewer.partnership_id,
        plan_id=plan_id,
        period="2031-32 Q1",
        opens_on=AGREED.held_on,
        due_on=AGREED.held_on,
        opened_by_id=viewer.person_id,
        opened_at=timezone.now(),
    )


def test_a_plan_with_an_open_round_is_not_closed(viewer, plan_id):
    agree(viewer, plan_id)
    step(viewer, plan_id, PlanStep.BEGIN)
    opened = a_round(viewer, plan_id)
    with pytest.raises(ProblemsError, match="round of updates for 2031-32 Q1"):
        step(viewer, plan_id, PlanStep.CLOSE)
    Round.objects.filter(pk=opened.pk).update(state="closed")
    assert step(viewer, plan_id, PlanStep.CLOSE) is PlanState.CLOSED


def test_a_draft_that_something_rests_on_stays(viewer, plan_id):
    a_round(viewer, plan_id)
    with pytest.raises(ProblemsError, match="rests on this plan"):
        drop_plan(viewer, plan_id=plan_id, version=version_of(plan_id))
    with pytest.raises(NotAllowedError):
        drop_plan(factories.member(Role.ANALYST), plan_id=plan_id, version=1)
    assert plan_content(viewer, plan_id).plan.rows
