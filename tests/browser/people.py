"""Who goes on a journey, and which rooms are theirs."""

from playwright.sync_api import Page, expect

from jointaction.domain.access import ROLE_PERMISSIONS, Permission, Role

SIGNED_IN = tuple(role for role in Role if role.is_held_by_members)


def sign_in(page: Page, role: Role = Role.COORDINATOR) -> None:
    """Sign in from the demonstration's bar, in one click; the public stays as it is."""
    page.goto("/")
    if role is not Role.PUBLIC:
        page.get_by_role("button", name=f"Sign in as {role.capitalize()}", exact=True).click()
        expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def rooms(role: Role) -> list[str]:
    """The rooms a role finds in its navigation, in their order."""
    papers = ["Papers"] if Permission.MAKE_PAPERS in ROLE_PERMISSIONS[role] else []
    return ["Home", "Plan", *papers]
