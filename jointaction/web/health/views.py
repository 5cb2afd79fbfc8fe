"""What a watching program asks: is the process up, and can it do its work."""

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from jointaction.queries.health import readiness


@require_safe
@never_cache
def health(request: HttpRequest) -> HttpResponse:
    """The process is up; asks nothing of the database."""
    return HttpResponse("up\n", content_type="text/plain")


@require_safe
@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """200 when database, tables, disk, job worker and clock are well, otherwise 503; says which."""
    found = readiness(timezone.now())
    return JsonResponse(asdict(found), status=200 if found.is_ready else 503)
