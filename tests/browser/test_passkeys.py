"""A passkey made by Chromium's own virtual device: added, asked for, used alone, and taken away."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from jointaction.domain.access import Role
from tests.browser.conftest import MILLISECONDS_TO_APPEAR
from tests.browser.people import sign_in
from tests.browser.stack import Stack
from tests.browser.watching import Watch

PASSWORD = "three blue walking sticks"
EMAIL = "ann.bell@example.org"
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(browser: Browser, stack: Stack) -> Iterator[Page]:
    """A window on `localhost` (passkeys need a name, not a number) with a device in it."""
    address = stack.address.replace("127.0.0.1", "localhost")
    context = browser.new_context(base_url=address, locale="en-GB")
    context.set_default_timeout(MILLISECONDS_TO_APPEAR)
    watch = Watch(context, address)
    page = context.new_page()
    devices = context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    yield page
    context.close()
    assert watch.complaints == []


def come_in_by_invitation(page: Page) -> None:
    """The coordinator invites Ann; she sets a password."""
    sign_in(page, Role.COORDINATOR)
    page.goto("/people/invite/")
    page.get_by_label("Name").fill("Ann Bell")
    page.get_by_label("E-mail address").fill(EMAIL)
    page.get_by_label("Role").select_option("analyst")
    page.get_by_role("button", name="Make the invitation").click()
    link = page.get_by_label("Ann Bell").input_value()
    page.get_by_role("button", name="Sign out").click()
    page.goto(link)
    page.get_by_label("Choose a password").fill(PASSWORD)
    page.get_by_label("The same password again").fill(PASSWORD)
    page.get_by_role("button", name="Set the password and go in").click()
    expect(page.get_by_role("link", name="Ann Bell")).to_be_visible()


def test_a_passkey_is_added_and_then_lets_in_without_a_password(page: Page) -> None:
    come_in_by_invitation(page)
    page.goto("/account/second-factor/keys/add/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Name").fill("My laptop")
    page.get_by_label("Sign in with it alone").check()
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    page.goto("/account/second-factor/keys/")
    expect(page.get_by_role("main")).to_contain_text("My laptop")
    page.get_by_role("button", name="Sign out").click()

    page.goto("/account/sign-in/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("link", name="Ann Bell")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()

    page.goto("/account/sign-in/")
    page.get_by_label("Email").fill(EMAIL)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your second factor")
    page.get_by_role("button", name="Use a passkey or security key").click()
    expect(page.get_by_role("link", name="Ann Bell")).to_be_visible()

    page.goto("/account/second-factor/keys/")
    page.get_by_role("link", name="Remove My laptop").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Is it you?")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Remove the key").click()
    expect(page.get_by_role("main")).to_contain_text("No passkey or key is set up yet")
