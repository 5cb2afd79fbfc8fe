"""A coordinator writes a small plan, has it agreed, amends it and rolls it over, with and without script."""

from uuid import uuid4

from playwright.sync_api import Page, expect

from tests.browser import axe
from tests.browser.bringing_in import has_script
from tests.browser.people import sign_in

NARROW = {"width": 320, "height": 900}


def test_a_small_plan_is_written_agreed_amended_and_rolled_over(page: Page) -> None:
    sign_in(page)
    begin(page, f"Safer Wharves {uuid4().hex[:6]}")
    write(page)
    agree(page)
    amend(page)
    roll_over(page)


def begin(page: Page, title: str) -> None:
    page.goto("/plans/")
    page.get_by_role("link", name="Write a new plan").click()
    page.get_by_label("Title of the plan").fill(title)
    page.get_by_label("Year").fill("2031-32")
    looked_at(page)
    page.get_by_role("button", name="Begin the plan").click()


def write(page: Page) -> None:
    page.get_by_role("link", name="Add a theme", exact=True).first.click()
    page.get_by_label("Number").fill("1")
    page.get_by_label("Title").fill("Thefts afloat")
    page.get_by_label("Re-offending").check()
    looked_at(page)
    page.get_by_role("button", name="Save the theme").click()
    for ref, words in (("1.1", "Fewer boats are stolen"), ("1.2", "Moorings have locks")):
        page.get_by_role("link", name="Add an objective", exact=True).click()
        page.get_by_label("Reference").fill(ref)
        page.get_by_label("Objective", exact=True).fill(words)
        page.get_by_label("Actions").fill("Mark motors\nLight the wharf")
        page.get_by_label("Target").fill("30 boats")
        page.get_by_label("Lead agency").fill("River Wardens")
        looked_at(page)
        page.get_by_role("button", name="Save the objective").click()
    page.get_by_role("button", name="Move down Fewer boats").click()
    order = page.get_by_role("link").filter(has_text="boats").or_(page.get_by_role("link", name="1.2"))
    expect(order.first).to_contain_text("Moorings")
    looked_at(page)


def agree(page: Page) -> None:
    page.get_by_role("link", name="Next step").click()
    expect(page.get_by_text("No theme serves the strand “serious violence”.")).to_be_visible()
    page.get_by_label("Which meeting agreed it").fill("Responsible Authorities Group")
    for part, words in (("Day", "27"), ("Month", "3"), ("Year", "2031")):
        page.get_by_label(part).fill(words)
    looked_at(page)
    page.get_by_role("button", name="Mark as agreed").click()
    expect(page.get_by_text("Agreed by Responsible Authorities Group on 27 March 2031.")).to_be_visible()


def amend(page: Page) -> None:
    page.get_by_role("link", name="1.1").first.click()
    page.get_by_role("link", name="Change this objective").click()
    page.get_by_label("Target").fill("20 boats")
    page.get_by_role("button", name="Save the objective").click()
    expect(page.get_by_role("alert").get_by_text("Write why the plan changes")).to_be_visible()
    expect(page.get_by_label("Target")).to_have_value("20 boats")
    page.get_by_label("Why the plan changes").fill("A hard winter")
    page.get_by_role("button", name="Save the objective").click()
    page.get_by_role("link", name="Safer Wharves").first.click()
    page.get_by_role("link", name="Amendments").click()
    expect(page.get_by_role("heading", name="Amendment 1")).to_be_visible()
    looked_at(page)


def roll_over(page: Page) -> None:
    page.get_by_role("link", name="Safer Wharves").first.click()
    page.get_by_role("link", name="Roll over to the next year").click()
    page.get_by_label("What becomes of 1.2").select_option("Close")
    page.get_by_role("button", name="Make the next plan").click()
    expect(page.get_by_role("alert").get_by_text("1.2: write why this objective is closed.")).to_be_visible()
    page.get_by_label("Why", exact=True).first.fill("All moorings have one")
    looked_at(page)
    page.get_by_role("button", name="Make the next plan").click()
    expect(page.get_by_text("The target is still that of the year before.")).to_be_visible()
    page.get_by_role("link", name="1.1 Fewer boats are stolen").first.click()
    page.goto(page.url.replace("write/", ""))
    expect(page.get_by_role("heading", name="Over the years")).to_be_visible()
    looked_at(page)


def looked_at(page: Page) -> None:
    """The page breaks no rule of access and is not too wide, on a desk and on a telephone."""
    complaints = axe.violations(page) if has_script(page) else []
    wide = page.viewport_size
    page.set_viewport_size(NARROW)
    complaints += axe.too_wide(page) if has_script(page) else []
    page.set_viewport_size(wide or NARROW)
    assert complaints == []
