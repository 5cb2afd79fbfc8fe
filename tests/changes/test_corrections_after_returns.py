"""What agencies reported in returns outlives a corrected document."""

from dataclasses import replace

import pytest

from jointaction.changes.imports.accept import accept_import
from jointaction.changes.returns.accepting import accept_return
from jointaction.changes.returns.steps import submit_return
from jointaction.domain.drafts import DocumentDraft, UpdateDraft
from jointaction.domain.plans import ProblemsError
from jointaction.queries.content import plan_content
from jointaction.queries.imports import import_page
from jointaction.store.models import Plan, Update
from tests import factories
from tests.changes.returns import rounds

pytestmark = pytest.mark.django_db
DRAFT = factories.in_year(factories.a_draft(), "2031-33")


@pytest.fixture
def coordinator():
    """A plan on whose first objective the police have reported."""
    viewer = factories.alder_vale()
    return_id = rounds.return_of(rounds.a_round(viewer))
    rounds.answer(rounds.police(), return_id, "Four fairs held")
    submit_return(rounds.police(), return_id=return_id)
    accept_return(viewer, return_id=return_id, version=rounds.version_of(return_id))
    return viewer


def corrected(*rows):
    plan = DRAFT.plans[0]
    first, second = plan.themes
    return DocumentDraft((replace(plan, themes=(replace(first, rows=rows or first.rows), second)),))


def reported():
    found = Update.objects.filter(answer__isnull=False).values_list("text", "period")
    return list(found)


def test_a_corrected_document_keeps_what_a_return_reported(coordinator):
    import_id = factories.import_in_review(coordinator, corrected())
    accept_import(coordinator, import_id=import_id, version=1, as_correction=True)
    assert reported() == [("Four fairs held", rounds.PERIOD)]


def test_other_words_of_the_document_for_the_same_period_give_way_and_that_is_told(coordinator):
    first, second = DRAFT.plans[0].themes[0].rows
    other = replace(first, updates=(*first.updates, UpdateDraft("Forty fairs", rounds.PERIOD)))
    import_id = factories.import_in_review(coordinator, corrected(other, second))
    (told,) = import_page(coordinator, import_id).plans[0].corrects.kept
    assert "1.1, 2032-33 Q1: Alder Constabulary reported otherwise" in told
    accept_import(coordinator, import_id=import_id, version=1, as_correction=True)
    assert reported() == [("Four fairs held", rounds.PERIOD)]
    texts = [
        update.text
        for row in plan_content(coordinator, Plan.objects.get().pk).plan.rows
        for update in row.updates
    ]
    assert "Forty fairs" not in texts


def test_a_document_that_drops_an_answered_objective_is_refused_with_a_sentence(coordinator):
    _, second = DRAFT.plans[0].themes[0].rows
    import_id = factories.import_in_review(coordinator, corrected(second))
    with pytest.raises(ProblemsError, match="Alder Constabulary has answered on it"):
        accept_import(coordinator, import_id=import_id, version=1, as_correction=True)
    assert reported() == [("Four fairs held", rounds.PERIOD)]
