"""Every page's address, a folder a word."""

from django.urls import include, path

urlpatterns = [
    path("", include("jointaction.web.home.urls")),
    path("account/", include("jointaction.web.accounts.urls")),
]
