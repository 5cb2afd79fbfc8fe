"""The product's settings; only styles and scripts are served as they lie, since gathering them takes long."""

from jointaction.project.settings import *  # noqa: F403
from jointaction.project.settings import STORAGES

STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
