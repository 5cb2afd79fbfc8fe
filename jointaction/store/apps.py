"""The one app with tables."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    name = "jointaction.store"
    label = "store"
    verbose_name = "Joint Action"
