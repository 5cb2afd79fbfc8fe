"""Settings of the test suite: the product's own, with a fixed key, jobs run at once and a quick hash."""

import os
import tempfile

if "JOINTACTION_DATA" not in os.environ:
    os.environ["JOINTACTION_DATA"] = tempfile.mkdtemp(prefix="jointaction-tests-")
os.environ.setdefault("SECRET_KEY", "tests-only-" + "x" * 50)
os.environ.setdefault("JOINTACTION_DEMO", "1")

from jointaction.project.settings import *  # noqa: F403

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
Q_CLUSTER = {"name": "tests", "orm": "default", "sync": True, "timeout": 60, "retry": 90}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# A worker's own: some tests damage what is kept, or sweep away what their database does not know.
DOCUMENTS_DIR = DATA_DIR / f"documents-{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"  # noqa: F405
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405
