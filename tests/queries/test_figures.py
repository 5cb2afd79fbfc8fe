"""Stated figures are found by words, and charted along an objective's years."""

from dataclasses import replace

import pytest

from jointaction.changes.figures import keep_figures
from jointaction.changes.lineage import set_lineage
from jointaction.domain.access import NotAllowedError, Role
from jointaction.domain.drafts import DocumentDraft, UpdateDraft
from jointaction.queries.figures import figures_found, figures_of_objective, figures_page
from tests import factories
from tests.domain.drafts import a_plan, a_row

pytestmark = pytest.mark.django_db


def plan(viewer, year, text, rows=1):
    lines = [a_row(f"r{at}", updates=(UpdateDraft(text, f"{year} Q4"),)) for at in range(rows)]
    plan_id = factories.accepted_plan(
        viewer,
        DocumentDraft((replace(a_plan(*lines), year=year),)),
    )
    keep_figures(plan_id)
    return plan_id


def test_figures_are_found_by_what_they_count(viewer):
    plan(viewer, "2031-32", "14 mediation meetings. 3 taxi cameras.")
    assert [line.value_text for line in figures_page(viewer, "taxi").lines] == ["3"]
    assert [line.value_text for line in figures_found(viewer, "MEETINGS mediation")] == ["14"]
    assert figures_page(viewer, "lighthouse").found == 0


def test_an_objective_shows_what_it_counts_over_its_years(viewer):
    earlier, later = (
        plan(viewer, "2030-31", "14 mediation meetings."),
        plan(viewer, "2031-32", "20 mediation meetings."),
    )
    one, other = factories.objective_of(earlier, "r0.1"), factories.objective_of(later, "r0.1")
    assert figures_of_objective(viewer, other) == ()
    set_lineage(viewer, plan_id=later, pairs=[(one, other)])
    (thing,) = figures_of_objective(viewer, other)
    assert [(figure.period, figure.fact.value) for figure in thing.figures] == [
        ("2030-31 Q4", 14),
        ("2031-32 Q4", 20),
    ]


def test_nobody_outside_sees_them(viewer):
    plan(viewer, "2031-32", "14 mediation meetings.")
    assert figures_page(factories.whitmoor()).found == 0
    with pytest.raises(NotAllowedError):
        figures_page(factories.public(viewer))
    assert figures_page(factories.member(Role.ANALYST)).found == 1


def test_the_number_of_queries_does_not_grow(viewer, django_assert_num_queries):
    plan(viewer, "2031-32", "14 mediation meetings.")
    with django_assert_num_queries(2):
        figures_page(viewer)
    plan(viewer, "2032-33", "14 mediation meetings.", rows=20)
    with django_assert_num_queries(2):
        figures_page(viewer)
