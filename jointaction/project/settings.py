"""Settings, all from environment variables (docs/how-to/install.md lists them).

Without any, the product runs as a real deployment would: HTTPS expected, no debug pages, its key
made once and kept in the data folder, SQLite beside it. `JOINTACTION_DEMO=1` serves the invented
partnership over plain HTTP on this machine, with one-click sign-in.
"""

import secrets
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parents[2]
DATA_DIR = Path(env.str("JOINTACTION_DATA", default=str(BASE_DIR / "var")))
DEMO = env.bool("JOINTACTION_DEMO", default=False)
HTTPS = env.bool("JOINTACTION_HTTPS", default=not DEMO)
DEBUG = False
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
# What links in messages begin with: no request tells a message where this installation is.
SITE_ADDRESS = env.str(
    "JOINTACTION_ADDRESS", default=f"https://{ALLOWED_HOSTS[0]}" if HTTPS else "http://localhost:8000"
).rstrip("/")


def kept_secret(path: Path) -> str:
    """The key in `path`, made on first use and readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(64), encoding="ascii")
    return path.read_text(encoding="ascii").strip()


SECRET_KEY = env.str("SECRET_KEY", default="") or kept_secret(DATA_DIR / "secret-key")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])

INSTALLED_APPS = [
    "jointaction.web",
    "jointaction.store",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_htmx",
    "django_q",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "jointaction.web.accounts.limits.SessionLimitsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "jointaction.web.parts.viewer.ViewerMiddleware",
    "jointaction.web.accounts.second_factor.SecondFactorMiddleware",
]

ROOT_URLCONF = "jointaction.project.urls"
WSGI_APPLICATION = "jointaction.project.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "jointaction.web.parts.viewer.page_frame",
            ],
            "builtins": ["jointaction.web.templatetags.words"],
        },
    }
]

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;PRAGMA secure_delete=ON;"
    "PRAGMA cache_size=-20000;PRAGMA temp_store=MEMORY;"
)
DATABASES: dict[str, Any] = {
    "default": env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'jointaction.sqlite3'}")
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": SQLITE_PRAGMAS,
    }
else:
    DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    DATABASES["default"].setdefault("OPTIONS", {})["options"] = (
        "-c lock_timeout=5000 -c statement_timeout=15000 -c synchronous_commit=on"
    )
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "jointaction.project.counts.CountsCache",
        "LOCATION": str(DATA_DIR / "cache"),
    }
}

AUTH_USER_MODEL = "store.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "jointaction.web.accounts.adapter.InvitedOnlyAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_FORMS = {
    "login": "jointaction.web.accounts.wording.SignInForm",
    "reauthenticate": "jointaction.web.accounts.wording.AskAgainForm",
    "change_password": "jointaction.web.accounts.wording.ChangePasswordForm",
    "reset_password_from_key": "jointaction.web.accounts.wording.NewPasswordForm",
}
MFA_FORMS = {
    "activate_totp": "jointaction.web.accounts.wording.SetUpAppForm",
    "add_webauthn": "jointaction.web.accounts.wording.AddKeyForm",
}
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGIN_ON_PASSWORD_RESET = ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/15m/key", "reset_password": "10/m/ip,3/15m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if env.bool("JOINTACTION_BEHIND_PROXY", default=False) else 0
USERSESSIONS_TRACK_ACTIVITY = False
USERSESSIONS_ADAPTER = "jointaction.web.accounts.trail.NotingSessionsAdapter"
MFA_ADAPTER = "jointaction.web.accounts.adapter.SealedSecretsAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
MFA_TOTP_ISSUER = "Joint Action"

OIDC_CLIENT_ID = env.str("OIDC_CLIENT_ID", default="")
OIDC_ADDRESS = env.str("OIDC_ADDRESS", default="")
OIDC_DOMAINS = env.list("OIDC_DOMAINS", default=[])
OIDC_NAME = env.str("OIDC_NAME", default="your organisation")
if OIDC_CLIENT_ID:
    INSTALLED_APPS += ["allauth.socialaccount", "allauth.socialaccount.providers.openid_connect"]
SOCIALACCOUNT_ADAPTER = "jointaction.web.accounts.oidc.InvitedPeopleAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "organisation",
                "name": OIDC_NAME,
                "client_id": OIDC_CLIENT_ID,
                "secret": env.str("OIDC_SECRET", default=""),
                "settings": {"server_url": OIDC_ADDRESS, "verified_email": OIDC_DOMAINS},
            }
        ],
    }
}

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_IDLE_SECONDS = 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "jointaction.web.returns.door.form_not_taken"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("JOINTACTION_BEHIND_PROXY", default=False) else None
)
SECURE_REDIRECT_EXEMPT = [r"^(health|ready)/$"]  # asked by this machine itself, past the proxy
X_FRAME_OPTIONS = "DENY"
# A form that signs in at the organisation is answered with a redirect there.
FORMS_LEAD_TO = [urlsplit(OIDC_ADDRESS)._replace(path="", query="").geturl()] if OIDC_CLIENT_ID else []
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF, *FORMS_LEAD_TO],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 10
FILE_UPLOAD_HANDLERS = ["jointaction.web.parts.uploads.LimitedUploadHandler"]
FILE_UPLOAD_PERMISSIONS = 0o640
DOCUMENTS_DIR = DATA_DIR / "documents"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

Q_CLUSTER: dict[str, Any] = {
    "name": "jointaction",
    "orm": "default",
    "workers": 2,
    "timeout": 180,
    "retry": 240,
    "max_attempts": 2,
    "catch_up": False,
    "poll": 0.3,
    "label": "Jobs",
}
EMAIL_URL = env.str("EMAIL_URL", default="")
MAIL_IS_CONFIGURED = bool(EMAIL_URL)
_MAIL = environ.Env.email_url_config(EMAIL_URL or "consolemail://")
vars().update({name: value for name, value in _MAIL.items() if value is not None})
EMAIL_TIMEOUT = 10
MAIL_KEPT_DAYS = env.int("JOINTACTION_MAIL_KEPT_DAYS", default=730)
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", default="Joint Action <noreply@localhost>")
EMAIL_SUBJECT_PREFIX = ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "jointaction.project.logs.JsonLines"}},
    "handlers": {"console": {"class": "logging.StreamHandler"} | ({} if DEMO else {"formatter": "json"})},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"django_q": {"level": "WARNING"}, "django-q": {"level": "WARNING"}},
}
