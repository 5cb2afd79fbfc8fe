"""A quarter on the screen: a round opened, answered by link on a phone, sent back, accepted."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser import axe
from tests.browser.people import sign_in

AGENCY = "Ambershire Fire and Rescue Service"
OTHER = "Ambershire Trading Standards"
PHONE = 320


def open_round(page: Page) -> None:
    """The newest plan's next round that nobody opened, due in three weeks."""
    sign_in(page)
    page.goto("/plans/")
    page.locator("main").get_by_role("link", name=re.compile("Action Plan 20")).first.click()
    page.get_by_role("link", name="Rounds of updates").click()
    due = datetime.now(UTC).date() + timedelta(days=21)
    for label, part in (("Day", due.day), ("Month", due.month), ("Year", due.year)):
        page.get_by_label(label, exact=True).fill(str(part))
    page.get_by_role("button", name="Open the round").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Returns, ")


def line(page: Page, agency: str = AGENCY):
    return page.locator("#grid tbody tr").filter(has_text=agency)


def link_made(page: Page) -> str:
    """The address a coordinator copies from the grid, once."""
    line(page).get_by_text("What to do").click()
    line(page).get_by_role("button", name="Make a link").click()
    return page.get_by_label("Link to the return").input_value()


def wrote(page: Page, words: str, *, script: bool) -> None:
    """Write in the first box; with JavaScript it saves itself, without there is a button."""
    box = page.locator("[data-box]").first
    box.get_by_role("textbox", name=re.compile("What happened")).fill(words)
    if script:
        expect(box.locator("[data-saved]")).to_have_text(re.compile(r"^Saved \d\d:\d\d$"))
    else:
        box.get_by_role("button", name=re.compile("^Save")).click()
        expect(page.get_by_text("You can close this page and go on later.").first).to_be_visible()


def hand_in(page: Page) -> None:
    page.get_by_role("button", name="Hand in the return").click()
    anyway = page.get_by_role("button", name="Hand in as it is")
    expect(anyway.or_(page.get_by_text("Handed in", exact=True)).first).to_be_visible()
    if anyway.is_visible():
        anyway.click()
    expect(page.get_by_text("Handed in", exact=True)).to_be_visible()


def looks_right(page: Page) -> None:
    assert axe.violations(page) + axe.too_wide(page) == []


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_return_goes_from_a_link_on_a_phone_into_the_plan(
    window: Callable[..., Page], script: bool
) -> None:
    coordinator, partner = window(script=script), window(script=script, width=PHONE)
    words = f"Forty-one home visits {'with' if script else 'without'} a script"
    open_round(coordinator)
    grid = coordinator.url
    partner.goto(link_made(coordinator))
    expect(partner.get_by_role("heading", level=1)).to_contain_text(AGENCY)
    partner.get_by_role("button", name="Open the return").click()
    if script:
        looks_right(partner)
    wrote(partner, words, script=script)
    partner.reload()
    expect(partner.get_by_role("textbox", name=re.compile("What happened")).first).to_have_value(words)
    hand_in(partner)
    coordinator.goto(grid)
    expect(line(coordinator)).to_contain_text("Submitted")
    line(coordinator).get_by_text("What to do").click()
    line(coordinator).get_by_role("link", name="Send back").click()
    coordinator.get_by_label("What should the agency know?").fill("Please say in which towns.")
    coordinator.get_by_role("button", name="Send back").click()
    expect(line(coordinator)).to_contain_text("Sent back")
    partner.reload()
    expect(partner.get_by_text("Please say in which towns.")).to_be_visible()
    wrote(partner, f"{words}, all in Larkenden", script=script)
    hand_in(partner)
    coordinator.goto(grid)
    if script:
        looks_right(coordinator)
    line(coordinator).get_by_role("button", name="Accept").click()
    expect(line(coordinator)).to_contain_text("Accepted")
    coordinator.get_by_role("link", name=re.compile("Action Plan 20")).click()
    expect(coordinator.get_by_role("main")).to_contain_text(f"{words}, all in Larkenden")


def test_words_saved_on_another_device_stand_beside_ones_own(window: Callable[..., Page]) -> None:
    first, second = window(), window()
    sign_in(first)
    sign_in(second)
    first.get_by_role("link", name=re.compile("^Returns for ")).last.click()
    address = line(first, OTHER).get_by_role("link", name=OTHER).get_attribute("href")
    first.goto(address)
    second.goto(address)
    wrote(first, "Words of the first device", script=True)
    expect(first.get_by_role("button", name=re.compile("nil return"))).to_be_hidden()
    box = second.locator("[data-box]").first
    box.get_by_role("textbox", name=re.compile("What happened")).fill("Words of the second device")
    expect(box.get_by_role("alert")).to_contain_text("Words of the first device")
    expect(box.get_by_role("textbox", name=re.compile("What happened"))).to_have_value(
        "Words of the second device"
    )
    looks_right(second)
    box.get_by_role("button", name=re.compile("^Save")).click()
    first.reload()
    expect(first.get_by_role("textbox", name=re.compile("What happened")).first).to_have_value(
        "Words of the second device"
    )


def test_a_box_no_longer_asked_says_so_and_tries_no_more(window: Callable[..., Page]) -> None:
    page = window()
    sign_in(page)
    page.get_by_role("link", name=re.compile("^Returns for ")).last.click()
    page.goto(line(page, OTHER).get_by_role("link", name=OTHER).get_attribute("href"))
    page.route("**/answers/**", lambda route: route.fulfill(status=404))
    box = page.locator("[data-box]").first
    box.get_by_role("textbox", name=re.compile("What happened")).fill("Words for nobody")
    expect(box.locator("[data-saved]")).to_have_text(
        "Not saved: this is no longer asked of you. Copy your words."
    )


def test_words_typed_after_a_sign_out_are_saved_once_somebody_signs_in_again(
    window: Callable[..., Page],
) -> None:
    page = window()
    sign_in(page)
    page.get_by_role("link", name=re.compile("^Returns for ")).last.click()
    page.goto(line(page, OTHER).get_by_role("link", name=OTHER).get_attribute("href"))
    elsewhere = page.context.new_page()
    elsewhere.goto("/")
    elsewhere.get_by_role("button", name="Sign out").click()
    box = page.locator("[data-box]").last
    box.get_by_role("textbox", name=re.compile("What happened")).fill("Words of somebody signed out")
    expect(box.locator("[data-saved]")).to_contain_text("you are not signed in any more")
    sign_in(elsewhere)
    expect(box.locator("[data-saved]")).to_have_text(re.compile(r"^Saved \d\d:\d\d$"))
    page.reload()
    box = page.locator("[data-box]").last
    expect(box.get_by_role("textbox", name=re.compile("What happened"))).to_have_value(
        "Words of somebody signed out"
    )
