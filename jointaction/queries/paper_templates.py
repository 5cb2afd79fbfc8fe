"""A partnership's own Word template: which one is in use, and a paper to try it with."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from jointaction.domain.access import Permission, Viewer
from jointaction.domain.fields import Field
from jointaction.domain.papers import (
    Implication,
    Paper,
    PaperCell,
    PaperChange,
    PaperColumn,
    PaperCount,
    PaperCover,
    PaperRow,
    PaperSection,
    PaperState,
)
from jointaction.queries.paper_json import paper_from_json
from jointaction.store.files import kept_file
from jointaction.store.models import CommitteePaper, PaperTemplate

_EXAMPLE = PaperSection(
    "1. An example theme",
    (PaperColumn("Ref", Field.REF, 0.2), PaperColumn("Objective", Field.OBJECTIVE, 0.8)),
    (PaperRow((PaperCell(("1.1",)), PaperCell(("An example objective",)))),),
)


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """The Word template in use: its file's name, where it is kept, who brought it and when."""

    name: str
    path: Path
    uploaded_by: str
    uploaded_at: datetime


def own_template(viewer: Viewer) -> TemplateLine | None:
    """The partnership's newest template; None where papers have our own look."""
    viewer.require(Permission.ISSUE_PAPERS)
    found = PaperTemplate.objects.filter(partnership_id=viewer.partnership_id).select_related("uploaded_by")
    kept = found.first()
    if kept is None:
        return None
    return TemplateLine(kept.name, kept_file(kept.sha256), kept.uploaded_by.name, kept.uploaded_at)


def trial_paper(viewer: Viewer) -> Paper:
    """The last paper issued, or an example before there is one."""
    viewer.require(Permission.ISSUE_PAPERS)
    issued = CommitteePaper.objects.filter(
        partnership_id=viewer.partnership_id, state=PaperState.ISSUED.value
    )
    last = issued.order_by("-number").first()
    return paper_from_json(last.content) if last else _example(viewer)


def _example(viewer: Viewer) -> Paper:
    return Paper(
        partnership=viewer.partnership,
        title="An example plan",
        plan_year="2031-32",
        period="2031-32 Quarter 4",
        sections=(_EXAMPLE,),
        notes=("An example note.",),
        cover=PaperCover(
            "An example meeting",
            date(2032, 5, 12),
            viewer.name,
            "That the meeting notes the paper.",
            "An example reason.",
            (Implication("Money and staff", "None."),),
        ),
        counts=(PaperCount("Objectives", 1, 1),),
        changes=(PaperChange("1.1", "Objective", "An objective", "An example objective"),),
        since="paper 1 of 12 February 2032",
    )
