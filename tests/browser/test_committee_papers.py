"""A committee paper: written, issued, its plan changed, taken again unchanged, withdrawn and replaced."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from jointaction.domain.access import Role
from tests.browser.bringing_in import told
from tests.browser.people import sign_in

PLAN = "Community Safety Action Plan 2023/24"


def _taken(page: Page, label: str, folder: Path) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile(f"^{label} ")).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path.read_bytes()


def _written(page: Page, title: str) -> None:
    """From the papers room to the preview of a new paper."""
    page.get_by_role("navigation", name="Rooms").get_by_role("link", name="Papers").click()
    page.get_by_role("link", name=f"Write a committee paper on {PLAN}").first.click()
    page.get_by_label("Title of the paper").fill(title)
    page.get_by_label("Meeting (optional)").fill("Overview and scrutiny committee")
    for part, said in (("Day", "12"), ("Month", "5"), ("Year", "2024")):
        page.get_by_label(part).fill(said)
    page.get_by_label("Recommendation (optional)", exact=True).fill(
        "That the committee notes the progress made."
    )
    page.get_by_label("Text of box 1 (optional)").fill("None beyond the budget.")
    page.get_by_role("button", name="Save and preview").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def _issued(page: Page) -> str:
    """Issue the paper that is previewed; gives its address."""
    page.get_by_role("button", name="Issue the paper").click()
    told(page, "Its words and files never change from now on.")
    return page.url


def test_an_issued_paper_stays_as_it_is_is_withdrawn_and_replaced(page: Page, tmp_path: Path) -> None:
    sign_in(page, Role.COORDINATOR)
    _written(page, "Progress in the year 2023/24")
    expect(page.get_by_role("main")).to_contain_text("None beyond the budget.")
    expect(page.get_by_role("heading", name="Before it is issued")).to_be_visible()
    address = _issued(page)
    before = {label: _taken(page, label, tmp_path) for label in ("Word", "PDF", "Excel", "CSV")}
    assert all(before.values())

    page.get_by_role("navigation", name="Rooms").get_by_role("link", name="Plan").click()
    page.get_by_role("main").get_by_role("link", name=PLAN).first.click()
    page.get_by_role("button", name=re.compile("^Show it to (everyone|the partnership only)")).click()

    page.goto(address)
    assert {label: _taken(page, label, tmp_path) for label in before} == before
    page.get_by_role("link", name="Withdraw this paper").click()
    page.get_by_role("button", name="Withdraw the paper").click()
    expect(page.get_by_role("alert").first).to_contain_text("Write why the paper is withdrawn")
    page.get_by_label("Why is it withdrawn?").fill("A wrong figure in 1.1.")
    page.get_by_role("button", name="Withdraw the paper").click()
    expect(page.get_by_role("main")).to_contain_text("A wrong figure in 1.1.")
    page.get_by_role("button", name="Write the paper that replaces it").click()
    expect(page.get_by_label("Title of the paper")).to_have_value("Progress in the year 2023/24")
    page.get_by_role("button", name="Save and preview").click()
    second = _issued(page)
    assert second != address
    page.goto(address)
    expect(page.get_by_role("main")).to_contain_text("Replaced by paper")
    assert _taken(page, "PDF", tmp_path) == before["PDF"]
