"""Who waits for the partnership's row does so before any other, so that no two wait for each other."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jointaction.changes.indicators import add_indicator, change_indicator, take_out_indicator
from jointaction.changes.layouts import change_layout, delete_layout, make_layout
from jointaction.changes.papers.drafts import change_paper, drop_paper
from jointaction.changes.papers.publishing import publish_paper
from jointaction.changes.papers.withdraw import withdraw_paper
from jointaction.changes.schemes import change_scheme, delete_scheme, make_scheme
from jointaction.domain.catalogue.layouts import PLAIN as PLAIN_LAYOUT
from jointaction.domain.catalogue.status_schemes import PLAIN
from jointaction.domain.indicators import IndicatorMeaning
from tests import factories
from tests.committee_papers import DRAFT, a_draft, issue, issued

pytestmark = pytest.mark.django_db
MEANING = IndicatorMeaning("Safer Alder", "LI 3", "Sheds with a lock")
COLUMNS = PLAIN_LAYOUT.columns


def change_a_layout(viewer, plan_id):
    layout_id = make_layout(viewer, name="Ours", columns=COLUMNS)
    return lambda: change_layout(viewer, layout_id, version=1, name="Theirs", columns=COLUMNS)


def delete_a_layout(viewer, plan_id):
    layout_id = make_layout(viewer, name="Ours", columns=COLUMNS)
    return lambda: delete_layout(viewer, layout_id, version=1)


def change_a_scheme(viewer, plan_id):
    scheme_id = make_scheme(viewer, name="Ours", statuses=PLAIN.statuses)
    return lambda: change_scheme(viewer, scheme_id, version=1, name="Theirs", statuses=PLAIN.statuses)


def delete_a_scheme(viewer, plan_id):
    scheme_id = make_scheme(viewer, name="Ours", statuses=PLAIN.statuses)
    return lambda: delete_scheme(viewer, scheme_id, version=1)


def change_an_indicator(viewer, plan_id):
    indicator_id = add_indicator(viewer, MEANING)
    return lambda: change_indicator(viewer, indicator_id, version=1, meaning=MEANING)


def take_out_an_indicator(viewer, plan_id):
    indicator_id = add_indicator(viewer, MEANING)
    return lambda: take_out_indicator(viewer, indicator_id, version=1)


def change_a_paper(viewer, plan_id):
    paper_id = a_draft(viewer, plan_id)
    return lambda: change_paper(viewer, paper_id=paper_id, version=1, draft=DRAFT)


def drop_a_paper(viewer, plan_id):
    paper_id = a_draft(viewer, plan_id)
    return lambda: drop_paper(viewer, paper_id=paper_id, version=1)


def issue_a_paper(viewer, plan_id):
    paper_id = a_draft(viewer, plan_id)
    return lambda: issue(viewer, paper_id)


def publish_a_paper(viewer, plan_id):
    number = issued(viewer, plan_id)
    factories.publish(plan_id, viewer)
    return lambda: publish_paper(viewer, number=number, is_public=True)


def withdraw_a_paper(viewer, plan_id):
    number = issued(viewer, plan_id)
    return lambda: withdraw_paper(viewer, number=number, reason="A figure was wrong")


@pytest.mark.parametrize(
    "prepared",
    [
        change_a_layout,
        delete_a_layout,
        change_a_scheme,
        delete_a_scheme,
        change_an_indicator,
        take_out_an_indicator,
        change_a_paper,
        drop_a_paper,
        issue_a_paper,
        publish_a_paper,
        withdraw_a_paper,
    ],
)
def test_the_partnerships_row_is_the_first_a_transaction_asks_for(viewer, plan_id, prepared):
    change = prepared(viewer, plan_id)
    with CaptureQueriesContext(connection) as queries:
        change()
    asked = [query["sql"] for query in queries]
    begun = next(place for place, sql in enumerate(asked) if sql.startswith("SAVEPOINT"))
    first = asked[begun + 1]
    assert 'FROM "store_partnership"' in first
    assert connection.vendor == "sqlite" or first.endswith("FOR UPDATE")
