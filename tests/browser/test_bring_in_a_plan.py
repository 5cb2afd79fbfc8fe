"""A document becomes a plan: upload, review, every kind of correction, accept."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.bringing_in import bring_in, open_row, references, told, upload, wait_until_read
from tests.browser.documents import DOUBTFUL, text_plan, word_plan
from tests.browser.people import sign_in


def test_a_document_is_reviewed_corrected_and_accepted(page: Page, tmp_path: Path) -> None:
    made = word_plan(tmp_path)
    sign_in(page)
    review = bring_in(page, made.path)
    expect(page.get_by_role("heading", name=f"{len(DOUBTFUL)} rows to look at")).to_be_visible()

    page.get_by_role("link", name="Look at the first").click()
    expect(page.locator(".ja-doubt").first).to_be_visible()
    page.get_by_label("Objective", exact=True).fill("Light every way home")
    page.get_by_role("button", name="Save the row").click()
    page.goto(review)
    open_row(page, DOUBTFUL[1])
    page.get_by_role("button", name="This row is right").click()
    told(page, "Marked as right.")

    page.goto(review)
    expect(page.get_by_text("The reader is sure of every row")).to_be_visible()
    page.get_by_role("link", name="Change title or year").click()
    page.get_by_label("Title of the plan").fill(f"{made.title}, checked")
    page.get_by_role("button", name="Save").click()

    page.get_by_role("button", name="Accept the plan").click()
    told(page, "Accepted. The plan is live.")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{made.title}, checked")
    expect(page.get_by_role("table")).to_contain_text("Light every way home")
    assert references(page) == ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6"]


def test_rows_are_split_joined_moved_dropped_and_made_a_heading(page: Page, tmp_path: Path) -> None:
    made = text_plan(tmp_path)
    sign_in(page)
    review = bring_in(page, made.path)

    open_row(page, "1.3")
    page.get_by_role("link", name="Split the row").click()
    page.get_by_label("Tell its owners").check()
    page.get_by_role("button", name="Split the row").click()
    told(page, "The row was split.")
    page.goto(review)
    assert len(references(page)) == 7

    open_row(page, "1.4")
    page.get_by_role("button", name="Join with the row above").click()
    told(page, "Joined to the row above.")
    page.goto(review)
    assert len(references(page)) == 6

    open_row(page, "1.2")
    page.get_by_label("Move everything under").select_option(label="Measures")
    page.get_by_label("To", exact=True).select_option(label="Funding")
    page.get_by_role("button", name="Move the words").click()
    told(page, "Moved from")
    expect(page.get_by_label("Funding")).to_have_value("No of nights")

    page.goto(review)
    open_row(page, "1.6")
    page.get_by_role("button", name="Leave the row out").click()
    told(page, "The row was left out.")
    page.goto(review)
    open_row(page, "1.5")
    page.get_by_role("button", name="This is a theme’s heading").click()
    told(page, "Now the heading of a theme.")
    page.goto(review)
    assert "1.6" not in references(page)
    assert "1.5" not in references(page)
    page.get_by_role("button", name="Leave this document out").click()
    told(page, "No plan was made from it.")


def test_the_same_document_again_is_recognised_and_one_left_out_can_come_back(
    page: Page, tmp_path: Path
) -> None:
    made = text_plan(tmp_path)
    sign_in(page)
    review = bring_in(page, made.path)
    upload(page, made.path)
    told(page, "was uploaded before")
    assert page.url == review
    page.get_by_role("button", name="Leave this document out").click()
    upload(page, made.path)
    wait_until_read(page)
    expect(page.get_by_role("button", name="Accept the plan")).to_be_visible()
