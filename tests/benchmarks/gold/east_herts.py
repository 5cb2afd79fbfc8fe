"""The real plans of ../shared with their gold: one text of three years, and other forms of two of them."""

from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.gold.book import Gold, gold_lines, read_gold

PLANS = Path(__file__).parents[3].parent / "shared" / "plans"
TEXT = PLANS / "east-herts-plans-2008-2011.txt"
WORKED_EXAMPLE = PLANS / "worked-example.json"
GOLD_FILES = ("east-herts/2008-09.tsv", "east-herts/2009-10.tsv", "east-herts/2010-11.tsv")
REASON = "the real plans stand beside the repository in ../shared, which is absent here"


@dataclass(frozen=True, slots=True)
class Form:
    """One document of the plans, the years it holds, and the share of words a reader has to reach."""

    path: Path
    years: tuple[str, ...]
    goal: float


FORMS = (
    Form(TEXT, ("2008-09", "2009-10", "2010-11"), 0.97),
    Form(PLANS / "action-plan-2008-09.docx", ("2008-09",), 0.98),
    Form(PLANS / "action-plan-2010-11.docx", ("2010-11",), 0.98),
    Form(PLANS / "action-plan-2010-11.xlsx", ("2010-11",), 0.98),
    Form(PLANS / "action-plan-2008-09.pdf", ("2008-09",), 0.96),
)


def present() -> bool:
    """Whether the plans are there."""
    return TEXT.exists()


def lines() -> list[list[str]]:
    """The lines of the gold of all three plans."""
    return gold_lines(*GOLD_FILES)


def gold() -> Gold:
    """The gold of all three plans, read against their text."""
    return read_gold(TEXT.read_text(encoding="utf-8"), lines())
