"""A committee paper's draft as its table keeps it, and back."""

from collections.abc import Mapping, Sequence

from jointaction.domain.paper_choice import PaperChoice
from jointaction.domain.paper_drafts import PaperDraft
from jointaction.domain.papers import Implication, PaperCover
from jointaction.store.models import CommitteePaper


def draft_of(kept: CommitteePaper) -> PaperDraft:
    """What was written for the paper."""
    cover = PaperCover(
        meeting=kept.meeting,
        meeting_on=kept.meeting_on,
        author=kept.author,
        recommendation=kept.recommendation,
        reason=kept.reason,
        implications=_implications(kept.implications),
    )
    return PaperDraft(kept.title, kept.period, cover, _choice(kept.choice))


def draft_fields(draft: PaperDraft) -> dict[str, object]:
    """What was written for a paper, as its table keeps it."""
    cover, choice = draft.cover, draft.choice
    return {
        "title": draft.title,
        "period": draft.period,
        "meeting": cover.meeting,
        "meeting_on": cover.meeting_on,
        "author": cover.author,
        "recommendation": cover.recommendation,
        "reason": cover.reason,
        "implications": [[box.heading, box.text] for box in cover.implications],
        "choice": {
            "themes": list(choice.themes),
            "agencies": list(choice.agencies),
            "areas": list(choice.areas),
        },
    }


def _implications(stored: Sequence[Sequence[str]]) -> tuple[Implication, ...]:
    return tuple(Implication(heading, text) for heading, text in stored)


def _choice(stored: Mapping[str, Sequence[object]]) -> PaperChoice:
    return PaperChoice(
        themes=tuple(str(theme) for theme in stored.get("themes", ())),
        agencies=tuple(int(str(agency)) for agency in stored.get("agencies", ())),
        areas=tuple(str(area) for area in stored.get("areas", ())),
    )
