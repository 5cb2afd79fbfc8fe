"""The addresses of the API; whatever else is asked below them is answered with problem+json too."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path, re_path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from jointaction.api.description import description
from jointaction.api.interface import interface
from jointaction.api.problems import not_here, problem

View = Callable[..., HttpResponse]


def _told(view: View) -> View:
    """The view: HEAD answered as GET, nothing kept in a cache, a refused method told as any refusal is."""

    @wraps(view)
    def told(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked = request.method
        request.method = "GET" if asked == "HEAD" else asked
        response = view(request, *args, **kwargs)
        request.method = asked  # the server leaves the body of a HEAD out
        if response.status_code == 405:
            allowed = response["Allow"]
            response = problem(405, f"This address answers {allowed}.")
            response["Allow"] = allowed
        response["Cache-Control"] = "private, no-store"
        return response

    return csrf_exempt(told)


@require_safe
def openapi(_request: HttpRequest) -> HttpResponse:
    """The description of the API: no secret, so nobody is asked who they are."""
    return JsonResponse(description())


def _patterns() -> list[URLPattern]:
    made = [pattern for pattern in interface.urls[0] if isinstance(pattern, URLPattern)]
    return [
        URLPattern(pattern.pattern, _told(pattern.callback), pattern.default_args, pattern.name)
        for pattern in made
        if pattern.name != "api-root"
    ]


urlpatterns = [
    path("openapi.json", _told(openapi), name="api_openapi"),
    *_patterns(),
    re_path(r"^.*$", _told(not_here), name="api_absent"),
]
