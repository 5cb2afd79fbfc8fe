"""Committee papers of an invented district: what people write for one, and ones that are issued."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from jointaction.changes.papers.drafts import make_paper
from jointaction.changes.papers.issue import issue_paper
from jointaction.changes.papers.withdraw import withdraw_paper
from jointaction.domain.access import Viewer
from jointaction.domain.paper_drafts import PaperDraft
from jointaction.domain.papers import Implication, PaperCover
from jointaction.queries.committee_papers import paper_draft_page
from tests.made_once import made_once

COVER = PaperCover(
    meeting="Overview and scrutiny committee",
    meeting_on=date(2032, 5, 12),
    author="Ada Fenn, community safety officer",
    recommendation="That the committee notes the progress made & asks what it wishes to.",
    reason="The committee reviews the partnership's work twice a year.",
    implications=(
        Implication("Money and staff", "None beyond the budget agreed in March."),
        Implication("Risks", ""),
    ),
)
DRAFT = PaperDraft("Safer Sheds: Quarter 4", "2031-32 Q4", COVER)


@made_once
def a_draft(viewer: Viewer, plan_id: int, **fields: object) -> int:
    """A paper being written; returns its id."""
    return make_paper(viewer, plan_id=plan_id, draft=replace(DRAFT, **fields), idempotency_key=uuid4())


def issue(viewer: Viewer, paper_id: int) -> int:
    """Issue a draft as it is previewed now; returns its number."""
    page = paper_draft_page(viewer, paper_id)
    return issue_paper(viewer, paper_id=paper_id, version=page.version, plan_version=page.plan_version)


@made_once
def issued(viewer: Viewer, plan_id: int, **fields: object) -> int:
    """An issued paper on a plan; returns its number."""
    return issue(viewer, a_draft(viewer, plan_id, **fields))


def of_each_kind(viewer: Viewer, plan_id: int) -> dict[str, int]:
    """A draft's id, and the numbers of a paper that stands and of one that is withdrawn."""
    withdrawn = issued(viewer, plan_id)
    withdraw_paper(viewer, number=withdrawn, reason="A wrong figure")
    return {
        "withdrawn": withdrawn,
        "issued": issued(viewer, plan_id),
        "draft": a_draft(viewer, plan_id),
    }
