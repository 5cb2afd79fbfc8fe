"""One running product and one browser for all journeys; each test has a window of its own, watched."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.stack import Stack, running
from tests.browser.watching import Watch

FOLDER = Path(__file__).resolve().parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESK = {"width": 1280, "height": 900}
MILLISECONDS_TO_APPEAR = 30_000  # a machine may be busy with other things; what is quick stays quick

expect.set_options(timeout=MILLISECONDS_TO_APPEAR)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder drives a browser and may connect to this machine, to nothing else."""
    for item in items:
        if item.path.is_relative_to(FOLDER):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1"]))


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """The demonstration behind the real web server, with the real worker."""
    with running(tmp_path_factory.mktemp("data")) as started:
        yield started


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a screen; a test without one is skipped (in CI: fails)."""
    asked = os.environ.get("CHROMIUM")
    program = next(filter(None, map(shutil.which, [asked] if asked else BROWSERS)), None)
    if program is None:
        pytest.skip("needs Chromium (Debian or Ubuntu: apt install chromium libatomic1)")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def window(browser: Browser, stack: Stack) -> Iterator[Callable[..., Page]]:
    """Opens windows with cookies of their own: window(), window(script=False). None may complain."""
    watches: list[Watch] = []

    def opened(*, script: bool = True, width: int = DESK["width"]) -> Page:
        context = browser.new_context(
            base_url=stack.address,
            java_script_enabled=script,
            viewport={"width": width, "height": DESK["height"]},
            locale="en-GB",
        )
        context.set_default_timeout(MILLISECONDS_TO_APPEAR)
        watches.append(Watch(context, stack.address))
        return context.new_page()

    yield opened
    for context in browser.contexts:
        context.close()
    assert [complaint for watch in watches for complaint in watch.complaints] == []


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def page(request: pytest.FixtureRequest, window: Callable[..., Page]) -> Page:
    """A window for a journey that must work with JavaScript and without."""
    return window(script=request.param)
