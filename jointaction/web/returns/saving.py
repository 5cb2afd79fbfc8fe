"""Saves what a return's page brought, box by box: each holds, or is shown beside what stood in its way."""

from dataclasses import replace

from django.http import QueryDict

from jointaction.changes.returns.answers import save_answer
from jointaction.domain.access import Viewer
from jointaction.domain.life import StepError
from jointaction.domain.plans import EditConflictError, ProblemsError
from jointaction.queries.asked import Spot
from jointaction.queries.returns import AnswerLine, ReturnPage, return_page
from jointaction.web.returns.boxes import SentBox, ShownBox, fingerprint, sent_box

OVERTAKEN = (
    "Somebody else saved other words here meanwhile. Yours are still in the box and not saved; theirs "
    "stand beside them. Save again to put yours in their place."
)


def save_boxes(viewer: Viewer, page: ReturnPage, sent: QueryDict) -> dict[str, ShownBox]:
    """Save every box that was touched; the ones that could not be saved, with what was typed."""
    refused: dict[str, ShownBox] = {}
    for line in page.lines:
        box = sent_box(sent, line.box.key)
        if box is None or not box.is_touched:
            continue
        try:
            save_box(viewer, page.id, line.box.spot, box)
        except EditConflictError:
            refused[line.box.key] = beside_theirs(viewer, page.id, line.box.spot, box)
        except ProblemsError as wrong:
            refused[line.box.key] = _kept(line, box, "; ".join(each.message for each in wrong.problems))
        except StepError as closed:
            refused[line.box.key] = _kept(line, box, f"{closed} Copy your words from here.")
    return refused


def save_box(viewer: Viewer, return_id: int, spot: Spot, box: SentBox) -> int:
    """Save one box; returns its version now and raises as save_answer does."""
    return save_answer(
        viewer,
        return_id=return_id,
        objective_id=spot[0],
        area_id=spot[1],
        words=box.words,
        version=box.version,
    )


def beside_theirs(viewer: Viewer, return_id: int, spot: Spot, box: SentBox) -> ShownBox:
    """What was typed, beside what is saved now; saving it again puts it in that one's place."""
    now = next(each for each in return_page(viewer, return_id).lines if each.box.spot == spot)
    made = _kept(now, box, OVERTAKEN)
    return replace(made, version=now.version, theirs=now.words, theirs_status=now.status)


def _kept(line: AnswerLine, box: SentBox, problem: str) -> ShownBox:
    return ShownBox(line, box.words, box.version, fingerprint(line.words), problem=problem)
