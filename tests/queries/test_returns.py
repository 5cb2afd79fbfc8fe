"""A return tells what was said before, by area where the plan splits, and what was amended meanwhile."""

from dataclasses import replace

import pytest
from django.utils import timezone

from jointaction.domain.answers import Told
from jointaction.domain.drafts import DocumentDraft, UpdateDraft
from jointaction.queries.returns import return_page
from jointaction.store.models import Amendment, Party, PartyPart, Plan, Return
from tests import factories
from tests.changes.returns import rounds

pytestmark = pytest.mark.django_db
LAST = "2031-32 Q4"


@pytest.fixture
def coordinator():
    return factories.alder_vale()


def split_draft():
    """The usual plan, its first theme reported by area in the last quarter."""
    plan = factories.in_year(factories.a_draft(), "2031-33").plans[0]
    first, second = plan.themes
    areas = (UpdateDraft("In the town", LAST, "Alderbrook"), UpdateDraft("By the wharf", LAST, "Wharf End"))
    rows = (replace(first.rows[0], updates=areas), *first.rows[1:])
    return DocumentDraft((replace(plan, themes=(replace(first, rows=rows), second)),))


def test_a_theme_that_was_split_by_area_has_a_box_for_each(coordinator):
    plan_id = factories.accepted_plan(coordinator, split_draft())
    return_id = rounds.return_of(rounds.a_round(coordinator, plan_id))
    page = return_page(rounds.police(), return_id)
    boxes = {(line.box.ref, line.box.area): line.box.last for line in page.lines}
    assert boxes["1.1", "Alderbrook"] == Told(LAST, "In the town")
    assert boxes["1.1", "Wharf End"] == Told(LAST, "By the wharf")
    assert boxes["2.1", ""] is None
    assert "objectives in" in page.asked


def test_an_amendment_reaches_the_open_return(coordinator):
    return_id = rounds.return_of(rounds.a_round(coordinator))
    objective_id = rounds.lines(rounds.police(), return_id)[0].box.objective_id
    changes = [
        {"objective": objective_id, "ref": "1.1", "field": "Target", "before": "30", "after": "20"},
        {"objective": None, "ref": "", "field": "Title", "before": "a", "after": "b"},
    ]
    Amendment.objects.create(
        plan=Plan.objects.get(),
        number=1,
        reason="Fewer were found.",
        changes=changes,
        made_by_id=coordinator.person_id,
        made_at=timezone.now(),
    )
    (told,) = rounds.lines(rounds.police(), return_id)[0].changed
    assert told.endswith("Target, “30” to “20”. Fewer were found.")
    assert rounds.lines(rounds.police(), return_id)[1].changed == ()


def test_words_on_an_objective_somebody_else_leads_now_are_kept_and_shown(coordinator):
    round_id = rounds.a_round(coordinator)
    return_id = rounds.return_of(round_id)
    rounds.answer(rounds.police(), return_id, "Four fairs held")
    council = Return.objects.get(round_id=round_id, agency__name="Alder Vale District Council").agency
    objective_id = rounds.lines(rounds.police(), return_id)[0].box.objective_id
    Party.objects.filter(objective_id=objective_id, part=PartyPart.LEAD_AGENCY).update(agency=council)
    page = return_page(rounds.police(), return_id)
    assert objective_id not in [line.box.objective_id for line in page.lines]
    assert page.no_longer_asked[0].endswith("Four fairs held")
