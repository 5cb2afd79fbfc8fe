"""An issued paper as it went out, read from the content kept of it."""

from dataclasses import dataclass
from datetime import datetime

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.papers import Paper
from jointaction.queries.paper_json import paper_from_json
from jointaction.queries.paper_making import (
    ISSUED,
    is_shown_to_everyone,
    issued_paper,
    since,
    visible_issued,
)
from jointaction.store.models import CommitteePaper, PaperFile


@dataclass(frozen=True, slots=True)
class FileLine:
    """One form of an issued paper, with the SHA-256 (hex) of its bytes."""

    extension: str
    sha256: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class IssuedPage:
    """An issued paper as it went out, and what became of it; `others` are papers to compare it with."""

    number: int
    plan_id: int
    paper: Paper
    files: tuple[FileLine, ...]
    issued_by: str
    issued_at: datetime
    withdrawn_at: datetime | None
    withdrawn_reason: str
    replaces: int | None
    replaced_by: int | None
    others: tuple[int, ...]
    compared_with: int | None
    is_public: bool
    plan_is_public: bool


def issued_paper_page(viewer: Viewer, number: int, compared_with: int | None = None) -> IssuedPage:
    """An issued paper from the content kept of it, whatever its plan says now.

    Its list of changes is the one it was issued with, or that since the paper `compared_with` (a number).
    Raises NotVisibleError without either, NotAllowedError for those who see published papers only.
    """
    kept = issued_paper(viewer, number)
    others = visible_issued(viewer).filter(plan_id=kept.plan_id).exclude(pk=kept.pk)
    paper = paper_from_json(kept.content)
    if compared_with is not None:
        before = others.filter(number=compared_with).first()
        if before is None:
            raise NotVisibleError("paper to compare with")
        paper = since(paper, before)
    files = PaperFile.objects.filter(paper=kept).order_by("pk")
    by = kept.issued_by.name if kept.issued_by and viewer.may(Permission.SEE_PLANS) else ""
    return IssuedPage(
        number=number,
        plan_id=kept.plan_id,
        paper=paper,
        files=tuple(FileLine(file.extension, file.sha256, file.size_bytes) for file in files),
        issued_by=by,
        issued_at=kept.issued_at or kept.made_at,
        withdrawn_at=kept.withdrawn_at,
        withdrawn_reason=kept.withdrawn_reason,
        replaces=kept.replaces.number if kept.replaces else None,
        replaced_by=_replaced_by(kept),
        others=tuple(other for other in others.order_by("-number").values_list("number", flat=True) if other),
        compared_with=compared_with,
        is_public=kept.is_public,
        plan_is_public=is_shown_to_everyone(kept.plan),
    )


def _replaced_by(kept: CommitteePaper) -> int | None:
    later = CommitteePaper.objects.filter(replaces=kept, state__in=ISSUED).order_by("-number")
    return later.values_list("number", flat=True).first()
