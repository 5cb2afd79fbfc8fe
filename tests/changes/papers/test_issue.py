"""An issued paper: its number, its content and its bytes stay, whatever becomes of the plan."""

from hashlib import sha256

import pytest

from jointaction.changes.papers.issue import issue_paper
from jointaction.changes.papers.taking import issued_file
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.papers import DamagedPaperError, PaperState
from jointaction.domain.plans import EditConflictError
from jointaction.queries.committee_papers import paper_draft_page
from jointaction.queries.paper_as_issued import issued_paper_page
from jointaction.reports.formats import FORMATS, written
from jointaction.store.files import kept_file
from jointaction.store.models import CommitteePaper, Objective, PaperFile, Plan
from tests import factories
from tests.changes.trail import entries
from tests.committee_papers import a_draft, issue, issued

pytestmark = pytest.mark.django_db


def change_the_plan(plan_id):
    objective = factories.objective_of(plan_id)
    Objective.objects.filter(pk=objective).update(text="Every shed is alarmed", timescale="By May")
    Plan.objects.filter(pk=plan_id).update(version=Plan.objects.get(pk=plan_id).version + 1)


def test_issuing_numbers_the_paper_keeps_its_content_and_every_form_and_leaves_one_entry(viewer, plan_id):
    paper_id = a_draft(viewer, plan_id)
    with entries() as added:
        number = issue(viewer, paper_id)
    (entry,) = added
    kept = CommitteePaper.objects.get()
    assert (number, kept.number, kept.state, kept.issued_by_id) == (1, 1, PaperState.ISSUED, viewer.person_id)
    files = {file.extension: file for file in PaperFile.objects.filter(paper=kept)}
    assert set(files) == set(FORMATS)
    page = issued_paper_page(viewer, number)
    for extension, file in files.items():
        content = kept_file(file.sha256).read_bytes()
        assert sha256(content).hexdigest() == file.sha256
        assert content == written(page.paper, extension)
        assert f"{extension} SHA-256 {file.sha256}" in entry.after
    assert (entry.action, entry.summary) == ("issue paper", "Paper 1: Safer Sheds: Quarter 4")
    assert (page.paper.number, page.paper.title) == (1, "Safer Sheds: Quarter 4")


def test_an_issued_paper_is_byte_equal_whatever_happens_to_its_plan(viewer, plan_id):
    number = issued(viewer, plan_id)
    before = {form: issued_file(viewer, number=number, extension=form).content for form in FORMATS}
    page = issued_paper_page(viewer, number)
    change_the_plan(plan_id)
    after = {form: issued_file(viewer, number=number, extension=form).content for form in FORMATS}
    assert after == before
    assert issued_paper_page(viewer, number) == page
    assert "Fewer sheds are broken into" in str(page.paper)


def test_the_form_sent_twice_issues_once(viewer, plan_id):
    paper_id = a_draft(viewer, plan_id)
    page = paper_draft_page(viewer, paper_id)
    seen = {"paper_id": paper_id, "version": page.version, "plan_version": page.plan_version}
    with entries() as added:
        assert [issue_paper(viewer, **seen), issue_paper(viewer, **seen)] == [1, 1]
    assert len(added) == 1
    assert PaperFile.objects.count() == len(FORMATS)


def test_what_was_not_previewed_is_not_issued(viewer, plan_id):
    paper_id = a_draft(viewer, plan_id)
    page = paper_draft_page(viewer, paper_id)
    change_the_plan(plan_id)
    with entries() as added, pytest.raises(EditConflictError):
        issue_paper(viewer, paper_id=paper_id, version=page.version, plan_version=page.plan_version)
    now = paper_draft_page(viewer, paper_id)
    with pytest.raises(EditConflictError):
        issue_paper(viewer, paper_id=paper_id, version=now.version + 1, plan_version=now.plan_version)
    assert added == []
    assert not PaperFile.objects.exists()


def test_papers_are_numbered_within_their_partnership(viewer, plan_id):
    assert [issued(viewer, plan_id), issued(viewer, plan_id)] == [1, 2]
    other = factories.whitmoor()
    assert issued(other, factories.accepted_plan(other)) == 1


@pytest.mark.parametrize("damage", ["changed", "gone"])
def test_a_file_that_is_no_longer_what_was_issued_is_not_given_out_and_noted(viewer, plan_id, damage):
    number = issued(viewer, plan_id)
    path = kept_file(PaperFile.objects.get(extension="csv").sha256)
    if damage == "changed":
        path.write_bytes(path.read_bytes() + b"\n")
    else:
        path.unlink()
    with entries() as added, pytest.raises(DamagedPaperError):
        issued_file(viewer, number=number, extension="csv")
    assert [entry.action for entry in added] == ["find paper damaged"]


def test_coordinators_issue_readers_take_outsiders_find_nothing(viewer, plan_id):
    paper_id = a_draft(viewer, plan_id)
    seen = {"paper_id": paper_id, "version": 1, "plan_version": 1}
    for role in set(factories.MEMBERS) - {Role.COORDINATOR}:
        with pytest.raises(NotAllowedError):
            issue_paper(factories.member(role), **seen)
    with pytest.raises(NotVisibleError):
        issue_paper(factories.whitmoor(), **seen)
    number = issue(viewer, paper_id)
    assert issued_file(factories.member(Role.COUNCILLOR), number=number, extension="csv").content
    outsider = factories.member(Role.COORDINATOR, "whitmoor")
    with pytest.raises(NotVisibleError):
        issued_file(outsider, number=number, extension="csv")
    with pytest.raises(NotAllowedError):
        issued_file(factories.public(viewer), number=number, extension="csv")


def test_a_form_that_does_not_exist_is_not_there(viewer, plan_id):
    number = issued(viewer, plan_id)
    with pytest.raises(NotVisibleError):
        issued_file(viewer, number=number, extension="odt")
