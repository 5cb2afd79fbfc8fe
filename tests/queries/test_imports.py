import pytest

from jointaction.changes.imports.correct import drop_row, settle_row
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.imports import ImportState
from jointaction.domain.parties import PartyKind
from jointaction.queries.files import original_file
from jointaction.queries.imports import import_page, import_row_page, imports_page
from jointaction.queries.partners import partners_page
from jointaction.store.files import kept_file
from tests import factories

pytestmark = pytest.mark.django_db


def test_documents_are_listed_newest_first_with_their_state(viewer):
    factories.accepted_plan(viewer)
    factories.refused_import(viewer)
    factories.import_in_review(viewer)
    factories.import_in_review(factories.whitmoor())
    assert [(line.document, line.state) for line in imports_page(viewer)] == [
        ("plan.docx", ImportState.REVIEW),
        ("locked.docx", ImportState.REFUSED),
        ("plan.docx", ImportState.ACCEPTED),
    ]


def test_a_review_shows_the_plan_as_it_would_look_and_the_doubts_least_sure_first(viewer):
    page = import_page(viewer, factories.import_in_review(viewer))
    (plan,) = page.plans
    assert (plan.title, plan.year, plan.objectives, plan.updates, plan.doubts) == (
        "Safer Sheds",
        "2031-32",
        3,
        4,
        2,
    )
    assert [section.heading for section in plan.sections] == ["1. Thefts", "2. Getting home"]
    assert [doubt.key for doubt in page.doubts] == ["r2", "r1"]
    assert page.problems == ()


def test_a_review_names_what_acceptance_would_add(viewer):
    page = import_page(viewer, factories.import_in_review(viewer))
    assert [(name.kind, name.name) for name in page.new_names] == [
        (PartyKind.AGENCY, "River Wardens"),
        (PartyKind.GROUP, "Night Group"),
    ]


def test_a_row_under_review_leads_on_to_the_next_doubt(viewer):
    import_id = factories.import_in_review(viewer)
    assert import_row_page(viewer, import_id, "r1").next_key == "r2"
    assert import_row_page(viewer, import_id, "r2").next_key == "r1"
    assert import_row_page(viewer, import_id, "r3").next_key in {"r1", "r2"}
    settle_row(viewer, import_id=import_id, version=1, key="r2")
    page = import_row_page(viewer, import_id, "r1")
    assert (page.next_key, page.doubts_left) == (None, 1)


def test_only_a_row_with_one_above_it_in_its_theme_can_be_joined(viewer):
    import_id = factories.import_in_review(viewer)
    has_above = {key: import_row_page(viewer, import_id, key).has_row_above for key in ("r1", "r2", "r3")}
    assert has_above == {"r1": False, "r2": True, "r3": False}


def test_a_row_that_was_left_out_and_a_document_that_is_done_have_no_row_page(viewer):
    import_id = factories.import_in_review(viewer)
    drop_row(viewer, import_id=import_id, version=1, key="r2")
    done = factories.import_of(factories.accepted_plan(viewer))
    for absent, key in ((import_id, "r2"), (done, "r1"), (factories.refused_import(viewer), "r1")):
        with pytest.raises(NotVisibleError):
            import_row_page(viewer, absent, key)


def test_the_original_is_given_back_byte_for_byte(viewer):
    import_id = factories.import_in_review(viewer)
    file = original_file(viewer, import_id)
    page = import_page(viewer, import_id)
    assert file.name == "plan.docx"
    assert file.content == kept_file(page.sha256).read_bytes() != b""


def test_an_original_whose_file_is_gone_is_absent(viewer):
    import_id = factories.import_in_review(viewer)
    kept_file(import_page(viewer, import_id).sha256).unlink()
    with pytest.raises(NotVisibleError):
        original_file(viewer, import_id)


def test_coordinator_others_and_outsider_see_a_document_as_they_may(viewer):
    import_id = factories.import_in_review(viewer)
    other = factories.whitmoor()
    assert import_page(viewer, import_id).id == import_id
    for see in (import_page, original_file, lambda who, found: import_row_page(who, found, "r1")):
        with pytest.raises(NotVisibleError):
            see(other, import_id)
        for role in set(factories.MEMBERS) - {Role.COORDINATOR}:
            with pytest.raises(NotAllowedError):
                see(factories.member(role), import_id)


def test_partners_are_listed_with_their_names_and_in_how_many_objectives_they_stand(viewer):
    factories.accepted_plan(viewer)
    page = partners_page(viewer)
    agencies = {line.name: (line.also, line.objectives) for line in page.agencies}
    assert agencies["Alder Constabulary"] == (("Police", "Constabulary"), 2)
    assert agencies["River Wardens"] == ((), 1)
    assert {line.name: line.objectives for line in page.groups} == {
        "Burglary Group": 2,
        "Joint Action Group": 0,
        "Night Group": 1,
    }
    assert {line.name: line.objectives for line in page.areas} == {"Alderbrook": 1, "Wharf End": 1}


def test_people_are_listed_with_role_agency_and_groups_and_only_ones_own(viewer):
    factories.whitmoor()
    people = {line.email: line for line in partners_page(viewer).people}
    assert set(people) == {
        *(factories.email(role) for role in factories.MEMBERS),
        factories.email("disabled"),
    }
    chair = people[factories.email(Role.GROUP_CHAIR)]
    assert (chair.role, chair.groups, chair.is_active) == ("group chair", ("Burglary Group",), True)
    assert not people[factories.email("disabled")].is_active


def test_councillors_and_the_public_see_no_list_of_people(viewer):
    for outside in (factories.member(Role.COUNCILLOR), factories.public(viewer)):
        with pytest.raises(NotAllowedError):
            partners_page(outside)
