"""All addresses, and the pages for errors."""

from django.urls import include, path

from jointaction.web.parts import viewer

urlpatterns = [
    path("api/v1/", include("jointaction.api.urls")),
    path("", include("jointaction.web.urls")),
]

handler404 = viewer.not_found
handler403 = viewer.refused
