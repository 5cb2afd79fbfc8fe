"""Every page's address, a folder a word."""

from django.urls import include, path

urlpatterns = [
    path("", include("jointaction.web.home.urls")),
    path("", include("jointaction.web.health.urls")),
    path("account/", include("jointaction.web.accounts.urls")),
    path("plans/", include("jointaction.web.plans.urls")),
    path("plans/", include("jointaction.web.lineage.urls")),
    path("plans/", include("jointaction.web.questions.urls")),
    path("papers/", include("jointaction.web.papers.urls")),
    path("imports/", include("jointaction.web.imports.urls")),
    path("history/", include("jointaction.web.history.urls")),
    path("set-up/", include("jointaction.web.setup.urls")),
    path("people/", include("jointaction.web.people.urls")),
    path("partners/", include("jointaction.web.partners.urls")),
    path("programs/", include("jointaction.web.tokens.urls")),
]
