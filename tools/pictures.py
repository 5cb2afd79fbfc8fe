"""The README's pictures, from a running demonstration: `.venv/bin/python tools/pictures.py [address]`."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "action-plan-2023-24.txt"
PICTURES = ROOT / "docs" / "images"
ADDRESS = "http://127.0.0.1:8000"
SIZE = (1280, 900)
MOST_BYTES = 250_000
DOUBTFUL = ("2.1", "3.2", "5.4")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def main(arguments: list[str]) -> int:
    """Take all pictures; the demonstration must run, with the worker that reads documents."""
    address = arguments[0] if arguments else ADDRESS
    chromium = shutil.which(os.environ.get("CHROMIUM", "chromium"))
    if chromium is None:
        print("The pictures need Chromium. On Debian or Ubuntu: apt install chromium", file=sys.stderr)
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        _take(_signed_in(browser, address))
        browser.close()
    return 0


def _signed_in(browser: Browser, address: str) -> Page:
    width, height = SIZE
    page = browser.new_page(base_url=address, viewport={"width": width, "height": height}, locale="en-GB")
    page.goto("/")
    page.get_by_role("button", name="Sign in as Coordinator").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    return page


def _take(page: Page) -> None:
    page.goto("/")
    _picture(page, "home")
    for room, name in (("/plans/", "plan"), ("/papers/", "paper")):
        page.goto(room)
        page.get_by_role("main").get_by_role("link", name="2023/24").first.click()
        if name == "plan":
            _filter(page)
        expect(page.locator(".ja-plan").first).to_be_visible()
        _picture(page, name)
    _review(page)


def _filter(page: Page) -> None:
    """Show the objectives of one agency, as a lead would."""
    page.get_by_text("Filter", exact=True).click()
    agency = page.get_by_label("Agency", exact=True)
    agency.select_option(agency.locator("option", has_text="Ambershire Police").get_attribute("value"))
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator(".ja-chip")).to_be_visible()


def _review(page: Page) -> None:
    """Bring in a plan with a few doubts in it, take the picture, and leave the document out again."""
    with tempfile.TemporaryDirectory() as folder:
        document = Path(folder) / "action-plan-2025-26.txt"
        document.write_text(_doubtful(EXAMPLE.read_text(encoding="utf-8")), encoding="utf-8")
        page.goto("/imports/new/")
        page.get_by_label("Plan document").set_input_files(document)
        page.get_by_role("button", name="Read the document").click()
        expect(page.get_by_role("heading", name="Review what was read")).to_be_visible(timeout=60_000)
    _picture(page, "review")
    page.get_by_role("button", name="Leave this document out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Documents")


def _doubtful(text: str) -> str:
    """The example as next year's plan, with some references written twice, as typists do."""
    for reference in DOUBTFUL:
        text = re.sub(rf"^{re.escape(reference)}\t", f"{reference}\t{reference} ", text, flags=re.MULTILINE)
    return text.replace("2023/24", "2025/26")


def _picture(page: Page, name: str) -> None:
    file = PICTURES / f"{name}.png"
    page.screenshot(path=file, animations="disabled")
    if file.stat().st_size > MOST_BYTES:
        raise RuntimeError(f"{file.name} is larger than {MOST_BYTES:,} bytes; show less on that page.")
    print(f"{file.relative_to(ROOT)}: {file.stat().st_size:,} bytes")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
