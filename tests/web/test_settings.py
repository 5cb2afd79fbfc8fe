"""The settings a deployment stands on, each pinned."""

import pytest

from tests.web.production import deploy_check, settings_of

ON_POSTGRESQL = {"DATABASE_URL": "postgres://plan:secret@db.alder.example/plan"}

PINNED = {
    "DEBUG": False,
    "DEMO": False,
    "HTTPS": True,
    "SECURE_SSL_REDIRECT": True,
    "SECURE_HSTS_SECONDS": 31_536_000,
    "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
    "SECURE_REFERRER_POLICY": "same-origin",
    "SECURE_PROXY_SSL_HEADER": None,
    "X_FRAME_OPTIONS": "DENY",
    "SESSION_COOKIE_SECURE": True,
    "SESSION_COOKIE_NAME": "__Host-session",
    "SESSION_COOKIE_AGE": 43_200,
    "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
    "SESSION_ENGINE": "django.contrib.sessions.backends.db",
    "CSRF_COOKIE_SECURE": True,
    "CSRF_COOKIE_HTTPONLY": True,
    "CSRF_COOKIE_NAME": "__Host-csrf",
    "DATA_UPLOAD_MAX_MEMORY_SIZE": 2_621_440,
    "DATA_UPLOAD_MAX_NUMBER_FIELDS": 1000,
    "DATA_UPLOAD_MAX_NUMBER_FILES": 10,
    "FILE_UPLOAD_HANDLERS": ["jointaction.web.parts.uploads.LimitedUploadHandler"],
    "FILE_UPLOAD_PERMISSIONS": 0o640,
    "USE_TZ": True,
    "TIME_ZONE": "Europe/London",
    "ACCOUNT_PREVENT_ENUMERATION": True,
}


@pytest.mark.parametrize("name", sorted(PINNED))
def test_a_deployment_has_the_pinned_setting(name):
    assert settings_of()[name] == PINNED[name]


@pytest.mark.parametrize(
    ("name", "value"),
    [("SESSION_COOKIE_HTTPONLY", True), ("SESSION_COOKIE_SAMESITE", "Lax"), ("CSRF_COOKIE_SAMESITE", "Lax"),
     ("SECURE_CONTENT_TYPE_NOSNIFF", True), ("SECURE_CROSS_ORIGIN_OPENER_POLICY", "same-origin")],
)  # fmt: skip
def test_what_django_does_rightly_by_itself_is_still_so(settings, name, value):
    assert name not in settings_of() or settings_of()[name] == value
    assert getattr(settings, name) == value


def test_requests_pass_the_security_middleware_first():
    assert settings_of()["MIDDLEWARE"][0] == "django.middleware.security.SecurityMiddleware"


def test_only_named_hosts_are_answered():
    assert "*" not in settings_of()["ALLOWED_HOSTS"]
    assert settings_of(ALLOWED_HOSTS="plan.alder.example")["ALLOWED_HOSTS"] == ["plan.alder.example"]


def test_passwords_are_hashed_by_argon2_and_are_long_and_uncommon():
    assert settings_of()["PASSWORD_HASHERS"][0].endswith("Argon2PasswordHasher")
    checks = {
        check["NAME"].rsplit(".", 1)[1]: check.get("OPTIONS")
        for check in settings_of()["AUTH_PASSWORD_VALIDATORS"]
    }
    assert len(checks) == 4
    assert checks["MinimumLengthValidator"] == {"min_length": 15}


def test_the_page_policy_allows_nothing_from_elsewhere_and_nothing_inline():
    policy = settings_of()["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]
    assert policy["default-src"] == policy["form-action"] == ["'self'"]
    assert policy["object-src"] == policy["base-uri"] == policy["frame-ancestors"] == ["'none'"]
    assert "unsafe" not in str(policy)
    assert "http" not in str(policy)


def test_sqlite_waits_its_turn_and_writes_through():
    database = settings_of()["DATABASES"]["default"]
    assert database["ENGINE"] == "django.db.backends.sqlite3"
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert database["OPTIONS"]["timeout"] == 20
    pragmas = set(database["OPTIONS"]["init_command"].strip(";").split(";"))
    assert pragmas >= {
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=FULL",
        "PRAGMA foreign_keys=ON",
        "PRAGMA secure_delete=ON",
    }


def test_postgresql_gives_up_waiting_and_writes_through():
    database = settings_of(**ON_POSTGRESQL)["DATABASES"]["default"]
    assert database["CONN_HEALTH_CHECKS"] is True
    assert database["OPTIONS"]["options"].split() == [
        "-c",
        "lock_timeout=5000",
        "-c",
        "statement_timeout=15000",
        "-c",
        "synchronous_commit=on",
    ]


@pytest.mark.parametrize("variables", [{}, ON_POSTGRESQL])
def test_every_change_opens_its_own_transaction(variables):
    assert not settings_of(**variables)["DATABASES"]["default"].get("ATOMIC_REQUESTS")


def test_jobs_wait_in_the_database_and_so_inside_the_transaction_that_asks_for_them():
    assert settings_of()["Q_CLUSTER"]["orm"] == "default"
    assert settings_of()["Q_CLUSTER"]["retry"] > settings_of()["Q_CLUSTER"]["timeout"]
    assert not settings_of()["Q_CLUSTER"].get("sync")


def test_djangos_administration_is_not_installed():
    assert not [app for app in settings_of()["INSTALLED_APPS"] if "admin" in app]


def test_the_key_is_made_once_and_is_long():
    assert len(settings_of()["SECRET_KEY"]) >= 50
    assert settings_of(SECRET_KEY="a" * 60)["SECRET_KEY"] == "a" * 60
    assert settings_of(SECRET_KEY="a" * 60, SECRET_KEY_FALLBACKS="old")["SECRET_KEY_FALLBACKS"] == ["old"]


def test_only_the_demonstration_does_without_https():
    demo = settings_of(JOINTACTION_DEMO="1")
    assert (demo["DEMO"], demo["HTTPS"], demo["DEBUG"]) == (True, False, False)
    assert settings_of(JOINTACTION_BEHIND_PROXY="1")["SECURE_PROXY_SSL_HEADER"] == [
        "HTTP_X_FORWARDED_PROTO",
        "https",
    ]


@pytest.mark.faults
def test_django_has_nothing_to_say_against_the_deployment():
    check = deploy_check()
    assert check.returncode == 0, check.stderr
    assert "no issues" in check.stdout
