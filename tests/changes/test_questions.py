"""Questions on the updates are asked, settled with a reason, remembered and asked again."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jointaction.changes.questions import reopen_question, settle_question
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role, Viewer
from jointaction.domain.drafts import DocumentDraft, UpdateDraft
from jointaction.domain.plans import ProblemsError
from jointaction.queries.questions import QuestionLine, questions_as_text, questions_page
from jointaction.store.models import AuditEntry, SettledQuestion
from tests.domain.drafts import a_plan, a_row
from tests.factories import accepted_plan, alder_vale, member, whitmoor

pytestmark = pytest.mark.django_db
PASSAGE = "Four hundred and twelve homes were given locks and window alarms by the wardens this winter."


def a_plan_with_a_passage_said_twice(viewer: Viewer) -> int:
    rows = [
        replace(
            a_row(f"r{number}", objective, ref=f"1.{number}"), updates=(UpdateDraft(PASSAGE, "2031-32 Q4"),)
        )
        for number, objective in enumerate(("Make homes secure", "Help those burgled before"), 1)
    ]
    return accepted_plan(viewer, DocumentDraft((a_plan(*rows),)))


def asked(viewer: Viewer, plan_id: int) -> list[QuestionLine]:
    return [
        question for section in questions_page(viewer, plan_id).sections for question in section.questions
    ]


def test_a_passage_under_two_objectives_is_asked_about_with_both_places() -> None:
    viewer = alder_vale()
    plan_id = a_plan_with_a_passage_said_twice(viewer)
    (question,) = asked(viewer, plan_id)
    assert question.reason == "The same passage stands under two objectives."
    assert [place.words for place in question.places] == ["2031-32 1.1", "2031-32 1.2"]
    assert {place.plan_id for place in question.places} == {plan_id}
    assert "The same passage stands under two objectives." in questions_as_text(viewer)


def test_a_settled_question_is_remembered_with_its_reason_and_can_be_asked_again() -> None:
    viewer = alder_vale()
    plan_id = a_plan_with_a_passage_said_twice(viewer)
    (question,) = asked(viewer, plan_id)
    settle_question(viewer, key=question.key, reason="  The wardens   work for both ")
    settle_question(viewer, key=question.key, reason="again")
    page = questions_page(viewer, plan_id)
    assert page.asked == 0
    assert [line.reason for line in page.settled] == ["The wardens work for both"]
    assert AuditEntry.objects.filter(action="settle question").count() == 1
    reopen_question(viewer, key=question.key)
    assert len(asked(viewer, plan_id)) == 1


def test_settling_needs_a_reason() -> None:
    viewer = alder_vale()
    (question,) = asked(viewer, a_plan_with_a_passage_said_twice(viewer))
    for reason in ("", "   ", "x" * 301):
        with pytest.raises(ProblemsError):
            settle_question(viewer, key=question.key, reason=reason)
    assert not SettledQuestion.objects.exists()


def test_a_question_nobody_asks_cannot_be_settled() -> None:
    viewer = alder_vale()
    plan_id = a_plan_with_a_passage_said_twice(viewer)
    (question,) = asked(viewer, plan_id)
    other = accepted_plan(viewer, DocumentDraft((a_plan(a_row("r1"), title="Town Plan"),)))
    for key, page in (("0" * 64, None), (question.key, other), (question.key, 987_654)):
        with pytest.raises(NotVisibleError):
            settle_question(viewer, key=key, reason="why not", plan_id=page)


def test_settling_reads_only_the_plan_whose_page_asks() -> None:
    viewer = alder_vale()
    plan_id = a_plan_with_a_passage_said_twice(viewer)
    (question,) = asked(viewer, plan_id)
    with CaptureQueriesContext(connection) as alone:
        settle_question(viewer, key=question.key, reason="Known", plan_id=plan_id)
    reopen_question(viewer, key=question.key)
    for year in ("2032-33", "2033-34"):
        accepted_plan(viewer, DocumentDraft((a_plan(a_row("r1"), year=year),)))
    with CaptureQueriesContext(connection) as among_others:
        settle_question(viewer, key=question.key, reason="Known", plan_id=plan_id)
    assert len(among_others) == len(alone)


def test_one_partnership_settles_nothing_for_another() -> None:
    ours, theirs = alder_vale(), whitmoor()
    plan_id = a_plan_with_a_passage_said_twice(ours)
    their_plan = a_plan_with_a_passage_said_twice(theirs)
    (question,) = asked(theirs, their_plan)
    settle_question(theirs, key=question.key, reason="Known")
    assert len(asked(ours, plan_id)) == 1


@pytest.mark.parametrize("role", [Role.COUNCILLOR, Role.ADMINISTRATOR])
def test_who_may_not_see_the_questions_is_refused(role: Role) -> None:
    plan_id = a_plan_with_a_passage_said_twice(alder_vale())
    with pytest.raises(NotAllowedError):
        questions_page(member(role), plan_id)


def test_only_the_coordinator_settles() -> None:
    plan_id = a_plan_with_a_passage_said_twice(alder_vale())
    (question,) = asked(member(Role.ANALYST), plan_id)
    with pytest.raises(NotAllowedError):
        settle_question(member(Role.ANALYST), key=question.key, reason="Known")
