"""A long plan in parts: nothing is lost between pages, nobody's rows are left out."""

from dataclasses import replace

import pytest

from jointaction.domain.access import NotVisibleError
from jointaction.queries.pages import PlanFilters
from jointaction.queries.plan_views import PAGE_ROWS, Gathered, Leaf, plan_view
from tests import factories

pytestmark = pytest.mark.django_db
WHOLE = Leaf(PlanFilters())


def gathered(view):
    return {section.heading: [row.cells[0].text for row in section.rows] for section in view.page.sections}


def test_a_plan_is_gathered_by_its_lead_agencies_as_they_are_known(viewer):
    view = plan_view(viewer, factories.accepted_plan(viewer), replace(WHOLE, by=Gathered.BY_AGENCY))
    assert gathered(view) == {
        "Alder Constabulary": ["1.1", "2.1"],
        "Alder Vale District Council": ["1.2"],
        "River Wardens": ["2.1"],
    }
    assert view.page.objectives == 3


def test_rows_without_a_lead_group_stand_last(viewer):
    view = plan_view(viewer, factories.accepted_plan(viewer), replace(WHOLE, by=Gathered.BY_GROUP))
    assert gathered(view) == {"Burglary Group": ["1.1"], "Night Group": ["2.1"], "No lead group": ["1.2"]}


def test_what_is_gathered_has_passed_the_filters(viewer):
    leaf = Leaf(PlanFilters(theme="2"), by=Gathered.BY_AGENCY)
    assert gathered(plan_view(viewer, factories.accepted_plan(viewer), leaf)) == {
        "Alder Constabulary": ["2.1"],
        "River Wardens": ["2.1"],
    }


def test_the_pages_of_a_long_plan_together_hold_each_row_once(viewer):
    plan_id = factories.accepted_plan(viewer, factories.large_draft(2 * PAGE_ROWS + 1))
    views = [plan_view(viewer, plan_id, replace(WHOLE, number=number)) for number in (1, 2, 3)]
    assert [(view.number, view.pages) for view in views] == [(1, 3), (2, 3), (3, 3)]
    assert [len(view.page.sections[0].rows) for view in views] == [PAGE_ROWS, PAGE_ROWS, 1]
    keys = [row.key for view in views for row in view.page.sections[0].rows]
    everything = plan_view(viewer, plan_id, replace(WHOLE, number=0))
    assert keys == [row.key for row in everything.page.sections[0].rows]
    assert everything.page.objectives == views[0].page.objectives == len(set(keys))


def test_a_page_beyond_the_last_is_the_last(viewer):
    plan_id = factories.accepted_plan(viewer, factories.large_draft(2 * PAGE_ROWS + 1))
    assert plan_view(viewer, plan_id, replace(WHOLE, number=99)).number == 3


def test_a_plan_of_the_usual_length_stays_whole(viewer):
    view = plan_view(viewer, factories.accepted_plan(viewer, factories.large_draft(80)), WHOLE)
    assert (view.number, view.pages, len(view.page.sections[0].rows)) == (1, 1, 80)


def test_another_partnership_sees_no_part_of_a_plan(viewer):
    plan_id = factories.accepted_plan(viewer, is_public=True)
    with pytest.raises(NotVisibleError):
        plan_view(factories.whitmoor(), plan_id, replace(WHOLE, by=Gathered.BY_AGENCY))
