"""Documents come in once, however often they are sent."""

from uuid import uuid4

import pytest

from jointaction.queries.imports import imports_page
from jointaction.web.parts import uploads
from tests.api.caller import Caller
from tests.changes.documents import a_text_plan
from tests.changes.trail import entries

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(viewer):
    return Caller.of(viewer)


def test_a_document_is_read_corrected_and_accepted_by_a_program_alone(tmp_path, viewer, call):
    answer = call.upload(a_text_plan(tmp_path).read_bytes(), uuid4())
    assert answer.status_code == 201
    where = answer["Location"]
    page = call.get(where).json()
    assert (page["state"], page["plans"][0]["objectives"]) == ("waiting for review", 2)
    accepted = call("POST", f"{where}/accept", version=page["version"])
    (plan_id,) = accepted.json()["plan_ids"]
    assert call.get(f"/plans/{plan_id}").json()["objectives"] == 2


def test_the_same_upload_sent_again_is_answered_with_the_same_import(viewer, call):
    key = uuid4()
    with entries() as added:
        first, again = call.upload(b"\x00one", key), call.upload(b"\x00one", key)
        other_key = call.upload(b"\x00one", uuid4())
    assert (first.status_code, first.json()["is_new"]) == (201, True)
    assert {again.json()["import_id"], other_key.json()["import_id"]} >= {first.json()["import_id"]}
    assert [entry.action for entry in added].count("upload document") == len(imports_page(viewer))


def test_one_key_for_two_documents_is_refused(viewer, call):
    key = uuid4()
    call.upload(b"\x00one", key)
    refused = call.upload(b"\x00two", key)
    assert refused.status_code == 422
    assert [line["field"] for line in refused.json()["problems"]] == ["Idempotency-Key"]
    assert len(imports_page(viewer)) == 1


@pytest.mark.parametrize("key", ["", "x", "1", "\x00"])
def test_an_upload_without_a_good_key_is_refused(viewer, call, key):
    refused = call.upload(b"\x00one", key)
    assert refused.status_code == 422
    assert [line["field"] for line in refused.json()["problems"]] == ["Idempotency-Key"]


def test_an_upload_without_a_document_or_with_an_empty_one_is_refused(viewer, call):
    for sent in ({"document": ("plan.txt", b"")}, {"other": ("plan.txt", b"words")}, None):
        refused = call("POST", "/imports", sent, **{"Idempotency-Key": str(uuid4())})
        assert refused.status_code == 422
        assert [line["field"] for line in refused.json()["problems"]] == ["document"]
    assert imports_page(viewer) == ()


def test_a_document_too_large_is_broken_off(viewer, call):
    too_large = bytes(uploads.MOST_BYTES + 1)
    refused = call.upload(too_large, uuid4())
    assert (refused.status_code, refused["Content-Type"]) == (413, "application/problem+json")
    assert imports_page(viewer) == ()


def test_a_document_s_name_is_its_own_last_part_and_nothing_else(viewer, call):
    call.upload(b"\x00one", uuid4(), name="../../etc/pass\x07wd.docx")
    assert [line.document for line in imports_page(viewer)] == ["passwd.docx"]
