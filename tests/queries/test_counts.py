"""No page asks the database more often because there is more to show."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jointaction.queries.audit import history_entry, history_page
from jointaction.queries.home import home_page
from jointaction.queries.imports import import_page, import_row_page, imports_page
from jointaction.queries.papers import monitoring_paper
from jointaction.queries.partners import partners_page
from jointaction.queries.plans import objective_page, plan_page, plans_page
from tests import factories

pytestmark = pytest.mark.django_db
MOST = 25

PAGES = {
    "home": lambda viewer, ids: home_page(viewer, today=date(2032, 7, 25)),
    "plans": lambda viewer, ids: plans_page(viewer),
    "plan": lambda viewer, ids: plan_page(viewer, ids["plan"]),
    "objective": lambda viewer, ids: objective_page(viewer, ids["plan"], ids["objective"]),
    "paper": lambda viewer, ids: monitoring_paper(viewer, ids["plan"]),
    "imports": lambda viewer, ids: imports_page(viewer),
    "import": lambda viewer, ids: import_page(viewer, ids["import"]),
    "row": lambda viewer, ids: import_row_page(viewer, ids["import"], "r1"),
    "partners": lambda viewer, ids: partners_page(viewer),
    "history": lambda viewer, ids: history_page(viewer),
    "entry": lambda viewer, ids: history_entry(viewer, 1),
}


def ids_of(viewer, draft):
    plan_id = factories.accepted_plan(viewer, draft)
    objective_id = factories.objective_of(plan_id, "r1.1")
    return {"plan": plan_id, "objective": objective_id, "import": factories.import_in_review(viewer, draft)}


def asked(viewer, ids):
    counts = {}
    for name, page in PAGES.items():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page(viewer, ids)
        counts[name] = len(queries)
    return counts


def test_a_plan_of_twenty_rows_takes_as_many_questions_as_one_of_one_row():
    small, large = factories.alder_vale(), factories.whitmoor()
    one, twenty = ids_of(small, factories.large_draft(1)), ids_of(large, factories.large_draft(20))
    few, many = asked(small, one), asked(large, twenty)
    assert few == many
    assert {name: count for name, count in few.items() if count > MOST} == {}


def test_twenty_documents_and_entries_take_as_many_questions_as_one():
    viewer = factories.alder_vale()
    ids = ids_of(viewer, factories.large_draft(1))
    before = asked(viewer, ids)
    for year in range(2040, 2060):
        draft = factories.large_draft(1)
        factories.accepted_plan(viewer, factories.in_year(draft, f"{year}-{(year + 1) % 100:02d}"))
    after = asked(viewer, ids)
    assert after == before
