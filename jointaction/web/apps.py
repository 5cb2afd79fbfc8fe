"""Pages, templates and static files; no tables."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "jointaction.web"
    label = "web"
