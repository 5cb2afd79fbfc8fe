"""Every page each role reaches breaks no rule of WCAG 2.2 AA, wide, narrow and printed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from jointaction.domain.access import Role
from tests.browser.axe import too_wide, violations
from tests.browser.bringing_in import bring_in, upload, wait_until_read
from tests.browser.crawling import reached
from tests.browser.documents import text_plan, wrong_files
from tests.browser.people import sign_in

NARROW = {"width": 320, "height": 640}
WIDE = {"width": 1280, "height": 900}
PAPER = {"width": 1000, "height": 700}  # A4 on its side, without its margins
SCREEN_ONLY = ("nav", "header", "footer", "button")
REFUSALS = ("/nothing/here/", "/history/")


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.COORDINATOR, Role.LINK_HOLDER}])
def test_every_page_of_a_role_is_accessible_wide_and_narrow(window: Callable[..., Page], role: Role) -> None:
    page = window()
    sign_in(page, role)
    wrong = {address: said for address in reached(page, *REFUSALS) if (said := _looked_at(page))}
    assert wrong == {}


def test_every_page_of_the_coordinator_is_accessible_wide_narrow_and_printed(
    window: Callable[..., Page], tmp_path: Path
) -> None:
    page = window()
    sign_in(page)
    also = ["/components/", *_imports(page, tmp_path), "/plans/1/", "/plans/2/", "/plans/3/", "/papers/3/"]
    wrong = {}
    for address in reached(page, *also):
        said = _looked_at(page) + _printed(page)
        if said:
            wrong[address] = said
    assert wrong == {}


def _imports(page: Page, folder: Path) -> list[str]:
    """Addresses of a document in review, one that was refused, and a row of the first."""
    review = bring_in(page, text_plan(folder).path)
    upload(page, wrong_files(folder)["picture"])
    wait_until_read(page)
    return [review, page.url]


def _looked_at(page: Page) -> list[str]:
    said = violations(page)
    page.set_viewport_size(NARROW)
    said += [f"at 320: {one}" for one in violations(page) + too_wide(page)]
    page.set_viewport_size(WIDE)
    return said


def _printed(page: Page) -> list[str]:
    page.emulate_media(media="print")
    page.set_viewport_size(PAPER)
    said = [f"in print: {one}" for one in too_wide(page)]
    shown = (part for part in SCREEN_ONLY if page.locator(part).locator("visible=true").count())
    said += [f"in print: a {part} shows" for part in shown]
    page.emulate_media(media="screen")
    page.set_viewport_size(WIDE)
    return said


def test_the_checks_find_faults_that_are_put_in(window: Callable[..., Page]) -> None:
    page = window()
    page.goto("/plans/")
    assert violations(page) + too_wide(page) == []
    page.get_by_role("main").evaluate(
        "main => main.insertAdjacentHTML('beforeend', '<p><input type=text></p>')"
    )
    page.get_by_role("main").evaluate("main => { main.style.minWidth = '2000px'; }")
    assert [said.split(":")[0] for said in violations(page)] == ["label"]
    assert too_wide(page) != []
