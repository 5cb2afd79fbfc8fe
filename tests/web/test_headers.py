"""What every answer carries, as a deployment sends it over HTTPS."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from jointaction.domain.access import Role
from tests.access.world import address, sent_to, url_names, world
from tests.web.people import signed_in
from tests.web.production import settings_of

pytestmark = pytest.mark.django_db

EVERYWHERE = {
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains; preload",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
STRICTER = {"Referrer-Policy": {"strict-origin", "no-referrer"}}  # where the address itself is a key
POLICY = {
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
}


@pytest.fixture
def as_deployed(settings):
    """The suite's settings with everything that concerns HTTPS as a deployment has it."""
    for name, value in settings_of().items():
        if name.startswith(("SECURE_", "SESSION_COOKIE_", "CSRF_COOKIE_", "X_FRAME_")):
            setattr(settings, name, value)


@pytest.fixture
def there(as_deployed):
    return world()


def answers(there, browser):
    for url in sorted(url_names()):
        arguments = there.arguments(url, "private plan")
        for method in ("GET", "POST"):
            sent = sent_to(url, method)
            with transaction.atomic():  # what one request takes out is there for the next
                answer = getattr(browser, method.lower())(address(url, arguments), sent, secure=True)
                transaction.set_rollback(True)
            yield f"{method} {url}", answer


@pytest.mark.access
@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.COUNCILLOR])
def test_every_answer_carries_every_protection(there, role):
    browser = signed_in(role)
    missing = []
    for what, response in answers(there, browser):
        missing += [
            f"{what}: {name}"
            for name, value in EVERYWHERE.items()
            if response.headers.get(name) not in {value, *STRICTER.get(name, ())}
        ]
        policy = set(response.headers.get("Content-Security-Policy", "").split("; "))
        if not (policy >= POLICY or "default-src 'none'" in policy):
            missing.append(f"{what}: policy")
        if not {"private", "no-store"} & set(response.headers.get("Cache-Control", "").split(", ")):
            missing.append(f"{what}: kept by a cache")
    assert not missing


def test_plain_http_is_sent_on_to_https(there):
    answer = signed_in().get(reverse("plans"))
    assert (answer.status_code, answer.headers["Location"]) == (301, "https://testserver/plans/")


def test_cookies_are_bound_to_the_host_and_hidden_from_scripts(there):
    browser = Client()
    browser.get(reverse("account_login"), secure=True)
    browser.post(reverse("sign_in_as", args=["coordinator"]), secure=True)
    for name in ("__Host-session", "__Host-csrf"):
        cookie = browser.cookies[name]
        assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (
            True,
            "Lax",
            "/",
            "",
        )
        assert cookie["secure"]


def test_a_form_from_elsewhere_is_refused(there):
    browser = signed_in(enforce_csrf_checks=True)
    answer = browser.post(
        reverse("publish_plan", args=[there.plans["private plan"]]), {"public": "yes"}, secure=True
    )
    assert answer.status_code == 403


def test_an_unknown_host_is_not_answered(there):
    assert signed_in().get("/", secure=True, headers={"host": "elsewhere.example"}).status_code == 400
