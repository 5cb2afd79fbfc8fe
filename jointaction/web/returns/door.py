"""Who answers: the person signed in, or whoever came in with a return's link; their words outlast both."""

from collections.abc import Callable, Collection
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from jointaction.domain.access import NotAllowedError, NotVisibleError, Viewer
from jointaction.queries.return_links import link_holder
from jointaction.queries.returns import require_in_sight
from jointaction.web.parts.components import Fact
from jointaction.web.parts.viewer import LINK_KEY, ViewerRequest

Rest = ParamSpec("Rest")


class LinkOverError(Exception):
    """The link somebody came in with opens nothing any more."""


def answering_viewer(request: ViewerRequest, return_id: int) -> Viewer:
    """The Viewer who may answer this return.

    Somebody signed in who holds a link to a return that is not theirs opens it by the link. Raises
    LinkOverError for a link that is over, NotAllowedError and NotVisibleError as the return's query does.
    """
    try:
        require_in_sight(request.viewer, return_id)
    except (NotAllowedError, NotVisibleError):
        holder = _holder(request)
        if holder is None or holder.only_return != return_id:
            raise
        return holder
    return request.viewer


def _holder(request: HttpRequest) -> Viewer | None:
    link_id = request.session.get(LINK_KEY)
    if link_id is None:
        return None
    holder = link_holder(link_id, now=timezone.now())
    if holder is None and not request.user.is_authenticated:
        raise LinkOverError(str(link_id))
    return holder


def for_answerer(
    view: Callable[Concatenate[ViewerRequest, Viewer, int, Rest], HttpResponse],
) -> Callable[..., HttpResponse]:
    """A view that gets the Viewer who answers; a link or a session that ended meanwhile loses no words."""

    @wraps(view)
    def opened(
        request: ViewerRequest, return_id: int, *args: Rest.args, **kwargs: Rest.kwargs
    ) -> HttpResponse:
        try:
            viewer = answering_viewer(request, return_id)
        except LinkOverError:
            return render(request, "returns/link_over.html", {"typed": typed_words(request)}, status=403)
        except NotAllowedError:
            typed = typed_words(request)
            if request.user.is_authenticated or not typed:
                raise
            return render(request, "returns/signed_out.html", {"typed": typed}, status=403)
        return view(request, viewer, return_id, *args, **kwargs)

    return opened


def form_not_taken(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form whose proof is out of date, as after signing in anew; a return's words stand in it.

    Only what a page of ours sent is shown again: nobody else puts words into it.
    """
    is_ours = urlsplit(request.headers.get("Origin", "")).netloc == request.get_host()
    typed = typed_words(request) if is_ours else ()
    return render(request, "403_csrf.html", {"typed": typed}, status=403)


def typed_words(request: HttpRequest, keys: Collection[str] | None = None) -> tuple[Fact, ...]:
    """The words a form brought, to be copied where they could not be saved: of all boxes, or of some."""
    sent = request.POST.items() if request.method == "POST" else ()
    return tuple(Fact("You wrote", str(words)) for name, words in sent if words and _is_words(name, keys))


def _is_words(name: str, keys: Collection[str] | None) -> bool:
    part, _, key = name.partition("-")
    return part in {"text", "reason"} and (keys is None or key in keys)
