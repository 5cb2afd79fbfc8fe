"""Each agency, group, area and indicator has its page: what is theirs, how it stands, nobody else's."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jointaction.domain.access import NotVisibleError, Role
from jointaction.domain.catalogue.status_schemes import PLAIN
from jointaction.queries.overviews import agency_overview, area_overview, group_overview, indicator_overview
from jointaction.queries.shapes import stored_scheme
from jointaction.queries.summaries import plan_summary
from jointaction.store.models import Agency, Area, Group, Plan
from tests import factories

pytestmark = pytest.mark.django_db


def of(kind, name, viewer):
    return kind.objects.get(name=name, partnership_id=viewer.partnership_id).pk


def lines(page):
    return [(line.part, line.standing.ref, line.standing.word) for line in page.lines]


def test_an_agencys_page_shows_what_it_leads_before_what_it_supports(viewer):
    factories.accepted_plan(viewer)
    police = agency_overview(viewer, of(Agency, "Alder Constabulary", viewer))
    assert lines(police) == [
        ("lead agency", "1.1", "On track"),
        ("lead agency", "2.1", "No update received"),
    ]
    assert police.told_in_words == "It leads 2 objectives; 1 of them without an update."
    library = agency_overview(viewer, of(Agency, "Library Service", viewer))
    assert lines(library) == [("support", "1.1", "On track")]


def test_a_groups_page_shows_what_it_answers_for(viewer):
    factories.accepted_plan(viewer)
    page = group_overview(viewer, of(Group, "Burglary Group", viewer))
    assert [(part, ref) for part, ref, _ in lines(page)] == [("lead group", "1.1"), ("support", "1.2")]


def test_an_areas_page_shows_its_own_updates_only(viewer):
    plan_id = factories.accepted_plan(viewer)
    page = area_overview(viewer, of(Area, "Wharf End", viewer))
    assert [(plan.id, plan.period) for plan in page.plans] == [(plan_id, "2031-32 Q4")]
    assert [line.standing.ref for line in page.lines] == ["1.1"]
    assert page.missing == 1


@pytest.mark.parametrize("code", ["NI 16", "ni16", "NI16"])
def test_an_indicators_page_shows_the_objectives_that_cite_it(viewer, code):
    factories.accepted_plan(viewer)
    page = indicator_overview(viewer, code)
    assert (page.name, page.told) == ("NI 16", "Serious acquisitive crime")
    assert [line.standing.ref for line in page.lines] == ["1.1"]


def test_a_page_shows_one_year_and_leads_to_the_others(viewer):
    factories.accepted_plan(viewer)
    older = factories.accepted_plan(viewer, factories.draft_of_year("2030-31"))
    police = of(Agency, "Alder Constabulary", viewer)
    assert agency_overview(viewer, police).years == ("2031-32", "2030-31")
    assert [plan.id for plan in agency_overview(viewer, police, "2030-31").plans] == [older]
    assert agency_overview(viewer, police, "1999-00").year == "2031-32"
    Plan.objects.filter(year_first=2031).update(state="draft")
    assert agency_overview(viewer, police).years == ("2030-31",)


def test_who_may_see_no_plan_of_theirs_may_not_know_of_them(viewer):
    plan_id = factories.accepted_plan(viewer)
    pages = (
        lambda who: agency_overview(who, of(Agency, "Alder Constabulary", viewer)),
        lambda who: group_overview(who, of(Group, "Burglary Group", viewer)),
        lambda who: area_overview(who, of(Area, "Wharf End", viewer)),
        lambda who: indicator_overview(who, "NI 16"),
        lambda who: plan_summary(who, plan_id),
    )
    public, outsider = factories.public(viewer), factories.whitmoor()
    for page in pages:
        assert page(factories.member(Role.COUNCILLOR))
        for unknowing in (public, outsider):
            with pytest.raises(NotVisibleError):
                page(unknowing)
    factories.publish(plan_id, viewer)
    for page in pages:
        assert page(public)
        with pytest.raises(NotVisibleError):
            page(outsider)


def test_a_summary_counts_what_was_promised_and_how_it_stands(viewer):
    page = plan_summary(viewer, factories.accepted_plan(viewer))
    assert page.promise.startswith("The partnership promised 3 objectives under 2 themes, with 3 actions and")
    assert (page.period, page.reported, page.objectives) == ("2031-32 Q4", 2, 3)
    assert [(count.word, count.number) for count in page.counts] == [
        ("On track", 1),
        ("Status not said", 1),
        ("No update received", 1),
    ]


def test_the_statuses_are_those_of_the_plans_scheme(viewer):
    plan_id = factories.accepted_plan(viewer)
    scheme = PLAIN
    Plan.objects.filter(pk=plan_id).update(scheme=stored_scheme(scheme))
    page = plan_summary(viewer, plan_id)
    assert page.key == scheme.statuses
    assert {count.status for count in page.counts} <= {*scheme.statuses, None} | {
        count.status for count in page.counts if count.word == "No update received"
    }


def test_a_page_of_twenty_rows_takes_as_many_questions_as_one_of_one(viewer):
    other = factories.whitmoor()
    plans = [
        factories.accepted_plan(viewer, factories.large_draft(1)),
        factories.accepted_plan(other, factories.large_draft(20)),
    ]
    counts = []
    for who, plan_id in zip((viewer, other), plans, strict=True):
        with CaptureQueriesContext(connection) as queries:
            agency_overview(who, of(Agency, "Alder Constabulary", who))
            group_overview(who, of(Group, "Burglary Group", who))
            area_overview(who, of(Area, "Wharf End", who))
            indicator_overview(who, "NI 16")
            plan_summary(who, plan_id)
        counts.append(len(queries))
    assert counts[0] == counts[1]
