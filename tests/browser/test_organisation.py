"""Sign-in at one's organisation, through a provider of OpenID Connect that runs as a process of its own."""

import json
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import MILLISECONDS_TO_APPEAR
from tests.browser.watching import Watch
from tests.faults.stack import Stack, end, free_port, installation

NOBODY = "You are not let in"
STYLES_ELSEWHERE = "https://cdn.jsdelivr.net/"
ACCOUNTS = {
    "coordinator": {"email": "coordinator@alder.example", "name": "Coordinator of alder"},
    "agency lead": {"email": "agency.lead@alder.example"},
    "seat not taken": {"email": "analyst@alder.example"},
    "disabled": {"email": "disabled@alder.example"},
    "former": {"email": "former@alder.example"},
    "stranger": {"email": "stranger@alder.example"},
    "no address": {},
    # an account of a partnership whose domain the organisation does not own
    "another's address": {"email": "coordinator@whitmoor.example", "email_verified": True},
}


@contextmanager
def _organisation(stack: Stack, port: int) -> Iterator[None]:
    """The organisation's directory: lets everybody in ACCOUNTS in by one click."""
    people = [json.dumps({"sub": who, **claims}) for who, claims in ACCOUNTS.items()]
    known = [word for person in people for word in ("--user-claims", person)]
    process = stack.start("-m", "oidc_provider_mock", "--port", str(port), *known, log="organisation")
    try:
        _wait_for(port)
        yield
    finally:
        end(process)


def _wait_for(port: int) -> None:
    for _ in range(300):
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("The organisation did not answer.")


@dataclass(frozen=True, slots=True)
class Served:
    """The installation, where it answers, and where the organisation it asks does."""

    stack: Stack
    address: str
    organisation: str


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    """An installation that asks the organisation, set up by the settings the how-to names."""
    port = free_port()
    asked = {
        "OIDC_CLIENT_ID": "joint-action",
        "OIDC_SECRET": "a secret",
        "OIDC_ADDRESS": f"http://127.0.0.1:{port}",
        "OIDC_DOMAINS": "alder.example",
        "OIDC_NAME": "Alder Vale District Council",
    }
    with installation(os.environ.get("DATABASE_URL", "")) as plain:
        stack = replace(plain, environment=plain.environment | asked)
        migrated = stack.command("migrate", "--without-backup")
        assert migrated.returncode == 0, migrated.stderr
        stack.told("organisation")
        web = stack.start_web()
        try:
            with _organisation(stack, port):
                yield Served(stack, f"http://127.0.0.1:{stack.port}", asked["OIDC_ADDRESS"])
        finally:
            end(web)


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """A window that reaches this machine only; the provider's page asks for its styles elsewhere."""
    context = browser.new_context(base_url=served.address, locale="en-GB")
    context.route(f"{STYLES_ELSEWHERE}**", lambda route: route.abort())
    context.set_default_timeout(MILLISECONDS_TO_APPEAR)
    watch = Watch(context, served.address, f"{served.organisation}/", STYLES_ELSEWHERE)
    yield context.new_page()
    context.close()
    assert watch.complaints == []


def at_the_organisation(page: Page) -> None:
    page.goto("/account/sign-in/")
    page.get_by_role("button", name="Sign in at Alder Vale District Council").click()
    page.wait_for_url("**/oauth2/authorize?**")


def come_in(page: Page, who: str) -> None:
    at_the_organisation(page)
    page.locator(f'button[value="{who}"]').click()


def test_who_took_up_an_invitation_is_let_in_and_again_the_second_time(page: Page) -> None:
    for _ in range(2):
        come_in(page, "coordinator")
        expect(page.get_by_role("link", name="Documents")).to_be_visible()
        page.get_by_role("button", name="Sign out").click()
        expect(page.get_by_role("link", name="Sign in", exact=True)).to_be_visible()


def test_of_what_the_organisation_says_only_its_number_is_kept_and_the_trail_tells_of_it(
    page: Page, served: Served
) -> None:
    come_in(page, "coordinator")
    expect(page.get_by_role("link", name="Documents")).to_be_visible()
    kept = served.stack.told("organisation_kept")
    assert kept["said of them"]["coordinator"] == {}
    assert kept["with a password"] == []
    assert ACCOUNTS["coordinator"]["name"] in kept["told"]


@pytest.mark.parametrize("who", ["stranger", "seat not taken", "another's address", "no address"])
def test_whom_nobody_let_in_is_told_to_ask_the_coordinator(page: Page, who: str) -> None:
    come_in(page, who)
    expect(page.get_by_role("heading", level=1)).to_have_text(NOBODY)
    page.goto("/history/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_a_disabled_person_is_told_that_the_account_is_closed(page: Page) -> None:
    come_in(page, "disabled")
    expect(page.get_by_role("heading", level=1)).to_have_text("This account is closed")
    page.goto("/history/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_who_left_the_partnership_sees_nothing_of_it(page: Page) -> None:
    come_in(page, "former")
    answer = page.goto("/history/")
    assert answer is not None
    assert answer.status == 403


def test_a_second_factor_set_up_here_is_asked_for_after_the_organisation(page: Page) -> None:
    come_in(page, "agency lead")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your second factor")
    page.goto("/history/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your second factor")


def test_nobody_ties_a_sign_in_at_the_organisation_to_another_account(page: Page) -> None:
    come_in(page, "coordinator")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    page.goto("/account/oidc/organisation/login/?process=connect")
    page.get_by_role("button", name="Go on").click()
    page.locator('button[value="stranger"]').click()
    expect(page.get_by_role("heading", level=1)).to_have_text(NOBODY)


def test_who_turns_back_and_who_brings_a_made_up_answer_get_a_sentence(page: Page) -> None:
    at_the_organisation(page)
    state = page.url.partition("state=")[2].partition("&")[0]
    page.goto(f"/account/oidc/organisation/login/callback/?error=access_denied&state={state}")
    expect(page.get_by_role("heading", level=1)).to_have_text("You did not sign in")
    page.goto("/account/oidc/organisation/login/callback/?code=made-up&state=made-up")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your organisation’s sign-in did not work")
