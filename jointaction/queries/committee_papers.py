"""The papers room: what was issued, what is being written, and a paper to write."""

from dataclasses import dataclass
from datetime import date, datetime

from jointaction.domain.access import Permission, Viewer
from jointaction.domain.paper_drafts import USUAL_BOXES, PaperDraft
from jointaction.domain.papers import Implication, Paper, PaperCover, PaperState
from jointaction.domain.tables import theme_heading
from jointaction.queries.pages import Choice, PlanLine
from jointaction.queries.paper_checks import PaperCheck, paper_checks
from jointaction.queries.paper_drafts import draft_of
from jointaction.queries.paper_making import (
    is_shown_to_everyone,
    made_paper,
    own_paper,
    visible_issued,
)
from jointaction.queries.papers import latest_period
from jointaction.queries.plans import papers_periods, plans_page, theme_key
from jointaction.queries.shown import shown_plan
from jointaction.store.models import CommitteePaper


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A committee paper in a list; a draft has no number, a replaced one names what replaced it."""

    id: int
    number: int | None
    title: str
    plan: str
    period: str
    meeting: str
    meeting_on: date | None
    issued_at: datetime | None
    is_withdrawn: bool
    is_public: bool
    replaced_by: int | None = None


@dataclass(frozen=True, slots=True)
class PapersPage:
    """The papers room: issued papers and drafts, newest first, and plans to make one of."""

    issued: tuple[PaperLine, ...]
    drafts: tuple[PaperLine, ...]
    plans: tuple[PlanLine, ...]


@dataclass(frozen=True, slots=True)
class CoverChoices:
    """What a paper on a plan can be for and can show."""

    plan_id: int
    plan: str
    periods: tuple[str, ...]
    themes: tuple[Choice, ...]
    agencies: tuple[Choice, ...]
    areas: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class DraftPage:
    """A paper being written: what was written, how it will print, and what to look at before.

    `plan_version` is the plan's as it was shown, so that nothing unseen is issued.
    """

    id: int
    plan_id: int
    version: int
    plan_version: int
    draft: PaperDraft
    paper: Paper
    checks: tuple[PaperCheck, ...]
    replaces: int | None


def papers_page(viewer: Viewer) -> PapersPage:
    """Every paper of the partnership; drafts are for those who may issue."""
    viewer.require(Permission.MAKE_PAPERS)
    return PapersPage(
        issued=issued_papers(viewer),
        drafts=_drafts(viewer) if viewer.may(Permission.ISSUE_PAPERS) else (),
        plans=plans_page(viewer),
    )


def issued_papers(viewer: Viewer) -> tuple[PaperLine, ...]:
    """The issued papers of the partnership, withdrawn ones with them, the last first."""
    viewer.require(Permission.MAKE_PAPERS)
    return _lines(viewer)


def papers_on_plan(viewer: Viewer, plan_id: int) -> tuple[PaperLine, ...]:
    """The issued papers on one plan that the viewer may see, the last first."""
    return _lines(viewer, plan_id=plan_id)


def published_papers(viewer: Viewer) -> tuple[PaperLine, ...]:
    """The papers everyone may see, the last first."""
    viewer.require(Permission.SEE_PUBLIC)
    return tuple(line for line in _lines(viewer) if line.is_public)


def _lines(viewer: Viewer, **of: int) -> tuple[PaperLine, ...]:
    papers = visible_issued(viewer).filter(**of)
    issued = papers.select_related("plan").defer("content").order_by("-number")
    replaced = {paper.replaces_id: paper.number for paper in issued if paper.replaces_id}
    return tuple(_line(paper, replaced.get(paper.pk)) for paper in issued)


def _drafts(viewer: Viewer) -> tuple[PaperLine, ...]:
    drafts = CommitteePaper.objects.filter(partnership_id=viewer.partnership_id, state=PaperState.DRAFT.value)
    return tuple(map(_line, drafts.select_related("plan").order_by("-made_at")))


def cover_choices(viewer: Viewer, plan_id: int) -> CoverChoices:
    """What can be chosen for a paper on a plan; raises NotVisibleError without the plan."""
    viewer.require(Permission.ISSUE_PAPERS)
    content = shown_plan(viewer, plan_id)
    parties = [party for lines in content.parties.values() for party in lines]
    agencies = {party.filter_value: party.known_as for party in parties if party.filter_name == "agency"}
    areas = dict.fromkeys(update.area for row in content.plan.rows for update in row.updates if update.area)
    return CoverChoices(
        plan_id=plan_id,
        plan=content.plan.title or "",
        periods=papers_periods(content.plan),
        themes=tuple(
            Choice(theme_key(theme), theme_heading(theme) or "", len(theme.rows))
            for theme in content.plan.themes
            if theme_heading(theme)
        ),
        agencies=tuple(
            Choice(key, agencies[key], 0) for key in sorted(agencies, key=lambda key: agencies[key])
        ),
        areas=tuple(Choice(area, area, 0) for area in areas),
    )


def starting_draft(viewer: Viewer, plan_id: int) -> PaperDraft:
    """What a new paper starts with: the plan's title and latest period, and the boxes of the last paper."""
    viewer.require(Permission.ISSUE_PAPERS)
    plan = shown_plan(viewer, plan_id).plan
    papers = CommitteePaper.objects.filter(partnership_id=viewer.partnership_id)
    last = papers.defer("content").order_by("-made_at").first()
    boxes = draft_of(last).cover.implications if last else ()
    headings = tuple(box.heading for box in boxes) or USUAL_BOXES
    cover = PaperCover(
        meeting=last.meeting if last else "",
        author=last.author if last else viewer.name,
        implications=tuple(Implication(heading, "") for heading in headings),
    )
    return PaperDraft(plan.title or "", latest_period(plan), cover)


def paper_draft_page(viewer: Viewer, paper_id: int) -> DraftPage:
    """A paper being written; raises NotVisibleError when there is none, or it is issued."""
    viewer.require(Permission.ISSUE_PAPERS)
    kept = own_paper(viewer, pk=paper_id, state=PaperState.DRAFT.value)
    made = made_paper(viewer, kept)
    return DraftPage(
        id=kept.pk,
        plan_id=kept.plan_id,
        version=kept.version,
        plan_version=made.content.version,
        draft=made.draft,
        paper=made.paper,
        checks=paper_checks(viewer, made),
        replaces=kept.replaces.number if kept.replaces else None,
    )


def _line(paper: CommitteePaper, replaced_by: int | None = None) -> PaperLine:
    return PaperLine(
        id=paper.pk,
        number=paper.number,
        title=paper.title,
        plan=paper.plan.title,
        period=paper.period,
        meeting=paper.meeting,
        meeting_on=paper.meeting_on,
        issued_at=paper.issued_at,
        is_withdrawn=paper.state == PaperState.WITHDRAWN.value,
        is_public=paper.is_public and is_shown_to_everyone(paper.plan),
        replaced_by=replaced_by,
    )
