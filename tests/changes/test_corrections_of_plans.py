"""Accepting a corrected document puts it in the place of the plan it corrects."""

from dataclasses import replace

import pytest

from jointaction.changes.imports.accept import accept_import
from jointaction.changes.names import add_alias
from jointaction.domain.access import NotVisibleError, Viewer
from jointaction.domain.drafts import DocumentDraft
from jointaction.domain.parties import PartyKind
from jointaction.queries.content import plan_content
from jointaction.queries.imports import import_page
from jointaction.store.models import Agency, AuditEntry, Plan, Update
from tests.factories import a_draft, alder_vale, import_in_review, whitmoor

pytestmark = pytest.mark.django_db


def accepted(viewer: Viewer, draft: DocumentDraft, *, as_correction: bool = False) -> tuple[int, ...]:
    import_id = import_in_review(viewer, draft)
    return accept_import(viewer, import_id=import_id, version=1, as_correction=as_correction)


def corrected(draft: DocumentDraft) -> DocumentDraft:
    plan = draft.plans[0]
    first, second = plan.themes
    row = replace(second.rows[0], measures=("Walks held", "People who took part"))
    return DocumentDraft((replace(plan, themes=(first, replace(second, rows=(row,)))),))


def test_a_corrected_document_changes_the_plan_and_keeps_its_address() -> None:
    viewer = alder_vale()
    (plan_id,) = accepted(viewer, a_draft())
    before = {row.objective: row.key for row in plan_content(viewer, plan_id).plan.rows}
    assert accepted(viewer, corrected(a_draft()), as_correction=True) == (plan_id,)
    after = plan_content(viewer, plan_id).plan.rows
    assert {row.objective: row.key for row in after} == before
    assert after[-1].measures == ("Walks held", "People who took part")
    assert Plan.objects.get().version == 2


def test_the_words_before_a_correction_stay_in_the_audit_trail() -> None:
    viewer = alder_vale()
    accepted(viewer, a_draft())
    accepted(viewer, corrected(a_draft()), as_correction=True)
    entry = AuditEntry.objects.get(action="correct plan")
    assert "More sheds have a lock" in entry.before
    assert "People who took part" not in entry.before


def test_updates_of_another_period_survive_a_correction() -> None:
    viewer = alder_vale()
    (plan_id,) = accepted(viewer, a_draft())
    key = int(plan_content(viewer, plan_id).plan.rows[0].key)
    Update.objects.create(objective_id=key, position=9, period="2031-32 Q1", text="Begun")
    accepted(viewer, corrected(a_draft()), as_correction=True)
    texts = [update.text for update in plan_content(viewer, plan_id).plan.rows[0].updates]
    assert "Begun" in texts


def test_without_asking_for_it_a_second_plan_is_made() -> None:
    viewer = alder_vale()
    accepted(viewer, a_draft())
    accepted(viewer, corrected(a_draft()))
    assert Plan.objects.count() == 2


def test_the_review_tells_which_plan_a_document_corrects_and_what_differs() -> None:
    viewer = alder_vale()
    (plan_id,) = accepted(viewer, a_draft())
    page = import_page(viewer, import_in_review(viewer, corrected(a_draft())))
    correction = page.plans[0].corrects
    assert correction is not None
    assert correction.plan_id == plan_id
    assert [row.ref for row in correction.rows] == ["2.1"]


def test_another_partnerships_plan_is_never_corrected() -> None:
    accepted(alder_vale(), a_draft())
    accepted(whitmoor(), corrected(a_draft()), as_correction=True)
    assert Plan.objects.count() == 2


def test_an_alias_makes_a_new_name_known() -> None:
    viewer = alder_vale()
    import_id = import_in_review(viewer)
    assert "River Wardens" in [name.name for name in import_page(viewer, import_id).new_names]
    council = Agency.objects.get(partnership_id=viewer.partnership_id, short_name="AVDC")
    add_alias(viewer, kind=PartyKind.AGENCY, thing_id=council.pk, alias="River Wardens")
    assert "River Wardens" not in [name.name for name in import_page(viewer, import_id).new_names]


def test_an_alias_for_another_partnerships_agency_is_refused_as_absent() -> None:
    viewer = alder_vale()
    theirs = Agency.objects.get(partnership_id=whitmoor().partnership_id, short_name="AVDC")
    with pytest.raises(NotVisibleError):
        add_alias(viewer, kind=PartyKind.AGENCY, thing_id=theirs.pk, alias="Ours now")
    theirs.refresh_from_db()
    assert "Ours now" not in theirs.aliases
