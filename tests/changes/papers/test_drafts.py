"""A paper is written, changed and thrown away; a withdrawn one is replaced."""

from dataclasses import replace
from uuid import uuid4

import pytest

from jointaction.changes.papers.drafts import change_paper, drop_paper, make_paper, replace_paper
from jointaction.changes.papers.withdraw import withdraw_paper
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.paper_choice import PaperChoice
from jointaction.domain.plans import EditConflictError, ProblemsError
from jointaction.queries.committee_papers import (
    paper_draft_page,
    papers_page,
    starting_draft,
)
from jointaction.queries.paper_as_issued import issued_paper_page
from jointaction.store.models import CommitteePaper
from tests import factories
from tests.changes.trail import entries
from tests.committee_papers import COVER, DRAFT, a_draft, issue, issued

pytestmark = pytest.mark.django_db


def test_what_is_written_is_kept_and_noted(viewer, plan_id):
    with entries() as added:
        paper_id = a_draft(viewer, plan_id)
        changed = replace(DRAFT, title="Quarter 3", period="2031-32 Q3", choice=PaperChoice(themes=("1",)))
        change_paper(viewer, paper_id=paper_id, version=1, draft=changed)
    assert [entry.action for entry in added] == ["make paper", "change paper"]
    page = paper_draft_page(viewer, paper_id)
    assert (page.draft, page.version) == (changed, 2)
    assert [section.heading for section in page.paper.sections] == ["1. Thefts"]
    assert page.paper.notes[0] == "This paper shows 2 of the plan’s 3 objectives."


def test_a_paper_begins_with_what_the_last_one_had(viewer, plan_id):
    first = starting_draft(viewer, plan_id)
    assert (first.title, first.period, first.cover.author) == ("Safer Sheds", "2031-32 Q4", viewer.name)
    assert len(first.cover.implications) == 7
    a_draft(viewer, plan_id)
    second = starting_draft(viewer, plan_id).cover
    assert (second.meeting, second.author) == (COVER.meeting, COVER.author)
    assert [(box.heading, box.text) for box in second.implications] == [
        ("Money and staff", ""),
        ("Risks", ""),
    ]


def test_a_period_the_plan_has_not_is_refused_with_those_it_has(viewer, plan_id):
    with pytest.raises(ProblemsError, match="Choose one of: 2031-32 Q1"):
        a_draft(viewer, plan_id, period="2040-41 Q1")
    assert not CommitteePaper.objects.exists()


def test_an_overtaken_edit_changes_nothing(viewer, plan_id):
    paper_id = a_draft(viewer, plan_id)
    change_paper(viewer, paper_id=paper_id, version=1, draft=replace(DRAFT, title="First"))
    with entries() as added:
        with pytest.raises(EditConflictError):
            change_paper(viewer, paper_id=paper_id, version=1, draft=replace(DRAFT, title="Second"))
        with pytest.raises(EditConflictError):
            drop_paper(viewer, paper_id=paper_id, version=1)
    assert added == []
    assert paper_draft_page(viewer, paper_id).draft.title == "First"


def test_an_issued_paper_is_no_draft_any_more(viewer, plan_id):
    paper_id = a_draft(viewer, plan_id)
    issue(viewer, paper_id)
    for act in (
        lambda: change_paper(viewer, paper_id=paper_id, version=2, draft=DRAFT),
        lambda: drop_paper(viewer, paper_id=paper_id, version=2),
        lambda: paper_draft_page(viewer, paper_id),
    ):
        with pytest.raises(NotVisibleError):
            act()


def test_a_withdrawn_paper_stays_readable_and_is_replaced_once(viewer, plan_id):
    number = issued(viewer, plan_id)
    with pytest.raises(NotVisibleError):
        replace_paper(viewer, number=number)
    with entries() as added:
        for _ in range(2):
            withdraw_paper(viewer, number=number, reason="A wrong figure in 1.1")
        ids = {replace_paper(viewer, number=number) for _ in range(2)}
    assert [entry.action for entry in added] == ["withdraw paper", "make paper"]
    with pytest.raises(EditConflictError):
        withdraw_paper(viewer, number=number, reason="Another")
    second = issue(viewer, ids.pop())
    first = issued_paper_page(factories.member(Role.COUNCILLOR), number)
    assert (first.withdrawn_reason, first.replaced_by) == ("A wrong figure in 1.1", second)
    assert issued_paper_page(viewer, second).replaces == number
    assert [(line.number, line.replaced_by) for line in papers_page(viewer).issued] == [(2, None), (1, 2)]


def test_the_next_paper_is_compared_with_the_last_that_stands(viewer, plan_id):
    first, second = issued(viewer, plan_id), issued(viewer, plan_id)
    withdraw_paper(viewer, number=second, reason="Sent too early")
    third = issued_paper_page(viewer, issued(viewer, plan_id, period="2031-32 Q3"))
    assert third.paper.since.startswith(f"paper {first} of ")
    assert "for another period" in third.paper.notes[-1]
    assert third.others == (second, first)


def test_only_those_who_issue_write_and_nobody_from_elsewhere(viewer, plan_id):
    paper_id = a_draft(viewer, plan_id)
    number = issued(viewer, plan_id)
    other = factories.whitmoor()
    for role in set(factories.MEMBERS) - {Role.COORDINATOR}:
        person = factories.member(role)
        for act in _acts(person, plan_id, paper_id, number):
            with pytest.raises(NotAllowedError):
                act()
    for act in _acts(other, plan_id, paper_id, number):
        with pytest.raises(NotVisibleError):
            act()


def _acts(person, plan_id, paper_id, number):
    return (
        lambda: make_paper(person, plan_id=plan_id, draft=DRAFT, idempotency_key=uuid4()),
        lambda: change_paper(person, paper_id=paper_id, version=1, draft=DRAFT),
        lambda: drop_paper(person, paper_id=paper_id, version=1),
        lambda: withdraw_paper(person, number=number, reason="Because"),
        lambda: replace_paper(person, number=number),
        lambda: paper_draft_page(person, paper_id),
    )
