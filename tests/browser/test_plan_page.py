"""The plan on the screen: filters, long texts, print, and each objective with all that is known of it."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from jointaction.domain.access import Role
from tests.browser.bringing_in import references
from tests.browser.people import sign_in

PLAN = "Community Safety Action Plan 2023/24"
IN_ALL = 39
FOLDED = "all => all.filter(one => one.scrollHeight > one.clientHeight + 2).length"


def _open_plan(page: Page, role: Role = Role.AGENCY_LEAD) -> None:
    sign_in(page, role)
    page.get_by_role("navigation", name="Rooms").get_by_role("link", name="Plan").click()
    page.get_by_role("main").get_by_role("link", name=PLAN, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(PLAN)


def _choose(page: Page, label: str, option: str) -> None:
    page.wait_for_load_state()
    if not page.get_by_label(label, exact=True).is_visible():
        page.get_by_text("Filter", exact=True).click()
    options = page.get_by_label(label, exact=True).locator("option")
    value = options.filter(has_text=option).first.get_attribute("value")
    page.get_by_label(label, exact=True).select_option(value)
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator(".ja-chip").filter(has_text=f"{label}: ")).to_be_visible()


def test_filters_become_chips_are_held_by_the_address_and_can_be_taken_away(page: Page) -> None:
    _open_plan(page)
    expect(page.get_by_role("rowheader")).to_have_count(IN_ALL)
    _choose(page, "Agency", "Police")
    police = references(page)
    assert 0 < len(police) < IN_ALL
    _choose(page, "Theme", "anti-social")
    both = references(page)
    assert 0 < len(both) < len(police)
    assert set(both) < set(police)
    chips = page.locator(".ja-chip")
    expect(chips).to_have_count(2)
    page.goto(page.url)
    assert references(page) == both
    chips.filter(has_text="Theme").click()
    expect(chips).to_have_count(1)
    assert references(page) == police
    page.get_by_role("link", name="Show everything").click()
    expect(page.get_by_role("rowheader")).to_have_count(IN_ALL)


def test_words_that_nothing_fits_say_so_and_lead_back(page: Page) -> None:
    _open_plan(page)
    page.get_by_text("Filter", exact=True).click()
    page.get_by_label("Words", exact=True).fill("rhinoceros")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.get_by_text("No objective fits these filters.")).to_be_visible()
    page.get_by_role("link", name="Show all objectives").click()
    expect(page.get_by_role("rowheader")).to_have_count(IN_ALL)


def test_long_texts_unfold_and_print_shows_all_of_them(page: Page) -> None:
    _open_plan(page)
    folded = page.locator(".ja-fold")
    before = folded.evaluate_all(FOLDED)
    assert before > 0
    page.locator(".ja-more > summary").first.click()
    assert folded.evaluate_all(FOLDED) == before - 1
    page.emulate_media(media="print")
    assert folded.evaluate_all(FOLDED) == 0
    expect(page.locator(".ja-filters")).to_be_hidden()
    expect(page.get_by_role("navigation", name="Rooms")).to_be_hidden()


def test_an_objective_tells_who_leads_and_where_it_stood_and_leads_on(page: Page) -> None:
    _open_plan(page)
    page.get_by_role("rowheader").get_by_role("link", name="1.2", exact=True).click()
    title = page.get_by_role("heading", level=1)
    expect(title).to_contain_text("Prevent duty")
    expect(
        page.get_by_role("link", name="Communications Group").or_(page.get_by_text("RAG"))
    ).not_to_have_count(0)
    page.get_by_text("Where this stood in").click()
    expect(page.locator(".ja-source").first).to_be_visible()
    expect(page.locator(".ja-source").first.locator("figcaption")).to_contain_text("Page 1")
    page.get_by_role("link", name="Next").click()
    expect(title).to_contain_text("Ask young people")
    page.get_by_role("link", name="Previous").click()
    expect(title).to_contain_text("Prevent duty")


def test_the_public_sees_the_published_plan_and_no_other(window: Callable[..., Page]) -> None:
    page = window()
    page.goto("/plans/")
    expect(page.get_by_role("main").get_by_role("link", name="2022-23")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name=PLAN)).to_have_count(0)
