"""The address of a part of a plan, and the way from it to the others."""

import pytest
from django.http import QueryDict

from jointaction.domain.access import Role
from jointaction.queries.plan_views import PAGE_ROWS, Gathered
from jointaction.store.models import Person
from jointaction.web.plans.leafing import leaf_asked
from tests import factories


@pytest.mark.parametrize(
    ("words", "by", "number"),
    [
        ("by=agency&page=3", Gathered.BY_AGENCY, 3),
        ("by=group&page=all", Gathered.BY_GROUP, 0),
        ("by=moon&page=-1", Gathered.BY_THEME, 1),
        ("page=²", Gathered.BY_THEME, 1),
        ("page=99999999999999999999", Gathered.BY_THEME, 1),
        ("page=0", Gathered.BY_THEME, 1),
        ("", Gathered.BY_THEME, 1),
    ],
)
def test_an_address_that_makes_no_sense_asks_for_the_first_page_by_theme(words, by, number):
    leaf = leaf_asked(QueryDict(words))
    assert (leaf.by, leaf.number) == (by, number)


@pytest.mark.django_db
def test_each_page_leads_to_the_next_the_last_back_and_all_to_one(client):
    viewer = factories.alder_vale()
    plan_id = factories.accepted_plan(viewer, factories.large_draft(2 * PAGE_ROWS + 1))
    client.force_login(Person.objects.get(email=factories.email(Role.ANALYST)))
    first, last, whole = (
        client.get(f"/plans/{plan_id}/?by=agency&page={page}").content.decode() for page in ("1", "3", "all")
    )
    assert 'href="?by=agency&amp;page=2" rel="next"' in first
    assert 'rel="prev"' not in first
    assert 'href="?by=agency&amp;page=2" rel="prev"' in last
    assert 'rel="next"' not in last
    assert 'href="?by=agency&amp;page=all"' in first
    assert whole.count('scope="row"') == 2 * PAGE_ROWS + 1
    assert "Alder Constabulary</h2>" in whole
