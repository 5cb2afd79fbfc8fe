"""The steps by which a document comes in, as a person takes them."""

import re
import time
from pathlib import Path

from playwright.sync_api import Page, expect

SECONDS_TO_READ = 60
REVIEW = "Review what was read"
PAST_THE_UPLOAD = re.compile(r"^(?!\s*Bring in a plan document)")


def upload(page: Page, document: Path) -> None:
    """From the first page to the upload, and the document sent."""
    page.get_by_role("navigation", name="Rooms").get_by_role("link", name="Plan").click()
    page.get_by_role("link", name="Bring in a plan document").first.click()
    page.get_by_label("Plan document").set_input_files(document)
    page.get_by_role("button", name="Read the document").click()


def wait_until_read(page: Page) -> None:
    """Wait as a person would: the page goes on by itself, or by its link where there is no script."""
    expect(page.get_by_role("heading", level=1)).to_have_text(PAST_THE_UPLOAD)
    deadline = time.monotonic() + SECONDS_TO_READ
    reading = page.get_by_role("heading", name="Reading the document")
    again = page.get_by_role("link", name="See how far it is")
    while reading.is_visible() and time.monotonic() < deadline:
        page.wait_for_timeout(300)
        if not has_script(page) and again.is_visible():
            again.click()
    expect(reading).to_have_count(0)


def bring_in(page: Page, document: Path) -> str:
    """Upload a document and wait for its review; gives the review's address."""
    upload(page, document)
    wait_until_read(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(REVIEW)
    return page.url


def has_script(page: Page) -> bool:
    """Whether the page's own scripts ran; they do before it has loaded."""
    page.wait_for_load_state()
    return "js-enabled" in (page.locator("body").get_attribute("class") or "")


def open_row(page: Page, reference: str) -> None:
    """Choose a row's reference in the plan as it would look."""
    page.get_by_role("rowheader").get_by_role("link", name=reference, exact=True).click()
    expect(page.get_by_role("button", name="Save the row")).to_be_visible()


def references(page: Page) -> list[str]:
    """The references of all rows on the page, in order."""
    page.wait_for_load_state()
    return [text.strip() for text in page.get_by_role("rowheader").all_inner_texts()]


def told(page: Page, words: str) -> None:
    """A notice at the top of the page says this."""
    notices = page.locator(".ja-notice")
    expect(notices.filter(has_text=re.compile(re.escape(words))).first).to_be_visible()
