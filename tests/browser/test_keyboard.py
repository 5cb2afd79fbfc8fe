"""The whole way without a mouse: from the skip link to an accepted plan, the focus always to be seen."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.bringing_in import wait_until_read
from tests.browser.documents import DOUBTFUL, text_plan

MOST_STEPS = 400
# What a person sees of the focus: the outline, shadow, colours and border of what has it, or of its label.
FOCUS = """() => {
  const one = document.activeElement;
  const seen = one => {
    const style = getComputedStyle(one);
    return [style.outline, style.boxShadow, style.backgroundColor, style.borderColor, style.color].join("|");
  };
  const box = one.getBoundingClientRect();
  const text = one.innerText || one.getAttribute("aria-label") || one.name || one.tagName;
  const name = text.replace(/\\s+/g, " ").trim();
  const told = {name, tag: one.tagName, focused: seen(one), inView: box.bottom > 0 && box.top < innerHeight};
  one.blur();
  told.blurred = seen(one);
  one.focus({preventScroll: true, focusVisible: true});
  return told;
}"""


class Keyboard:
    """Goes through a page by Tab alone and makes sure each stop can be seen."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def go_to(self, name: str, tag: str = "") -> None:
        """Press Tab until what has this name, or begins with it, has the focus."""
        for _ in range(MOST_STEPS):
            self.page.keyboard.press("Tab")
            if self._told(name, tag):
                return
        raise AssertionError(f"Tab never came to {name!r} on {self.page.url}")

    def press(self, name: str, tag: str = "") -> None:
        """Go to a link or button and press Enter on it."""
        self.go_to(name, tag)
        self.page.keyboard.press("Enter")

    def _told(self, name: str, tag: str) -> bool:
        focus = self.page.evaluate(FOCUS)
        if focus["tag"] == "BODY":
            return False
        assert focus["inView"], f"the focus is out of sight on {focus['name']!r}, {self.page.url}"
        assert focus["focused"] != focus["blurred"], f"no focus to see on {focus['name']!r}, {self.page.url}"
        return bool(focus["name"].startswith(name) and tag in {"", focus["tag"]})


def test_a_plan_is_brought_in_without_a_mouse(window: Callable[..., Page], tmp_path: Path) -> None:
    made, page = text_plan(tmp_path), window()
    keyboard = Keyboard(page)
    heading = page.get_by_role("heading", level=1)
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    keyboard.press("Sign in as Coordinator")
    expect(heading).to_have_text("What to do next")
    keyboard.press("Skip to main content")
    expect(page.get_by_role("main")).to_be_focused()
    keyboard.press("Bring in a plan document")
    expect(heading).to_have_text("Bring in a plan document")
    keyboard.go_to("document", "INPUT")
    page.get_by_label("Plan document").set_input_files(made.path)  # the chooser itself is the system's own
    keyboard.press("Read the document")
    wait_until_read(page)
    for reference in DOUBTFUL:
        keyboard.press("Look at the first" if reference == DOUBTFUL[0] else "This row is right")
        expect(page.get_by_role("button", name="This row is right")).to_be_visible()
        expect(page.get_by_label("Reference")).to_have_value(reference)
    keyboard.go_to("objective", "TEXTAREA")
    page.keyboard.press("Control+A")
    page.keyboard.type("Answer each and every call")
    keyboard.press("Save the row")
    expect(heading).to_have_text("Review what was read")
    keyboard.press("Accept the plan")
    expect(heading).to_have_text(made.title)
    expect(page.get_by_role("table")).to_contain_text("Answer each and every call")
