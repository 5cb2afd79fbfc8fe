"""Issued papers for programs: the list, one paper's values, and its files as they were issued."""

import pytest

from jointaction.domain.access import Role
from jointaction.store.files import kept_file
from jointaction.store.models import PaperFile
from tests import committee_papers, factories
from tests.api.caller import Caller, token_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def call():
    viewer = factories.alder_vale()
    committee_papers.of_each_kind(viewer, factories.accepted_plan(viewer))
    return Caller(token_of(factories.member(Role.COUNCILLOR)))


def test_the_list_has_what_was_issued_and_no_drafts(call):
    lines = call.get("/papers").json()["items"]
    assert [(line["number"], line["is_withdrawn"]) for line in lines] == [(2, False), (1, True)]


def test_a_paper_has_its_content_and_the_hashes_of_its_files(call):
    page = call.get("/papers/2").json()
    assert page["paper"]["cover"]["meeting"] == "Overview and scrutiny committee"
    kept = set(PaperFile.objects.filter(paper__number=2).values_list("sha256", flat=True))
    assert {file["sha256"] for file in page["files"]} == kept
    assert call.get("/papers/3").status_code == 404


def test_a_file_is_had_as_it_was_issued_and_never_damaged(call):
    path = kept_file(PaperFile.objects.get(paper__number=2, extension="csv").sha256)
    assert call.get("/papers/2/csv").content == path.read_bytes()
    path.write_bytes(b"other")
    refused = call.get("/papers/2/csv")
    assert refused.status_code == 500
    assert "no longer what was issued" in refused.json()["detail"]
