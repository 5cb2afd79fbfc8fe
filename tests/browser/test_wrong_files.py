"""A file that holds no plan gets its sentence, and its owner stays on the way."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.bringing_in import upload, wait_until_read
from tests.browser.documents import text_plan, wrong_files
from tests.browser.people import sign_in


def test_wrong_files_are_refused_in_a_sentence_and_the_right_one_is_taken(page: Page, tmp_path: Path) -> None:
    files = wrong_files(tmp_path)
    sign_in(page)
    upload(page, files["nothing"])
    expect(page.get_by_role("alert")).to_contain_text("The document is empty. Choose another.")
    page.get_by_label("Plan document").set_input_files(files["huge"])
    page.get_by_role("button", name="Read the document").click()
    expect(page.get_by_role("alert")).to_contain_text("larger than 25 MB")
    expect(page.get_by_role("alert").get_by_role("listitem")).to_have_count(1)
    page.get_by_label("Plan document").set_input_files(files["picture"])
    page.get_by_role("button", name="Read the document").click()
    wait_until_read(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("This document could not be read")
    expect(page.locator(".ja-notice--warning")).not_to_be_empty()
    page.get_by_role("link", name="Bring in another document").click()
    page.get_by_label("Plan document").set_input_files(text_plan(tmp_path).path)
    page.get_by_role("button", name="Read the document").click()
    wait_until_read(page)
    expect(page.get_by_role("button", name="Accept the plan")).to_be_visible()


def test_sending_nothing_says_what_to_choose(page: Page) -> None:
    sign_in(page)
    page.goto("/imports/new/")
    page.get_by_role("button", name="Read the document").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose the document that holds your plan")
