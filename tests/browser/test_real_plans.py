"""Three real plans in one text go in, are accepted, found by every filter, and tell where they stood."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.bringing_in import bring_in, references
from tests.browser.people import sign_in

FILTERS = ("Agency", "Group", "Indicator", "Theme")
YEARS = ("2008-09", "2009-10", "2010-11")


def test_the_real_plans_go_in_and_every_filter_finds_its_part(
    window: Callable[..., Page], shared: Path
) -> None:
    page = window()
    sign_in(page)
    bring_in(page, shared / "plans" / "east-herts-plans-2008-2011.txt")
    expect(page.get_by_role("main").get_by_role("heading", level=2).filter(has_text="Plan")).to_have_count(3)
    page.get_by_role("button", name="Accept the plans").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Plans")
    for year in YEARS:
        expect(page.get_by_role("rowheader", name=year)).to_be_visible()
    page.get_by_role("row", name=YEARS[1]).get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("2009")
    in_all = len(references(page))
    plan = page.url
    for label in FILTERS:
        page.goto(plan)
        assert 0 < _found(page, label) < in_all, label
    page.goto(f"{plan}?words=burglary")
    assert 0 < len(references(page)) < in_all
    page.get_by_role("rowheader").get_by_role("link").first.click()
    page.get_by_text("Where this stood in").click()
    expect(page.locator(".ja-source figcaption").first).to_have_text(re.compile(r"line \d+", re.IGNORECASE))


def _found(page: Page, label: str) -> int:
    """How many objectives are left after choosing the first of a filter's options."""
    page.get_by_text("Filter", exact=True).click()
    page.get_by_label(label, exact=True).select_option(index=1)
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator(".ja-chip")).to_have_count(1)
    return len(references(page))
