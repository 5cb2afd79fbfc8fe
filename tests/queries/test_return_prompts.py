"""Prompts beside the boxes of a return: a link's holder is quoted nothing of other agencies."""

from dataclasses import replace

import pytest

from jointaction.domain.access import Role, Viewer
from jointaction.domain.drafts import DocumentDraft, UpdateDraft
from jointaction.queries.return_prompts import return_prompts
from jointaction.queries.returns import ReturnPage, return_page
from tests import factories
from tests.domain.drafts import a_plan, a_row
from tests.returns_factories import a_round, return_of

pytestmark = pytest.mark.django_db
MEETINGS = "{} doorstep mediation meetings (counting those held in halls)"


def a_page(**aims: object) -> tuple[Viewer, ReturnPage]:
    """The police are asked about two objectives; on a third the council has reported 15 meetings."""
    rows = (
        a_row("r1", lead_agencies=("Police",), **aims),
        a_row("r2", "More sheds have a lock", lead_agencies=("Police",)),
        a_row(
            "r3",
            "Everybody gets home",
            lead_agencies=("AVDC",),
            updates=(UpdateDraft(MEETINGS.format(15), "2031-32 Q4"),),
        ),
    )
    viewer = factories.alder_vale()
    plan_id = factories.accepted_plan(viewer, DocumentDraft((a_plan(*rows),)))
    return viewer, return_page(viewer, return_of(a_round(viewer, plan_id)).pk)


def link_holder(viewer: Viewer, return_id: int) -> Viewer:
    return replace(viewer, role=Role.LINK_HOLDER, person_id=None, agency_id=None, only_return=return_id)


def test_a_text_is_held_against_the_plan_by_who_may_see_it():
    viewer, page = a_page()
    key = page.lines[0].box.key
    (prompt,) = return_prompts(viewer, page, {key: MEETINGS.format(36)})[key].prompts
    assert "15 and 36" in prompt.reason


def test_the_holder_of_a_link_is_quoted_nothing_of_others():
    viewer, page = a_page()
    key = page.lines[0].box.key
    found = return_prompts(link_holder(viewer, page.id), page, {key: MEETINGS.format(36)})
    assert found[key].prompts == ()
    assert [figure.value for figure in found[key].figures] == [36]


def test_two_boxes_of_one_return_are_held_against_each_other_for_anybody():
    viewer, page = a_page()
    texts = {line.box.key: MEETINGS.format(at + 7) for at, line in enumerate(page.lines)}
    assert len(texts) == 2
    found = return_prompts(link_holder(viewer, page.id), page, texts)
    assert all(len(prompts.prompts) == 1 for prompts in found.values())


def test_an_empty_box_is_asked_nothing():
    viewer, page = a_page()
    assert return_prompts(viewer, page, {page.lines[0].box.key: " "}) == {}


def test_a_target_that_the_last_quarter_does_not_answer_is_asked_after():
    viewer, page = a_page(measures=("Reduce thefts by 4% by March 2032",))
    key = page.lines[0].box.key
    (prompt,) = return_prompts(viewer, page, {key: "Three fairs held."})[key].prompts
    assert "no update says whether it was met" in prompt.reason
