"""The committee paper: choose a period, take each file, and find the page's own words in it."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from jointaction.domain.access import Role
from tests.browser.people import sign_in
from tests.browser.table_words import cells_in, cells_on_page

PLAN = "Community Safety Action Plan 2023/24"
FILES = {"Word": ".docx", "PDF": ".pdf", "Excel": ".xlsx", "CSV": ".csv"}


def _open_paper(page: Page) -> None:
    page.get_by_role("navigation", name="Rooms").get_by_role("link", name="Papers").click()
    page.get_by_role("main").get_by_role("link", name=PLAN).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(PLAN)


def test_each_file_of_the_paper_says_what_the_page_says(page: Page, tmp_path: Path) -> None:
    sign_in(page, Role.COUNCILLOR)
    _open_paper(page)
    shown = cells_on_page(page)
    assert len(shown) > 200
    for label, ending in FILES.items():
        with page.expect_download() as taken:
            page.get_by_role("link", name=label).click()
        file = tmp_path / taken.value.suggested_filename
        assert file.suffix == ending
        taken.value.save_as(file)
        assert shown - cells_in(file) == {}, f"missing in the {label} file"


def test_another_period_shows_its_own_updates_only(page: Page) -> None:
    sign_in(page, Role.COUNCILLOR)
    _open_paper(page)
    with_updates = cells_on_page(page).total()
    page.get_by_label("Updates for").select_option("2023-24 Q1")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile("period=2023-24"))
    expect(page.get_by_label("Updates for")).to_have_value("2023-24 Q1")
    expect(page.get_by_role("main")).to_contain_text(
        "0 of 39 objectives have an update for 2023-24 Quarter 1"
    )
    assert cells_on_page(page).total() < with_updates - 30
    assert "2023-24+Q1" in (page.get_by_role("link", name="Word").get_attribute("href") or "")
