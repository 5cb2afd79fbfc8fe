import pytest

from jointaction.domain.access import NotVisibleError, Role
from jointaction.domain.drafts import DocumentDraft
from jointaction.domain.fields import Field
from jointaction.queries.pages import PlanFilters
from jointaction.queries.plans import objective_page, plan_page, plans_page
from tests import factories
from tests.domain.drafts import a_document, a_plan, a_row

pytestmark = pytest.mark.django_db


def refs(page):
    return [row.cells[0].text for section in page.sections for row in section.rows]


def choice(page, kind, label):
    return next(found for found in getattr(page.choices, kind) if found.label == label)


def test_plans_are_listed_newest_year_first_with_their_counts(viewer):
    factories.accepted_plan(viewer, a_document(a_row("r1"), year="2029-30"))
    factories.accepted_plan(viewer)
    assert [(plan.year, plan.themes, plan.objectives, plan.updates) for plan in plans_page(viewer)] == [
        ("2031-32", 2, 3, 4),
        ("2029-30", 1, 1, 0),
    ]


def test_the_public_and_the_administrator_see_only_public_plans(viewer):
    private, shown = factories.accepted_plan(viewer), factories.accepted_plan(viewer, is_public=True)
    for outside in (factories.public(viewer), factories.member(Role.ADMINISTRATOR)):
        assert [plan.id for plan in plans_page(outside)] == [shown]
        with pytest.raises(NotVisibleError):
            plan_page(outside, private)


@pytest.mark.parametrize("role", [role for role in factories.MEMBERS if role is not Role.ADMINISTRATOR])
def test_every_other_member_sees_every_plan(viewer, role):
    plan_id = factories.accepted_plan(viewer)
    assert plan_page(factories.member(role), plan_id).objectives == 3


def test_another_partnership_sees_not_even_a_public_plan(viewer):
    plan_id = factories.accepted_plan(viewer, is_public=True)
    other = factories.whitmoor()
    assert plans_page(other) == ()
    with pytest.raises(NotVisibleError):
        plan_page(other, plan_id)
    with pytest.raises(NotVisibleError):
        objective_page(other, plan_id, factories.objective_of(plan_id))


def test_a_plan_page_shows_the_latest_reported_period_unless_another_is_asked(viewer):
    plan_id = factories.accepted_plan(viewer)
    assert plan_page(viewer, plan_id).period == "2031-32 Q4"
    assert plan_page(viewer, plan_id, period="2031-32 Q3").period == "2031-32 Q3"
    assert plan_page(viewer, plan_id, period="2019-20 Q1").period == "2031-32 Q4"
    assert plan_page(viewer, plan_id).periods == ("2031-32 Q3", "2031-32 Q4")


def test_a_plan_nobody_reported_on_has_no_period(viewer):
    page = plan_page(viewer, factories.accepted_plan(viewer, a_document(a_row("r1"))))
    assert (page.period, page.periods, page.without_update) == (None, (), 1)


def test_objectives_without_an_update_are_counted(viewer):
    plan_id = factories.accepted_plan(viewer)
    assert plan_page(viewer, plan_id).without_update == 1
    assert plan_page(viewer, plan_id, period="2031-32 Q3").without_update == 2


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ({"theme": "1"}, ["1.1", "1.2"]),
        ({"theme": "2"}, ["2.1"]),
        ({"indicator": "NI 16"}, ["1.1"]),
        ({"area": "Wharf End"}, ["1.1"]),
        ({"words": "SHEDS"}, ["1.1", "1.2"]),
        ({"words": "sheds lock"}, ["1.2"]),
        ({"words": "eleven"}, ["1.2"]),
        ({"words": "c-17"}, ["1.1"]),
        ({"theme": "1", "words": "river"}, []),
        ({"theme": "9"}, []),
        ({}, ["1.1", "1.2", "2.1"]),
    ],
)
def test_filters_keep_the_objectives_asked_for(viewer, asked, kept):
    page = plan_page(viewer, factories.accepted_plan(viewer), filters=PlanFilters(**asked))
    assert refs(page) == kept
    assert (page.objectives, page.objectives_in_all) == (len(kept), 3)


@pytest.mark.parametrize(
    ("kind", "label", "kept"),
    [
        ("agency", "Alder Constabulary", ["1.1", "2.1"]),
        ("agency", "Alder Vale District Council", ["1.2"]),
        ("agency", "Library Service", ["1.1"]),
        ("group", "Burglary Group", ["1.1", "1.2"]),
        ("group", "Night Group", ["2.1"]),
    ],
)
def test_an_agency_or_group_is_found_however_the_plan_writes_it_and_its_count_is_right(
    viewer, kind, label, kept
):
    plan_id = factories.accepted_plan(viewer)
    found = choice(plan_page(viewer, plan_id), kind, label)
    page = plan_page(viewer, plan_id, filters=PlanFilters(**{kind: found.value}))
    assert refs(page) == kept
    assert found.count == len(kept)


def test_every_choice_offered_keeps_as_many_objectives_as_it_says(viewer):
    plan_id = factories.accepted_plan(viewer)
    whole = plan_page(viewer, plan_id)
    for kind in ("theme", "agency", "group", "indicator", "area"):
        for offered in getattr(whole.choices, kind):
            page = plan_page(viewer, plan_id, filters=PlanFilters(**{kind: offered.value}))
            assert page.objectives == offered.count, (kind, offered)


def test_an_objective_page_says_everything_and_where_it_stood(viewer):
    plan_id = factories.accepted_plan(viewer)
    page = objective_page(viewer, plan_id, factories.objective_of(plan_id))
    assert (page.row.ref, page.theme, page.document) == ("1.1", "1. Thefts", "plan.docx")
    assert [(origin.field, origin.source_text) for origin in page.origins] == [
        (Field.OBJECTIVE, "Fewer sheds")
    ]
    assert {(party.words, party.known_as) for party in page.parties} >= {
        ("Constabulary", "Alder Constabulary"),
        ("Library service", "Library Service"),
        ("Allotment society", ""),
    }


def test_objectives_lead_to_the_one_before_and_the_one_after(viewer):
    plan_id = factories.accepted_plan(viewer)
    first, second, third = (factories.objective_of(plan_id, ref) for ref in ("1.1", "1.2", "2.1"))
    pages = [objective_page(viewer, plan_id, found) for found in (first, second, third)]
    assert [(page.previous_id, page.next_id) for page in pages] == [
        (None, second),
        (first, third),
        (second, None),
    ]


def test_the_public_sees_no_words_of_the_source_document(viewer):
    plan_id = factories.accepted_plan(viewer, is_public=True)
    page = objective_page(factories.public(viewer), plan_id, factories.objective_of(plan_id))
    assert page.row.objective == "Fewer sheds are broken into"
    assert page.origins == page.row.origins == ()


def test_an_objective_of_another_plan_or_none_is_absent(viewer):
    one = factories.accepted_plan(viewer)
    other = factories.accepted_plan(viewer, DocumentDraft((a_plan(a_row("r1", ref="7")),)))
    for plan_id, objective_id in ((one, factories.objective_of(other, "7")), (one, 987_654)):
        with pytest.raises(NotVisibleError):
            objective_page(viewer, plan_id, objective_id)
