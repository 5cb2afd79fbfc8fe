"""An issued paper is shown to everyone, or taken back, while its plan is public."""

import pytest

from jointaction.changes.papers.publishing import publish_paper
from jointaction.changes.papers.taking import issued_file
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.plans import ProblemsError
from jointaction.queries.committee_papers import published_papers
from jointaction.queries.paper_as_issued import issued_paper_page
from jointaction.store.models import Plan
from tests import factories
from tests.changes.trail import entries
from tests.committee_papers import issued

pytestmark = pytest.mark.django_db


@pytest.fixture
def number(viewer):
    plan_id = factories.accepted_plan(viewer, is_public=True)
    issued(viewer, plan_id)
    return issued(viewer, plan_id)


def test_everyone_sees_a_published_paper_and_no_other(viewer, number):
    everyone = factories.public(viewer)
    assert published_papers(everyone) == ()
    with entries() as added:
        for _ in range(2):
            publish_paper(viewer, number=number, is_public=True)
    assert [entry.action for entry in added] == ["publish paper"]
    assert [line.number for line in published_papers(everyone)] == [number]
    page = issued_paper_page(everyone, number)
    assert (page.issued_by, page.others) == ("", ())
    assert issued_file(everyone, number=number, extension="csv").content
    with pytest.raises(NotAllowedError):
        issued_paper_page(everyone, number - 1)
    with pytest.raises(NotVisibleError):
        issued_paper_page(everyone, number, number - 1)


def test_a_paper_goes_with_its_plan(viewer, number):
    publish_paper(viewer, number=number, is_public=True)
    plan_id = issued_paper_page(viewer, number).plan_id
    factories.publish(plan_id, viewer, is_public=False)
    assert published_papers(factories.public(viewer)) == ()
    with pytest.raises(NotAllowedError):
        issued_paper_page(factories.public(viewer), number)
    with entries() as added:
        publish_paper(viewer, number=number, is_public=False)
    assert [entry.action for entry in added] == ["take paper back"]
    with pytest.raises(ProblemsError, match="Show the plan to everyone first"):
        publish_paper(viewer, number=number, is_public=True)


def test_a_paper_on_a_plan_that_is_a_draft_again_is_not_shown(viewer, number):
    publish_paper(viewer, number=number, is_public=True)
    Plan.objects.update(state="draft")
    assert published_papers(factories.public(viewer)) == ()
    assert not issued_paper_page(viewer, number).plan_is_public


def test_coordinators_publish_and_only_what_is_theirs(viewer, number):
    for role in set(factories.MEMBERS) - {Role.COORDINATOR}:
        with pytest.raises(NotAllowedError):
            publish_paper(factories.member(role), number=number, is_public=True)
    other = factories.whitmoor()
    with pytest.raises(NotVisibleError):
        publish_paper(other, number=number, is_public=True)
    publish_paper(viewer, number=number, is_public=True)
    assert published_papers(factories.public(other)) == ()
