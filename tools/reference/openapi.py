"""The OpenAPI description of the API, as its server gives it."""

import json
import os
from importlib import import_module

import django

from tools.reference.page import Page


def openapi_page() -> Page:
    """The description as JSON; it needs the settings, but neither server nor database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jointaction.project.settings")
    django.setup()
    told = import_module("jointaction.api.description").description()
    return Page("openapi.json", json.dumps(told, indent=1, ensure_ascii=False) + "\n")
