"""Each role comes in with one click and finds its own rooms."""

import pytest
from playwright.sync_api import Page, expect

from jointaction.domain.access import ROLE_PERMISSIONS, Permission, Role
from tests.browser.people import SIGNED_IN, rooms, sign_in

BEHIND_A_DOOR = {
    "/papers/": Permission.MAKE_PAPERS,
    "/imports/": Permission.IMPORT_PLANS,
    "/imports/new/": Permission.IMPORT_PLANS,
    "/history/": Permission.SEE_HISTORY,
    "/partners/": Permission.SEE_PARTNERS,
}


@pytest.mark.parametrize("role", SIGNED_IN)
def test_each_role_signs_in_with_one_click_goes_where_it_may_and_signs_out(page: Page, role: Role) -> None:
    sign_in(page, role)
    shown = page.get_by_role("navigation", name="Rooms").get_by_role("link")
    expect(shown).to_have_text(rooms(role))
    for address, permission in BEHIND_A_DOOR.items():
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == (200 if permission in ROLE_PERMISSIONS[role] else 403), address
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in", exact=True)).to_be_visible()
    expect(shown).to_have_text(rooms(Role.PUBLIC))


def test_the_public_is_asked_to_sign_in_where_it_may_not_go(page: Page) -> None:
    for address in BEHIND_A_DOOR:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
        expect(page.get_by_label("Email")).to_be_visible()


def test_a_wrong_password_gives_a_sentence_and_keeps_the_address_typed(page: Page) -> None:
    page.goto("/account/sign-in/")
    page.get_by_label("Email").fill("nobody@example.org")
    page.get_by_label("Password").fill("not the right words")
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("alert").first).to_contain_text("There is a problem")
    expect(page.get_by_label("Email")).to_have_value("nobody@example.org")
