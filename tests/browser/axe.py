"""Asks axe-core what on a page breaks WCAG 2.2 AA, and the page itself what is too wide."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SOURCE = Path(__file__).resolve().parent / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})"
# What reaches over the right edge, unless a frame of its own scrolls it (as the plan table's region does).
TOO_WIDE = """() => {
  const edge = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= edge) return [];
  const framed = one => {
    for (let up = one.parentElement; up && up !== document.body; up = up.parentElement)
      if (getComputedStyle(up).overflowX !== "visible") return true;
    return false;
  };
  return [...document.body.querySelectorAll("*")]
    .filter(one => one.getBoundingClientRect().right > edge + 1 && !framed(one))
    .slice(0, 5).map(one => one.outerHTML.slice(0, 160));
}"""


def violations(page: Page) -> list[str]:
    """Every rule that the page breaks, each with the first places where it does."""
    page.wait_for_load_state()
    page.evaluate(SOURCE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(RUN, RULES)["violations"]
    return [f"{rule['id']}: {rule['help']}: {_places(rule)}" for rule in found]


def too_wide(page: Page) -> list[str]:
    """The parts that make the page itself scroll sideways."""
    page.wait_for_load_state()
    parts: list[str] = page.evaluate(TOO_WIDE)
    return [f"too wide: {part}" for part in parts]


def _places(rule: dict[str, Any]) -> str:
    return "; ".join(f"{node['html'][:160]} ({node['failureSummary'][:200]})" for node in rule["nodes"][:3])
