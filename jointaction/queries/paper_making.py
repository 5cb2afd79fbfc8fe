"""A committee paper made from its draft and the plan as it stands now."""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.life import PlanState
from jointaction.domain.paper_changes import paper_changes
from jointaction.domain.paper_counts import paper_counts
from jointaction.domain.paper_drafts import PaperDraft
from jointaction.domain.papers import Paper, PaperState
from jointaction.domain.statuses import NO_UPDATE
from jointaction.domain.wording import counted, day_words
from jointaction.queries.content import plan_content, visible_plans
from jointaction.queries.pages import PlanContent
from jointaction.queries.paper_drafts import draft_of
from jointaction.queries.paper_json import paper_from_json
from jointaction.queries.papers import chosen_plan, plain_paper
from jointaction.queries.round_notes import round_notes
from jointaction.store.models import CommitteePaper, Plan

ISSUED = (PaperState.ISSUED.value, PaperState.WITHDRAWN.value)
OTHER_PERIOD = (
    "The paper before was for another period, so the updates, which are all new, are not listed as changes."
)


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper as it would print now, and the plan's content it was made from."""

    paper: Paper
    content: PlanContent
    draft: PaperDraft


def made_paper(viewer: Viewer, kept: CommitteePaper) -> MadePaper:
    """The paper a draft would be now, with what changed since the last one issued on the same plan.

    Raises NotVisibleError when the viewer may not see the plan.
    """
    content = plan_content(viewer, kept.plan_id)
    draft = draft_of(kept)
    plan = chosen_plan(content, draft.choice)
    silent = round_notes(viewer, kept.plan_id, draft.period)
    paper = plain_paper(viewer, plan, draft.period, silent)
    left_out = len(content.plan.rows) - len(plan.rows)
    notes = (_chosen(len(plan.rows), len(content.plan.rows)), *paper.notes) if left_out else paper.notes
    paper = replace(
        paper,
        title=draft.title,
        cover=draft.cover,
        counts=paper_counts(plan, draft.period),
        notes=notes,
        key=(*plan.scheme.statuses, NO_UPDATE) if plan.scheme else (),
    )
    return MadePaper(since(paper, paper_before(kept)), content, draft)


def paper_before(kept: CommitteePaper) -> CommitteePaper | None:
    """The last paper issued on the same plan and not withdrawn; of an issued one, the one before it."""
    issued = CommitteePaper.objects.filter(plan_id=kept.plan_id, state=PaperState.ISSUED.value)
    if kept.number is not None:
        issued = issued.filter(number__lt=kept.number)
    return issued.order_by("-number").first()


def since(paper: Paper, before: CommitteePaper | None) -> Paper:
    """The paper with what changed since another one of the same plan; as it is without one."""
    if before is None:
        return paper
    content = paper_from_json(before.content)
    notes = paper.notes if content.period == paper.period else (*paper.notes, OTHER_PERIOD)
    return replace(paper, changes=paper_changes(content, paper), since=paper_name(content), notes=notes)


def paper_name(paper: Paper) -> str:
    """How other papers call an issued one: paper 3 of 12 May 2031."""
    return f"paper {paper.number} of {day_words(paper.issued_on)}" if paper.issued_on else "a draft"


def today() -> date:
    """The day in London, which papers bear."""
    return timezone.localdate()


def own_paper(viewer: Viewer, **named: object) -> CommitteePaper:
    """One paper of the viewer's partnership; raises NotVisibleError without it."""
    papers = CommitteePaper.objects.filter(partnership_id=viewer.partnership_id, **named)
    kept = papers.select_related("plan", "issued_by", "replaces").first()
    if kept is None:
        raise NotVisibleError("paper")
    return kept


def visible_issued(viewer: Viewer) -> QuerySet[CommitteePaper]:
    """The issued papers the viewer may see: all of their partnership, or those that are public."""
    papers = CommitteePaper.objects.filter(partnership_id=viewer.partnership_id, state__in=ISSUED)
    if viewer.may(Permission.MAKE_PAPERS):
        return papers
    if viewer.may(Permission.SEE_PUBLIC):
        return papers.filter(is_public=True, plan__in=visible_plans(viewer))
    return papers.none()


def is_shown_to_everyone(plan: Plan) -> bool:
    """Whether the public sees the plan, and with it the papers on it that are public."""
    return plan.is_public and plan.state != PlanState.DRAFT.value


def issued_paper(viewer: Viewer, number: int) -> CommitteePaper:
    """One issued paper; raises NotVisibleError without it, NotAllowedError for who sees public ones only."""
    papers = visible_issued(viewer).select_related("plan", "issued_by", "replaces")
    kept = papers.filter(number=number).first()
    if kept is None:
        viewer.require(Permission.MAKE_PAPERS)
        raise NotVisibleError("paper")
    return kept


def _chosen(shown: int, there: int) -> str:
    return f"This paper shows {shown} of the plan’s {counted(there, 'objective')}."
