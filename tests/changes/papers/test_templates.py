"""A council's own Word template: kept once it fills, used from the next paper on, left again."""

import io
from pathlib import Path

import docx
import pytest

from jointaction.changes.papers.taking import issued_file
from jointaction.changes.papers.templates import keep_template, leave_template
from jointaction.domain.access import NotAllowedError, Role
from jointaction.domain.plans import ProblemsError
from jointaction.queries.committee_papers import paper_draft_page
from jointaction.queries.paper_templates import own_template
from jointaction.store.files import kept_file
from jointaction.store.models import PaperTemplate
from tests import factories
from tests.changes.trail import entries
from tests.committee_papers import a_draft, issue, issued

pytestmark = pytest.mark.django_db


def a_template(folder: Path, *lines: str) -> Path:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    path = folder / "own.docx"
    document.save(str(path))
    return path


def paragraphs(viewer, number):
    content = issued_file(viewer, number=number, extension="docx").content
    return [each.text for each in docx.Document(io.BytesIO(content)).paragraphs]


def test_papers_issued_with_a_template_are_made_in_it_and_earlier_ones_stay(viewer, plan_id, tmp_path):
    first = issued(viewer, plan_id)
    before = paragraphs(viewer, first)
    path = a_template(tmp_path, "Whitmoor District Council", "{{ cover.meeting }}: {{ paper }}")
    with entries() as added:
        for _ in range(2):
            keep_template(viewer, path=path, name="own.docx")
    assert [entry.action for entry in added] == ["use paper template"]
    second = issued(viewer, plan_id)
    assert paragraphs(viewer, second)[0] == "Whitmoor District Council"
    assert paragraphs(viewer, second)[1].startswith("Overview and scrutiny committee: 2, issued ")
    with entries() as added:
        for _ in range(2):
            leave_template(viewer)
    assert [entry.action for entry in added] == ["leave paper template"]
    assert (paragraphs(viewer, first), paragraphs(viewer, second)[0]) == (before, "Whitmoor District Council")
    assert own_template(viewer) is None


def test_a_template_that_does_not_fill_is_not_kept(viewer, plan_id, tmp_path):
    wrong = a_template(tmp_path, "{{ cover.metting }}")
    with entries() as added, pytest.raises(ProblemsError, match="did you mean “cover"):
        keep_template(viewer, path=wrong, name="own.docx")
    assert added == []
    assert not PaperTemplate.objects.exists()


def test_a_template_that_is_lost_stops_the_issue_with_a_sentence(viewer, plan_id, tmp_path):
    keep_template(viewer, path=a_template(tmp_path, "Lost later {{ title }}"), name="own.docx")
    kept_file(PaperTemplate.objects.get().sha256).unlink()
    paper_id = a_draft(viewer, plan_id)
    with pytest.raises(ProblemsError, match=r"“own.docx” cannot be filled"):
        issue(viewer, paper_id)
    assert paper_draft_page(viewer, paper_id).version == 1


def test_only_those_who_issue_bring_templates_and_only_for_their_own(viewer, plan_id, tmp_path):
    path = a_template(tmp_path, "{{ title }}")
    for role in set(factories.MEMBERS) - {Role.COORDINATOR}:
        with pytest.raises(NotAllowedError):
            keep_template(factories.member(role), path=path, name="own.docx")
    keep_template(viewer, path=path, name="own.docx")
    other = factories.whitmoor()
    assert own_template(other) is None
    leave_template(other)
    assert own_template(viewer) is not None
