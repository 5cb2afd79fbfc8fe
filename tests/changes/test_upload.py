from uuid import uuid4

import pytest

from jointaction.changes.imports.upload import read_import, retry_import, upload_document
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.imports import ImportState
from jointaction.domain.plans import EditConflictError
from jointaction.queries.imports import import_page
from jointaction.store.files import file_sha256, kept_file
from jointaction.store.models import AuditEntry, Import, Membership, SourceDocument
from tests import factories
from tests.changes.documents import a_file_of_nothing_known, a_text_plan
from tests.changes.trail import entries

pytestmark = pytest.mark.django_db


def upload(viewer, path, key=None):
    return upload_document(viewer, path=path, name=path.name, idempotency_key=key or uuid4(), at_once=True)


def waiting(viewer, path):
    """An upload that no worker has taken up yet."""
    import_id = factories.import_in_review(viewer)
    Import.objects.filter(pk=import_id).update(state=ImportState.READING, draft="", draft_read="")
    document = SourceDocument.objects.filter(import__pk=import_id)
    document.update(sha256=file_sha256(path), name=path.name)
    kept = kept_file(file_sha256(path))
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(path.read_bytes())
    return import_id


def test_a_document_is_kept_read_and_waits_for_review(viewer, tmp_path):
    path = a_text_plan(tmp_path)
    with entries() as added:
        uploaded = upload(viewer, path)
    page = import_page(viewer, uploaded.import_id)
    assert uploaded.is_new
    assert page.state is ImportState.REVIEW
    assert page.document == "plan.txt"
    assert page.sha256 == file_sha256(path)
    assert kept_file(page.sha256).read_bytes() == path.read_bytes()
    assert sum(plan.objectives for plan in page.plans) == 2
    assert [entry.action for entry in added] == ["upload document", "read document"]


def test_the_same_file_again_is_recognised_until_it_was_left_out(viewer, tmp_path):
    path = a_text_plan(tmp_path)
    first = upload(viewer, path)
    with entries() as added:
        again = upload(viewer, a_text_plan(tmp_path, name="renamed.txt"))
    assert (again.import_id, again.is_new) == (first.import_id, False)
    assert added == []
    Import.objects.filter(pk=first.import_id).update(state=ImportState.DROPPED)
    third = upload(viewer, path)
    assert third.is_new
    assert third.import_id != first.import_id
    assert SourceDocument.objects.count() == 1


def test_the_same_form_sent_twice_makes_one_import(viewer, tmp_path):
    key = uuid4()
    first = upload(viewer, a_file_of_nothing_known(tmp_path), key)
    with entries() as added:
        again = upload(viewer, a_file_of_nothing_known(tmp_path, b"\x00other"), key)
    assert (again.import_id, again.is_new) == (first.import_id, False)
    assert Import.objects.count() == 1
    assert added == []


def test_a_refused_document_says_why_and_can_be_sent_again(viewer, tmp_path):
    path = a_file_of_nothing_known(tmp_path)
    with entries() as added:
        first, again = upload(viewer, path), upload(viewer, path)
    page = import_page(viewer, first.import_id)
    assert page.state is ImportState.REFUSED
    assert page.refusal.endswith(".")
    assert again.is_new
    assert [entry.action for entry in added] == ["upload document", "read document"] * 2
    assert added[1].summary == page.refusal


@pytest.mark.parametrize("role", [role for role in factories.MEMBERS if role is not Role.COORDINATOR])
def test_only_the_coordinator_uploads_and_nothing_is_kept_of_others(viewer, tmp_path, settings, role):
    settings.DOCUMENTS_DIR = tmp_path / "documents"
    with entries() as added, pytest.raises(NotAllowedError):
        upload(factories.member(role), a_file_of_nothing_known(tmp_path))
    assert added == []
    assert not (tmp_path / "documents").exists()


def test_the_same_file_in_another_partnership_is_another_import(viewer, tmp_path):
    path = a_file_of_nothing_known(tmp_path)
    key = uuid4()
    here, there = upload(viewer, path, key), upload(factories.whitmoor(), path, key)
    assert there.is_new
    assert here.import_id != there.import_id


def test_a_job_run_twice_reads_once(viewer, tmp_path):
    import_id = upload(viewer, a_file_of_nothing_known(tmp_path)).import_id
    before = Import.objects.values().get(pk=import_id)
    with entries() as added:
        read_import(import_id, viewer.person_id)
    assert added == []
    assert Import.objects.values().get(pk=import_id) == before


def test_a_job_leaves_its_trail_in_the_partnership_of_the_document_whoever_has_left(viewer, tmp_path):
    import_id = waiting(viewer, a_file_of_nothing_known(tmp_path))
    other = factories.whitmoor()
    Membership.objects.filter(person_id=viewer.person_id).update(partnership_id=other.partnership_id)
    read_import(import_id, viewer.person_id)
    last = AuditEntry.objects.latest("pk")
    assert (last.action, last.partnership_id) == ("read document", viewer.partnership_id)


def test_a_refused_document_is_read_again_and_its_refusal_forgotten(viewer, tmp_path):
    import_id = waiting(viewer, a_text_plan(tmp_path))
    Import.objects.filter(pk=import_id).update(state=ImportState.REFUSED, refusal="The reader was too old.")
    with entries() as added:
        retry_import(viewer, import_id=import_id, version=1)
    page = import_page(viewer, import_id)
    assert page.state is ImportState.REVIEW
    assert page.refusal == ""
    assert [entry.action for entry in added] == ["retry document", "read document"]


def test_only_a_refused_document_is_read_again_and_only_for_its_coordinator(viewer):
    in_review, refused = factories.import_in_review(viewer), factories.refused_import(viewer)
    with pytest.raises(EditConflictError):
        retry_import(viewer, import_id=in_review, version=1)
    with pytest.raises(NotAllowedError):
        retry_import(factories.member(Role.ANALYST), import_id=refused, version=1)
    with pytest.raises(NotVisibleError):
        retry_import(factories.whitmoor(), import_id=refused, version=1)
    assert import_page(viewer, refused).state is ImportState.REFUSED
