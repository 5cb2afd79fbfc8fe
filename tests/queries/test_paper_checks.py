"""What a coordinator should look at before a paper is issued."""

from dataclasses import replace

import pytest

from jointaction.domain.drafts import DocumentDraft, ThemeDraft, UpdateDraft
from jointaction.domain.statuses import Colour, Shape, Status, StatusScheme
from jointaction.queries.committee_papers import paper_draft_page
from jointaction.queries.paper_checks import CheckKind
from jointaction.queries.shapes import stored_scheme
from jointaction.store.models import Plan
from tests import factories
from tests.committee_papers import COVER, a_draft
from tests.domain.drafts import a_plan, a_row

pytestmark = pytest.mark.django_db
QUARTER = "2031-32 Q4"
SCHEME = StatusScheme("one", "One", (Status("on", "On track", Shape.CIRCLE, Colour.GREEN, rank=1),))


def checks(viewer, *rows, scheme=None, **paper):
    plan = replace(a_plan(), themes=(ThemeDraft("1", "Thefts", rows),))
    plan_id = factories.accepted_plan(viewer, DocumentDraft((plan,)))
    if scheme:
        Plan.objects.filter(pk=plan_id).update(scheme=stored_scheme(scheme))
    page = paper_draft_page(viewer, a_draft(viewer, plan_id, **paper))
    return {check.kind: check for check in page.checks}


def refs(check):
    return [objective.ref for objective in check.objectives]


def test_objectives_without_an_update_and_without_a_status_are_named(viewer):
    found = checks(
        viewer,
        a_row("r1", ref="1.1", updates=(UpdateDraft("Held", QUARTER),)),
        a_row("r2", ref="1.2"),
        a_row("r3", ref="1.3", status="On track", updates=(UpdateDraft("Bought", QUARTER),)),
        a_row("r4", ref="1.4", status="In hand"),
        scheme=SCHEME,
    )
    assert refs(found[CheckKind.UPDATES]) == ["1.2", "1.4"]
    assert found[CheckKind.UPDATES].sentence == "2 objectives have no update for 2031-32 Quarter 4."
    assert refs(found[CheckKind.STATUSES]) == ["1.1"]


def test_open_questions_and_what_should_not_be_public_are_counted_by_objective(viewer):
    found = checks(
        viewer,
        a_row("r1", ref="1.1", updates=(UpdateDraft("Mr Jones and 2 young people were seen.", QUARTER),)),
        a_row("r2", ref="1.2", updates=(UpdateDraft("12 fairs were held.", QUARTER),)),
    )
    public = found[CheckKind.PUBLICATION]
    assert not public.is_well
    assert refs(public) == ["1.1"]
    assert public.objectives[0].number >= 1


def test_all_is_well_is_said_too(viewer):
    whole = replace(COVER, implications=())
    found = checks(
        viewer, a_row("r1", ref="1.1", updates=(UpdateDraft("The fair was held.", QUARTER),)), cover=whole
    )
    assert CheckKind.STATUSES not in found
    assert {kind: check.is_well for kind, check in found.items()} == dict.fromkeys(found, True)
