"""Two people correct the same row: the second loses no word and sees both texts."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.bringing_in import bring_in, open_row
from tests.browser.documents import text_plan
from tests.browser.people import sign_in


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_second_to_save_a_row_sees_both_texts_and_decides(
    window: Callable[..., Page], tmp_path: Path, script: bool
) -> None:
    first, second = window(script=script), window(script=script)
    sign_in(first)
    sign_in(second)
    second.goto(bring_in(first, text_plan(tmp_path).path))
    open_row(first, "1.2")
    open_row(second, "1.2")
    first.get_by_label("Objective", exact=True).fill("Words of the first")
    first.get_by_role("button", name="Save the row").click()
    second.get_by_label("Objective", exact=True).fill("Words of the second")
    second.get_by_role("button", name="Save the row").click()
    expect(second.get_by_text("Somebody else saved first.")).to_be_visible()
    expect(second.get_by_label("Objective", exact=True)).to_have_value("Words of the second")
    expect(second.get_by_role("definition").filter(has_text="Words of the first")).to_be_visible()
    second.get_by_role("button", name="Save the row").click()
    expect(second.get_by_role("table")).to_contain_text("Words of the second")


def test_a_step_from_an_outdated_page_is_not_carried_out(window: Callable[..., Page], tmp_path: Path) -> None:
    first, second = window(), window()
    sign_in(first)
    sign_in(second)
    review = bring_in(first, text_plan(tmp_path).path)
    second.goto(review)
    open_row(first, "1.2")
    first.get_by_role("button", name="Leave the row out").click()
    second.get_by_role("button", name="Accept the plan").click()
    expect(second.get_by_role("heading", level=1)).to_have_text("Somebody else saved first")
