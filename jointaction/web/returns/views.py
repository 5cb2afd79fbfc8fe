"""An agency's return: its boxes to write in, saved as one goes, handed in once."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from jointaction.changes.returns.steps import submit_return
from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.life import StepError
from jointaction.domain.plans import EditConflictError, ProblemsError
from jointaction.queries.return_prompts import return_prompts
from jointaction.queries.returns import AnswerLine, ReturnPage, return_page
from jointaction.web.parts.components import Fact
from jointaction.web.parts.viewer import ViewerRequest
from jointaction.web.returns.boxes import (
    SentBox,
    ShownBox,
    fingerprint,
    sent_box,
    shown_boxes,
    unasked_keys,
)
from jointaction.web.returns.door import for_answerer, typed_words
from jointaction.web.returns.saving import beside_theirs, save_box, save_boxes

NOT_SAVED = "Some boxes were not saved. Each says why; what you wrote is still in it."
TOO_LATE = "This return takes no more words. What you wrote stands below to be copied."


@require_http_methods(["GET", "HEAD", "POST"])
@for_answerer
def answering(request: ViewerRequest, viewer: Viewer, return_id: int) -> HttpResponse:
    """The boxes; every button of their one form saves all of them first."""
    page = return_page(viewer, return_id)
    if request.method != "POST":
        return _shown(request, viewer, page)
    refused = save_boxes(viewer, page, request.POST)
    lost = typed_words(request, unasked_keys(page, request.POST))
    if refused:
        messages.error(request, NOT_SAVED if page.state.is_open else TOO_LATE)
    if refused or lost:
        return _shown(request, viewer, return_page(viewer, return_id), refused, status=409, lost=lost)
    wish = request.POST.get("do", "save")
    if wish in {"submit", "submit anyway", "nil"}:
        return _handed_in(request, viewer, return_id, wish)
    if wish.startswith("files-") and (line := _line(page, wish.removeprefix("files-"))):
        return redirect("answer_files", return_id, line.box.objective_id, line.box.area_id or 0)
    messages.success(request, "Saved. You can close this page and go on later.")
    return redirect(f"{reverse('return', args=[return_id])}{_anchor(page, wish)}")


def _handed_in(request: ViewerRequest, viewer: Viewer, return_id: int, wish: str) -> HttpResponse:
    page = return_page(viewer, return_id)
    if wish == "submit" and page.unanswered:
        return _shown(request, viewer, page, status=422, asks_again=True)
    if wish == "nil" and page.answered and page.state.is_open:
        messages.error(
            request, "There are answers, so this is no nil return. Hand it in, or empty the boxes."
        )
        return _shown(request, viewer, page, status=422)
    try:
        submit_return(viewer, return_id=return_id, is_nil=wish == "nil")
    except StepError as closed:
        messages.error(request, str(closed))
        return _shown(request, viewer, page, status=409)
    messages.success(request, "Your return has arrived. There is nothing more to do.")
    return redirect("return", return_id)


@require_POST
@for_answerer
def save(
    request: ViewerRequest, viewer: Viewer, return_id: int, objective_id: int, area_id: int
) -> HttpResponse:
    """Save one box while somebody writes: JSON with its version now; 409 with both texts as HTML."""
    spot, key = (objective_id, area_id or None), f"{objective_id}-{area_id}"
    box = sent_box(request.POST, key)
    if box is None:
        raise NotVisibleError("box")
    try:
        version = save_box(viewer, return_id, spot, box)
    except EditConflictError:
        return _overtaken(request, beside_theirs(viewer, return_id, spot, box))
    except (ProblemsError, StepError) as wrong:
        return JsonResponse({"problem": str(wrong)}, status=422)
    return _saved(viewer, return_page(viewer, return_id), key, box, version)


def _saved(viewer: Viewer, page: ReturnPage, key: str, box: SentBox, version: int) -> HttpResponse:
    texts = {line.box.key: line.words.text for line in page.lines}
    prompts = return_prompts(viewer, page, texts, only=key)
    return JsonResponse(
        {
            "state": f"{version}.{fingerprint(box.words)}",
            "progress": page.progress,
            "answered": page.answered,
            "prompts": render_to_string("returns/prompts.html", {"prompts": prompts, "key": key}),
        }
    )


def _overtaken(request: ViewerRequest, box: ShownBox) -> HttpResponse:
    beside = render_to_string("returns/beside.html", {"box": box}, request)
    return JsonResponse({"state": box.state, "beside": beside}, status=409)


def _shown(
    request: ViewerRequest,
    viewer: Viewer,
    page: ReturnPage,
    refused: dict[str, ShownBox] | None = None,
    *,
    status: int = 200,
    asks_again: bool = False,
    lost: tuple[Fact, ...] = (),
) -> HttpResponse:
    boxes = shown_boxes(page, refused)
    texts = {box.key: box.words.text for box in boxes} if page.state.is_open else {}
    context = {
        "page": page,
        "boxes": boxes,
        "prompts": return_prompts(viewer, page, texts),
        "refused": tuple((refused or {}).values()),
        "asks_again": asks_again,
        "lost": lost,
        "is_link": viewer.only_return is not None,
        "runs_rounds": viewer.may(Permission.RUN_ROUNDS),
    }
    return render(request, "returns/return.html", context, status=status)


def _anchor(page: ReturnPage, wish: str) -> str:
    return f"#box-{wish}" if _line(page, wish) else ""


def _line(page: ReturnPage, key: str) -> AnswerLine | None:
    return next((line for line in page.lines if line.box.key == key), None)
