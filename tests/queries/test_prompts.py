"""Prompts on texts being written: held against the plan the viewer sees, without what was settled."""

from dataclasses import replace

import pytest

from jointaction.changes.local_words import set_local_words
from jointaction.changes.questions import settle_question
from jointaction.domain.claims.asking.values import LocalWords
from jointaction.domain.claims.placing import placed_updates
from jointaction.domain.claims.words_kept import WordKind, version_of_words
from jointaction.domain.drafts import DocumentDraft, UpdateDraft
from jointaction.queries.content import plan_content
from jointaction.queries.prompts import asking_rules, objective_prompts, prompts_on_updates
from jointaction.queries.questions import questions_page
from tests import factories
from tests.domain.drafts import a_plan, a_row

pytestmark = pytest.mark.django_db
MEETINGS = "{} doorstep mediation meetings (counting those held in halls)"
PERIOD = "2031-32 Q4"


@pytest.fixture
def plan_id(viewer):
    rows = (
        a_row("r1", updates=(UpdateDraft(MEETINGS.format(15), PERIOD),)),
        a_row("r2", "More sheds have a lock", updates=(UpdateDraft("Eleven visits", "2031-32 Q3"),)),
    )
    return factories.accepted_plan(viewer, DocumentDraft((a_plan(*rows),)))


def prompts(viewer, plan_id, text, at=1):
    placed = placed_updates(DocumentDraft((plan_content(viewer, plan_id).plan,)))
    mine = replace(placed[at], text=text, period=PERIOD, area=None)
    return prompts_on_updates(asking_rules(viewer), (mine,), placed)[mine]


def test_a_text_is_held_against_the_other_objectives_of_its_period(viewer, plan_id):
    found = prompts(viewer, plan_id, MEETINGS.format(36))
    assert [figure.value for figure in found.figures] == [36]
    (prompt,) = found.prompts
    assert "15 and 36" in prompt.reason
    assert len(prompt.beside) == 1


def test_a_text_takes_the_place_of_the_update_that_is_there(viewer, plan_id):
    assert prompts(viewer, plan_id, MEETINGS.format(16), at=0).prompts == ()


def test_the_partnerships_words_count_at_once(viewer, plan_id):
    text = "A licence review of the Gilded Heron is due."
    before = prompts(viewer, plan_id, text).prompts
    words = {WordKind.PREMISES: ("Gilded Heron",)}
    set_local_words(viewer, words, version=version_of_words(LocalWords()))
    assert len(prompts(viewer, plan_id, text).prompts) == len(before) + 1


def test_what_was_settled_is_not_asked_again(viewer):
    rows = [a_row(f"r{at}", updates=(UpdateDraft(MEETINGS.format(at), PERIOD),)) for at in (15, 36)]
    plan_id = factories.accepted_plan(viewer, DocumentDraft((a_plan(*rows),)))
    objective = factories.objective_of(plan_id, "r15.1")
    (prompt,) = objective_prompts(viewer, plan_id, objective)
    settle_question(viewer, key=prompt.key, reason="Both are right", plan_id=plan_id)
    assert objective_prompts(viewer, plan_id, objective) == ()


def test_the_public_is_shown_no_prompts(viewer, plan_id):
    assert objective_prompts(factories.public(viewer), plan_id, factories.objective_of(plan_id, "r1.1")) == ()


def test_the_pages_of_questions_heed_the_partnerships_words(viewer):
    row = a_row("r1", updates=(UpdateDraft("A licence review of the Gilded Heron is due.", PERIOD),))
    plan_id = factories.accepted_plan(viewer, DocumentDraft((a_plan(row),)))
    before = questions_page(viewer, plan_id).asked
    words = {WordKind.PREMISES: ("Gilded Heron",)}
    set_local_words(viewer, words, version=version_of_words(LocalWords()))
    assert questions_page(viewer, plan_id).asked == before + 1
