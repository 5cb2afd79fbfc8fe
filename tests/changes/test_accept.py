from dataclasses import replace

import pytest
from django.apps import apps
from django.db import IntegrityError

from jointaction.changes.imports.accept import accept_import
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.drafts import CellOrigin, DocumentDraft, Place, UpdateDraft
from jointaction.domain.fields import Field
from jointaction.domain.imports import ImportState
from jointaction.domain.plans import EditConflictError, ProblemsError
from jointaction.queries.content import plan_content
from jointaction.queries.imports import import_page
from jointaction.store.models import Agency, Area, Group, Import, Objective, Origin, Party, Plan, Update
from tests import factories
from tests.changes.trail import entries
from tests.domain.drafts import a_document, a_plan, a_row

pytestmark = pytest.mark.django_db


def counts() -> dict[str, int]:
    return {
        table.__name__: table._default_manager.count() for table in apps.get_app_config("store").get_models()
    }


def accept(viewer, draft=None, **how):
    return accept_import(viewer, import_id=factories.import_in_review(viewer, draft), version=1, **how)


def without_ids(plan):
    """The plan's words and places; keys and the reader's doubts do not outlive acceptance."""
    return [
        [replace(row, key="", warnings=(), source=Place()) for row in theme.rows] for theme in plan.themes
    ]


def test_an_accepted_plan_says_what_the_draft_said(viewer):
    draft = factories.a_draft()
    (plan_id,) = accept(viewer, draft)
    content = plan_content(viewer, plan_id)
    assert without_ids(content.plan) == without_ids(draft.plans[0])
    assert (content.plan.title, content.plan.year) == ("Safer Sheds", "2031-32")
    assert content.plan.columns == draft.plans[0].columns
    assert [(theme.number, theme.title) for theme in content.plan.themes] == [
        ("1", "Thefts"),
        ("2", "Getting home"),
    ]
    assert not content.is_public


def test_acceptance_leaves_one_entry_for_the_document_and_one_a_plan(viewer):
    two = DocumentDraft((a_plan(a_row("r1")), a_plan(a_row("r2"), year="2032-33")))
    import_id = factories.import_in_review(viewer, two)
    with entries() as added:
        plan_ids = accept_import(viewer, import_id=import_id, version=1)
    assert [(entry.action, entry.thing, entry.thing_id) for entry in added] == [
        ("make plan", "plan", str(plan_ids[0])),
        ("make plan", "plan", str(plan_ids[1])),
        ("accept document", "import", str(import_id)),
    ]
    page = import_page(viewer, import_id)
    assert page.state is ImportState.ACCEPTED
    assert sorted(plan_id for plan_id, _ in page.accepted_plans) == sorted(plan_ids)


def test_a_plan_left_without_rows_is_not_made(viewer):
    draft = DocumentDraft((a_plan(), a_plan(a_row("r1"))))
    assert len(accept(viewer, draft)) == Plan.objects.count() == 1


def test_names_are_matched_with_short_names_aliases_and_posts(viewer):
    accept(viewer)
    meant = {
        party.text: str(party.agency or party.group or "")
        for party in Party.objects.select_related("agency", "group")
    }
    assert meant == {
        "Constabulary": "Alder Constabulary",
        "Burglary Group": "Burglary Group",
        "Allotment society": "",
        "Library service": "Library Service",
        "Safety coordinator (AVDC)": "Alder Vale District Council",
        "BG": "Burglary Group",
        "River Wardens": "River Wardens",
        "Night Group": "Night Group",
    }


def test_new_leads_and_areas_are_added_once_and_new_supporters_stay_words(viewer):
    rows = [
        a_row(
            f"r{at}",
            lead_agencies=("River  wardens" if at else "River Wardens",),
            support=("Allotment society",),
            updates=(
                UpdateDraft("Held", "2031-32 Q4", "ALDER BROOK"),
                UpdateDraft("Held", "2031-32 Q4", "New Quay"),
            ),
        )
        for at in range(2)
    ]
    accept(viewer, a_document(*rows))
    assert Agency.objects.filter(name__istartswith="river").count() == 1
    assert not Agency.objects.filter(name="Allotment society").exists()
    assert set(Area.objects.values_list("name", flat=True)) == {"Alderbrook", "Wharf End", "New Quay"}


def test_names_of_another_partnership_are_not_used(viewer):
    factories.whitmoor()
    accept(viewer)
    tied = Party.objects.exclude(agency=None).values_list("agency__partnership_id", flat=True)
    assert set(tied) == {viewer.partnership_id}


@pytest.mark.parametrize("marks", ["-", "–", "…", "/"])
def test_marks_in_place_of_a_name_add_nobody_and_stop_nothing(viewer, marks):
    rows = [
        a_row(
            f"r{at}",
            lead_agencies=(marks,),
            lead_groups=(marks,),
            updates=(UpdateDraft("Held", "2031-32 Q4", marks),),
        )
        for at in range(2)
    ]
    before = (Agency.objects.count(), Group.objects.count(), Area.objects.count())
    accept(viewer, a_document(*rows))
    assert (Agency.objects.count(), Group.objects.count(), Area.objects.count()) == before
    assert Party.objects.filter(text=marks).count() == 4


def test_names_longer_than_a_name_can_be_are_known_again_and_kept_whole_as_words(viewer):
    long = "Wardens of the northern and southern rivers, " * 10
    for at in range(2):
        rows = (
            a_row("r1", lead_agencies=(long,)),
            a_row("r2", lead_groups=(long + "2",), lead_agencies=(long,)),
        )
        accept(viewer, a_document(*rows, title=f"Plan {at}", year=f"{2031 + at}-{32 + at}"))
    assert Agency.objects.filter(name__startswith="Wardens of").count() == 1
    assert set(Party.objects.filter(part="lead_agencies").values_list("text", flat=True)) == {long}


def test_each_origin_is_kept_with_its_place_words_and_certainty(viewer):
    place = Place(page=3, line=14, cell="B4", sheet="Plan", table=2)
    origin = CellOrigin(Field.UPDATE, place, "Two fairs- held", 0.25, "Wharf End")
    accept(viewer, a_document(a_row("r1", origins=(origin,))))
    kept = Origin.objects.get()
    assert (kept.page, kept.line, kept.cell, kept.sheet, kept.table) == (3, 14, "B4", "Plan", 2)
    assert (kept.field, kept.source_text, kept.confidence, kept.area) == (
        "updates",
        "Two fairs- held",
        0.25,
        "Wharf End",
    )


def test_a_period_written_another_way_is_kept_as_it_is_written_everywhere(viewer):
    accept(viewer, a_document(a_row("r1", updates=(UpdateDraft("Held", "2031/32 Quarter 4"),))))
    assert Update.objects.get().period == "2031-32 Q4"


def test_a_failure_in_the_middle_leaves_nothing(viewer):
    whole = factories.a_draft().plans[0]
    broken = a_plan(a_row("r9", origins=(CellOrigin(Field.REF, Place(page=1), "9", 1.5),)), year="2032-33")
    import_id = factories.import_in_review(viewer, DocumentDraft((whole, broken)))
    before = counts()
    with entries() as added, pytest.raises(IntegrityError):
        accept_import(viewer, import_id=import_id, version=1)
    assert added == []
    assert counts() == before
    assert Import.objects.get(pk=import_id).state == ImportState.REVIEW


def test_a_draft_with_problems_is_not_accepted_and_each_problem_is_told(viewer):
    import_id = factories.import_in_review(viewer, a_document(a_row("r1"), title=None, year=None))
    before = counts()
    with pytest.raises(ProblemsError) as stopped:
        accept_import(viewer, import_id=import_id, version=1)
    assert [problem.field for problem in stopped.value.problems] == ["title-1", "year-1"]
    assert counts() == before
    assert import_page(viewer, import_id).problems == stopped.value.problems


@pytest.mark.parametrize("version", [0, 2])
def test_a_draft_somebody_changed_meanwhile_is_not_accepted(viewer, version):
    import_id = factories.import_in_review(viewer)
    with pytest.raises(EditConflictError):
        accept_import(viewer, import_id=import_id, version=version)
    assert not Plan.objects.exists()


def test_a_document_is_accepted_once(viewer):
    import_id = factories.import_of(factories.accepted_plan(viewer))
    for version in (1, 2):
        with pytest.raises(EditConflictError):
            accept_import(viewer, import_id=import_id, version=version)
    assert Plan.objects.count() == 1


def test_coordinator_others_and_outsider_accept_as_they_may(viewer):
    import_id = factories.import_in_review(viewer)
    for role in set(factories.MEMBERS) - {Role.COORDINATOR}:
        with pytest.raises(NotAllowedError):
            accept_import(factories.member(role), import_id=import_id, version=1)
    with pytest.raises(NotVisibleError):
        accept_import(factories.whitmoor(), import_id=import_id, version=1)
    assert len(accept_import(viewer, import_id=import_id, version=1)) == 1


def test_a_corrected_document_takes_the_place_of_the_plan_and_its_objectives_keep_their_ids(viewer):
    plan_id = factories.accepted_plan(viewer)
    ids = list(Objective.objects.order_by("pk").values_list("pk", "ref"))
    draft = factories.a_draft()
    first, *others = draft.plans[0].themes
    changed = replace(first, rows=(replace(first.rows[0], timescale="By July"), first.rows[1]))
    again = replace(draft, plans=(replace(draft.plans[0], themes=(changed, *others)),))
    with entries() as added:
        assert accept(viewer, again, as_correction=True) == (plan_id,)
    assert list(Objective.objects.order_by("pk").values_list("pk", "ref")) == ids
    assert Objective.objects.get(ref="1.1").timescale == "By July"
    assert [entry.action for entry in added] == ["correct plan", "accept document"]
    assert "By June" in added[0].before
    assert Plan.objects.get().version == 2


def test_a_corrected_document_keeps_the_updates_it_says_nothing_of(viewer):
    plan_id = factories.accepted_plan(viewer)
    quiet = a_row("r1", ref="1.1", updates=(UpdateDraft("Four fairs", "2032-33 Q1"),))
    second, third = a_row("r2", "More sheds have a lock", ref="1.2"), a_row("r3", "Gone", ref="9")
    accept(viewer, a_document(quiet, second, third), as_correction=True)
    rows = {row.ref: row for row in plan_content(viewer, plan_id).plan.rows}
    assert [update.text for update in rows["1.1"].updates] == [
        "Two fairs held",
        "One fair held",
        "Three fairs held\nAlarms all lent",
        "Four fairs",
    ]
    assert [update.text for update in rows["1.2"].updates] == ["Eleven allotments visited"]


def test_a_corrected_document_that_writes_an_area_another_way_replaces_its_update(viewer):
    updates = (
        UpdateDraft("Two fairs", "2031-32 Q3", "Alderbrook"),
        UpdateDraft("One", "2031-32 Q3", "Wharf End"),
    )
    plan_id = factories.accepted_plan(viewer, a_document(a_row("r1", updates=updates)))
    newer = (UpdateDraft("Three fairs", "2031-32 Q3", "Alder Brook"), updates[1])
    accept(viewer, a_document(a_row("r1", updates=newer)), as_correction=True)
    (row,) = plan_content(viewer, plan_id).plan.rows
    assert [(update.area, update.text) for update in row.updates] == [
        ("Alderbrook", "Three fairs"),
        ("Wharf End", "One"),
    ]


def test_another_plan_of_the_same_year_is_a_plan_of_its_own(viewer):
    plan_id = factories.accepted_plan(viewer)
    other = a_document(a_row("r1", "Quieter nights in town"), title="Town Plan")
    (new_id,) = accept(viewer, other, as_correction=True)
    assert new_id != plan_id
    assert Plan.objects.count() == 2
