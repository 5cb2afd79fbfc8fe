import pytest

from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.queries.papers import monitoring_paper
from tests import factories
from tests.domain.drafts import a_document, a_row

pytestmark = pytest.mark.django_db


def test_a_paper_shows_the_plan_for_the_latest_reported_period(viewer):
    page = monitoring_paper(viewer, factories.accepted_plan(viewer))
    assert (page.paper.partnership, page.paper.title) == (viewer.partnership, "Safer Sheds")
    assert (page.paper.plan_year, page.paper.period) == ("2031-32", "2031-32 Quarter 4")
    assert [section.heading for section in page.paper.sections] == ["1. Thefts", "2. Getting home"]
    assert page.paper.sections[0].rows[0].cells[-1].lines == ("Three fairs held", "Alarms all lent")


def test_a_paper_can_be_made_for_every_quarter_of_the_year(viewer):
    plan_id = factories.accepted_plan(viewer)
    periods = monitoring_paper(viewer, plan_id).periods
    assert periods == tuple(f"2031-32 Q{quarter}" for quarter in (1, 2, 3, 4))
    for period in periods:
        assert monitoring_paper(viewer, plan_id, period).period == period


def test_a_plan_nobody_reported_on_has_a_paper_for_its_last_quarter(viewer):
    page = monitoring_paper(viewer, factories.accepted_plan(viewer, a_document(a_row("r1"))))
    assert page.paper.period == "2031-32 Quarter 4"


def test_a_paper_says_how_many_updates_are_missing(viewer):
    plan_id = factories.accepted_plan(viewer)
    (missing,) = monitoring_paper(viewer, plan_id).paper.notes
    assert missing.startswith("2 of 3 objectives have an update for 2031-32 Quarter 4.")
    whole = factories.accepted_plan(viewer, a_document(factories.a_draft().plans[0].rows[1]))
    (none_missing,) = monitoring_paper(viewer, whole).paper.notes
    assert none_missing == "All 1 objectives have an update for 2031-32 Quarter 4."


@pytest.mark.parametrize("period", ["2019-20 Q1", "soon", "2031-32 Q5"])
def test_a_period_the_plan_does_not_have_has_no_paper(viewer, period):
    plan_id = factories.accepted_plan(viewer)
    with pytest.raises(NotVisibleError):
        monitoring_paper(viewer, plan_id, period)


def test_readers_make_papers_the_public_and_the_administrator_do_not_and_outsiders_find_none(viewer):
    plan_id = factories.accepted_plan(viewer, is_public=True)
    for role in (Role.COORDINATOR, Role.AGENCY_LEAD, Role.GROUP_CHAIR, Role.ANALYST, Role.COUNCILLOR):
        assert monitoring_paper(factories.member(role), plan_id).plan_id == plan_id
    for outside in (factories.public(viewer), factories.member(Role.ADMINISTRATOR)):
        with pytest.raises(NotAllowedError):
            monitoring_paper(outside, plan_id)
    with pytest.raises(NotVisibleError):
        monitoring_paper(factories.whitmoor(), plan_id)
