"""Pages, templates and static files; no tables."""

from importlib import import_module

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "jointaction.web"
    label = "web"

    def ready(self) -> None:
        """Connect the signals of accounts, whose senders can be loaded only now."""
        import_module("jointaction.web.accounts.trail").connect()
