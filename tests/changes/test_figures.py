"""The figures of updates are kept beside them, and only those of the words that stand there now."""

import pytest

from jointaction.changes.figures import keep_figures, keep_figures_left
from jointaction.domain.drafts import DocumentDraft, UpdateDraft
from jointaction.store.models import Objective, StatedFigure, Update
from tests import factories
from tests.domain.drafts import a_plan, a_row

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan_id():
    text = "14 doorstep mediation meetings. Burglary fell by 4%."
    row = a_row(
        "r1", updates=(UpdateDraft(text, "2031-32 Q4"), UpdateDraft("Nothing to count.", "2031-32 Q3"))
    )
    return factories.accepted_plan(factories.alder_vale(), DocumentDraft((a_plan(row),)))


def kept():
    return list(StatedFigure.objects.order_by("pk").values_list("value", "unit", "direction"))


def test_the_figures_of_a_plan_are_kept_once(plan_id):
    assert keep_figures(plan_id) == 2
    assert kept() == [(14, "count", ""), (4, "percent_change", "down")]
    assert keep_figures(plan_id) == 0
    assert len(kept()) == 2


def test_other_words_give_other_figures(plan_id):
    keep_figures(plan_id)
    Update.objects.filter(period="2031-32 Q4").update(text="20 doorstep mediation meetings.")
    assert keep_figures(plan_id) == 1
    assert kept() == [(20, "count", "")]


def test_what_no_worker_has_read_is_read_later(plan_id):
    assert keep_figures_left() == 2
    assert keep_figures_left() == 0
    assert len(kept()) == 2


def test_figures_go_with_their_update(plan_id):
    keep_figures(plan_id)
    Objective.objects.all().delete()
    assert kept() == []


def test_accepting_a_plan_has_its_updates_read(django_capture_on_commit_callbacks):
    viewer = factories.alder_vale()
    with django_capture_on_commit_callbacks(execute=True):
        plan_id = factories.accepted_plan(viewer)
    assert keep_figures(plan_id) == 0
    assert StatedFigure.objects.exists()
