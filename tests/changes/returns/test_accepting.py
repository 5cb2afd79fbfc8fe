"""A return becomes updates and statuses of the plan, once, and never more than was said."""

import pytest
from django.utils import timezone

from jointaction.changes.returns.accepting import accept_return, accept_unchanged
from jointaction.changes.returns.steps import reopen_return, submit_return
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.drafts import UpdateDraft
from jointaction.domain.life import StepError
from jointaction.domain.plans import EditConflictError
from jointaction.domain.returns import ReturnState
from jointaction.queries.content import plan_content
from jointaction.queries.round_grids import round_page
from jointaction.store.models import AuditEntry, Plan, Return, StatusSet, Update
from tests import factories
from tests.changes.returns import rounds

pytestmark = pytest.mark.django_db


def handed_in(return_id, *texts, **words):
    for at, text in enumerate(texts):
        rounds.answer(rounds.police(), return_id, text, at=at, **words)
    submit_return(rounds.police(), return_id=return_id)


def accept(viewer, return_id, version=None):
    accept_return(viewer, return_id=return_id, version=version or rounds.version_of(return_id))


def updates_now(viewer):
    row = plan_content(viewer, Plan.objects.get().pk).plan.rows[0]
    return [update for update in row.updates if update.period == rounds.PERIOD]


def test_an_answer_becomes_an_update_and_a_status_and_raises_the_plans_version(coordinator, return_id):
    before = Plan.objects.get().version
    handed_in(return_id, "Four fairs held", status="on-track", status_reason="Ahead")
    accept(coordinator, return_id)
    assert updates_now(coordinator) == [UpdateDraft("Four fairs held", rounds.PERIOD)]
    row = plan_content(coordinator, Plan.objects.get().pk).plan.rows[0]
    assert [(mark.status, mark.reason) for mark in row.marks] == [("on-track", "Ahead")]
    assert Plan.objects.get().version == before + 1
    assert Return.objects.get(pk=return_id).state == ReturnState.ACCEPTED
    assert AuditEntry.objects.filter(action="accept (return)").count() == 1


def test_accepting_twice_writes_once(coordinator, return_id):
    handed_in(return_id, "Four fairs held")
    accept(coordinator, return_id)
    accept(coordinator, return_id)
    assert Update.objects.filter(answer__isnull=False).count() == 1


def test_a_return_that_is_not_handed_in_or_went_on_is_not_accepted(coordinator, return_id):
    rounds.answer(rounds.police(), return_id)
    with pytest.raises(StepError):
        accept(coordinator, return_id)
    submit_return(rounds.police(), return_id=return_id)
    with pytest.raises(EditConflictError):
        accept(coordinator, return_id, version=1)
    assert not Update.objects.filter(answer__isnull=False).exists()


def test_words_of_a_document_for_the_same_period_give_way_and_stay_in_the_trail(coordinator, return_id):
    objective_id = rounds.lines(rounds.police(), return_id)[0].box.objective_id
    Update.objects.create(objective_id=objective_id, position=9, period=rounds.PERIOD, text="By hand")
    handed_in(return_id, "Four fairs held")
    accept(coordinator, return_id)
    assert updates_now(coordinator) == [UpdateDraft("Four fairs held", rounds.PERIOD)]
    assert AuditEntry.objects.get(action="replace update").before == "By hand"


def test_a_return_opened_again_and_accepted_again_changes_its_update(coordinator, return_id):
    handed_in(return_id, "Four fairs held", status="on-track")
    accept(coordinator, return_id)
    reopen_return(coordinator, return_id=return_id, version=rounds.version_of(return_id), note="Five?")
    rounds.answer(rounds.police(), return_id, "Five fairs held", status="on-track")
    submit_return(rounds.police(), return_id=return_id)
    accept(coordinator, return_id)
    assert updates_now(coordinator) == [UpdateDraft("Five fairs held", rounds.PERIOD)]
    assert StatusSet.objects.count() == 1


def stood(return_id, status, period="2031-32 Q4"):
    """Say in a period how what the first box of the police asks about stands."""
    box = rounds.lines(rounds.police(), return_id)[0].box
    StatusSet.objects.create(
        objective_id=box.objective_id,
        area_id=box.area_id,
        period=period,
        status=status,
        set_by_name="Ann",
        set_at=timezone.now(),
    )


def statuses_now():
    return list(StatusSet.objects.filter(period=rounds.PERIOD).values_list("status", "reason", "set_by_name"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({"as_before": True}, ("at-risk", "")),
        ({"as_before": True, "status_reason": "No money"}, ("at-risk", "No money")),
        ({"as_before": True, "status": "on-track"}, ("on-track", "")),
    ],
)
def test_no_change_holds_the_status_unless_another_is_said(coordinator, return_id, words, expected):
    stood(return_id, "at-risk")
    handed_in(return_id, "", **words)
    accept(coordinator, return_id)
    assert statuses_now() == [(*expected, rounds.police().name)]


def test_new_words_without_a_status_hold_none(coordinator, return_id):
    stood(return_id, "at-risk")
    handed_in(return_id, "Four fairs held")
    accept(coordinator, return_id)
    assert statuses_now() == []


def test_no_change_puts_no_status_over_one_said_for_the_period(coordinator, return_id):
    stood(return_id, "at-risk")
    stood(return_id, "on-track", rounds.PERIOD)
    handed_in(return_id, "", as_before=True)
    accept(coordinator, return_id)
    assert statuses_now() == [("on-track", "", "Ann")]


def test_no_change_holds_no_status_the_plan_knows_no_more(coordinator, return_id):
    stood(return_id, "of-another-scheme")
    handed_in(return_id, "", as_before=True)
    accept(coordinator, return_id)
    assert statuses_now() == []


def test_a_nil_return_writes_nothing(coordinator, return_id):
    submit_return(rounds.police(), return_id=return_id, is_nil=True)
    assert Return.objects.get(pk=return_id).state == ReturnState.NIL
    assert not updates_now(coordinator)
    with pytest.raises(StepError):
        accept(coordinator, return_id)


def test_only_returns_without_any_new_word_are_accepted_together(coordinator, return_id):
    round_id = Return.objects.get(pk=return_id).round_id
    council = rounds.return_of(round_id, "Alder Vale District Council")
    handed_in(return_id, "", "", as_before=True)
    rounds.answer(coordinator, council, "Something new")
    submit_return(coordinator, return_id=council)
    assert accept_unchanged(coordinator, round_id=round_id) == 1
    assert Return.objects.get(pk=return_id).state == ReturnState.ACCEPTED
    assert Return.objects.get(pk=council).state == ReturnState.SUBMITTED
    (update,) = updates_now(coordinator)
    assert update.text.startswith("No change since 2031-32 Quarter 4, when this was reported:\nThree fairs")


def counted_as_unchanged(viewer, round_id):
    """What the button of the grid says, and how many it then accepts."""
    plan_id = Return.objects.filter(round_id=round_id).values_list("round__plan_id", flat=True)[0]
    said = round_page(viewer, plan_id, round_id, today=rounds.DUE).unchanged
    return said, accept_unchanged(viewer, round_id=round_id)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", {"as_before": True, "status": "at-risk", "status_reason": "No money"}),
        ("", {"as_before": True, "status_reason": "No money"}),
        ("", {"status": "at-risk"}),
        ("New words", {"as_before": True}),
        (None, {}),
    ],
)
def test_a_return_that_says_more_than_no_change_is_looked_at(coordinator, return_id, text, words):
    handed_in(return_id, *([] if text is None else [text]), **words)
    round_id = Return.objects.get(pk=return_id).round_id
    assert counted_as_unchanged(coordinator, round_id) == (0, 0)
    assert Return.objects.get(pk=return_id).state == ReturnState.SUBMITTED


def test_the_grid_counts_the_returns_that_are_then_accepted_together(coordinator, return_id):
    handed_in(return_id, "", as_before=True)
    assert counted_as_unchanged(coordinator, Return.objects.get(pk=return_id).round_id) == (1, 1)


def test_coordinator_others_and_outsider_accept_as_they_may(coordinator, return_id):
    handed_in(return_id, "Four fairs held")
    with pytest.raises(NotAllowedError):
        accept(factories.member(Role.AGENCY_LEAD), return_id)
    with pytest.raises(NotVisibleError):
        accept(factories.whitmoor(), return_id)
    accept(coordinator, return_id)
