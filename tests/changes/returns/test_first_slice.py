"""From the round's opening to the update in the plan."""

import pytest

from jointaction.changes.returns.accepting import accept_return
from jointaction.changes.returns.steps import submit_return
from jointaction.domain.returns import ReturnState
from jointaction.queries.content import plan_content
from jointaction.queries.returns import return_page
from jointaction.store.models import Return
from tests import factories
from tests.changes.returns import rounds

pytestmark = pytest.mark.django_db


def test_an_answer_becomes_an_update_and_a_status_of_the_plan():
    coordinator = factories.alder_vale()
    plan_id = rounds.a_plan_of_two_years(coordinator)
    round_id = rounds.a_round(coordinator, plan_id)
    return_id = rounds.return_of(round_id)
    police = rounds.police()
    before = plan_content(coordinator, plan_id).version
    rounds.answer(police, return_id, "Four fairs held", status="on-track", status_reason="Ahead of plan")
    page = return_page(police, return_id)
    assert (page.answered, page.state) == (1, ReturnState.DRAFTED)
    submit_return(police, return_id=return_id)
    accept_return(coordinator, return_id=return_id, version=rounds.version_of(return_id))
    content = plan_content(coordinator, plan_id)
    row = content.plan.rows[0]
    assert [(u.text, u.period) for u in row.updates][-1] == ("Four fairs held", rounds.PERIOD)
    assert [(m.status, m.reason) for m in row.marks] == [("on-track", "Ahead of plan")]
    assert content.version == before + 1
    assert Return.objects.get(pk=return_id).state == ReturnState.ACCEPTED
