"""Each save of an answer holds, or tells what stood in its way."""

import pytest

from jointaction.changes.returns.answers import save_answer
from jointaction.changes.returns.steps import send_back, submit_return
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.answers import LONGEST_ANSWER, AnswerWords
from jointaction.domain.life import StepError
from jointaction.domain.plans import EditConflictError, ProblemsError
from jointaction.domain.returns import ReturnState
from jointaction.store.models import Answer, AuditEntry, Return
from tests import factories
from tests.changes.returns import rounds

pytestmark = pytest.mark.django_db


def test_a_save_makes_the_return_drafted_once_and_counts_its_versions(return_id):
    police = rounds.police()
    assert rounds.answer(police, return_id, "One") == 1
    version = rounds.version_of(return_id)
    assert rounds.answer(police, return_id, "Two") == 2
    assert rounds.version_of(return_id) == version
    assert Return.objects.get(pk=return_id).state == ReturnState.DRAFTED


def test_a_save_over_an_older_version_changes_nothing(return_id):
    police = rounds.police()
    rounds.answer(police, return_id, "One")
    with pytest.raises(EditConflictError):
        rounds.answer(police, return_id, "Two", version=0)
    assert Answer.objects.get().text == "One"


def test_the_same_words_sent_again_are_saved_already(return_id):
    police = rounds.police()
    assert rounds.answer(police, return_id, "One") == 1
    assert rounds.answer(police, return_id, "One", version=0) == 1


def test_nothing_typed_makes_no_answer(return_id):
    assert rounds.answer(rounds.police(), return_id, "") == 0
    assert not Answer.objects.exists()


def test_what_somebody_else_wrote_stays_in_the_trail_when_it_is_overwritten(coordinator, return_id):
    rounds.answer(rounds.police(), return_id, "The police's words")
    rounds.answer(coordinator, return_id, "The coordinator's words")
    last = AuditEntry.objects.filter(action="save answer").order_by("-sequence").first()
    assert last.before == "The police's words"


@pytest.mark.parametrize(
    "words",
    [
        AnswerWords("x" * (LONGEST_ANSWER + 1)),
        AnswerWords("x", "unheard-of"),
        AnswerWords("x", "", "y" * 2001),
    ],
)
def test_words_that_cannot_be_are_refused_with_a_sentence(return_id, words):
    box = rounds.lines(rounds.police(), return_id)[0].box
    with pytest.raises(ProblemsError):
        save_answer(
            rounds.police(),
            return_id=return_id,
            objective_id=box.objective_id,
            area_id=box.area_id,
            words=words,
            version=0,
        )


def test_after_it_is_handed_in_nothing_is_written_until_it_is_sent_back(coordinator, return_id):
    police = rounds.police()
    rounds.answer(police, return_id, "One")
    submit_return(police, return_id=return_id)
    with pytest.raises(StepError):
        rounds.answer(police, return_id, "Two")
    send_back(coordinator, return_id=return_id, version=rounds.version_of(return_id), note="More, please")
    rounds.answer(police, return_id, "Two")
    assert Return.objects.get(pk=return_id).state == ReturnState.SENT_BACK


def test_a_box_of_another_agency_is_not_there(coordinator, return_id):
    round_id = Return.objects.get(pk=return_id).round_id
    council = rounds.return_of(round_id, "Alder Vale District Council")
    other = rounds.lines(coordinator, council)[0].box
    with pytest.raises(NotVisibleError):
        save_answer(
            rounds.police(),
            return_id=return_id,
            objective_id=other.objective_id,
            area_id=other.area_id,
            words=AnswerWords("x"),
            version=0,
        )


def test_agency_other_agency_and_outsider_write_as_they_may(coordinator, return_id):
    round_id = Return.objects.get(pk=return_id).round_id
    council = rounds.return_of(round_id, "Alder Vale District Council")
    with pytest.raises(NotVisibleError):
        submit_return(rounds.police(), return_id=council)
    with pytest.raises(NotAllowedError):
        submit_return(factories.member(Role.ANALYST), return_id=return_id)
    with pytest.raises(NotVisibleError):
        submit_return(factories.whitmoor(), return_id=return_id)
    with pytest.raises(NotVisibleError):
        submit_return(rounds.police(role=Role.LINK_HOLDER, only_return=council), return_id=return_id)
    submit_return(rounds.police(role=Role.LINK_HOLDER, only_return=return_id), return_id=return_id)
