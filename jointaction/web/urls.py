"""Every page's address, a folder a word."""

from django.urls import include, path

urlpatterns = [
    path("", include("jointaction.web.home.urls")),
    path("", include("jointaction.web.health.urls")),
    path("account/", include("jointaction.web.accounts.urls")),
    path("plans/", include("jointaction.web.plans.urls")),
    path("plans/", include("jointaction.web.lineage.urls")),
    path("plans/", include("jointaction.web.questions.urls")),
    path("plans/", include("jointaction.web.figures.urls")),
    path("plans/", include("jointaction.web.writing.urls")),
    path("plans/", include("jointaction.web.rollover.urls")),
    path("plans/", include("jointaction.web.rounds.urls")),
    path("", include("jointaction.web.overviews.urls")),
    path("search/", include("jointaction.web.search.urls")),
    path("returns/", include("jointaction.web.returns.urls")),
    path("calendar/", include("jointaction.web.calendar.urls")),
    path("outgoing-mail/", include("jointaction.web.outbox.urls")),
    path("layouts/", include("jointaction.web.layouts.urls")),
    path("statuses/", include("jointaction.web.statuses.urls")),
    path("indicators/", include("jointaction.web.indicators.urls")),
    path("papers/", include("jointaction.web.papers.urls")),
    path("imports/", include("jointaction.web.imports.urls")),
    path("history/", include("jointaction.web.history.urls")),
    path("set-up/", include("jointaction.web.setup.urls")),
    path("people/", include("jointaction.web.people.urls")),
    path("partners/", include("jointaction.web.partners.urls")),
    path("programs/", include("jointaction.web.tokens.urls")),
]
