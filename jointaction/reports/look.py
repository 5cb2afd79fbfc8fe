"""How a paper looks in every form: colours, sizes, and the few words that are ours."""

from jointaction.domain.papers import Paper, PaperCell
from jointaction.domain.statuses import Colour

TEAL = "0B5D66"
WHITE = "FFFFFF"
PALE = "E6F0F1"
RULE = "B4C3C6"
GREY = "4D5B5F"
BULLET = "•"
THEME = "Theme"
KEY = "What the statuses mean"
STATUS_COLOURS = {
    Colour.GREEN: "0B5C3E",
    Colour.AMBER: "8A4B00",
    Colour.RED: "A11D22",
    Colour.BLUE: "1D4F91",
    Colour.GREY: "4D5B5F",
}
NOTHING = "There are no objectives to show here."

PAGE_WIDTH_MM = 297.0
SIDE_MARGIN_MM = 14.0
TABLE_WIDTH_MM = PAGE_WIDTH_MM - 2 * SIDE_MARGIN_MM
CELL_PADDING_MM = 1.4
BODY_PT = 9.0


def subtitle(paper: Paper) -> str:
    """The line under the title: the period reported, and the plan's year where the period does not say it."""
    period = f"Monitoring paper for {paper.period}" if paper.period else ""
    year = "" if paper.plan_year in paper.period else f"Plan year {paper.plan_year}"
    return " · ".join(part for part in (year, period) if part)


def signed(cell: PaperCell) -> tuple[str, ...]:
    """The cell's lines, the first with the sign of its status before it."""
    if cell.status is None or not cell.lines:
        return cell.lines
    return (f"{cell.status.sign} {cell.lines[0]}", *cell.lines[1:])


def footer_words(paper: Paper) -> str:
    """What stands at the foot of each page, left of the page number."""
    return " · ".join(part for part in (paper.partnership, paper.title, paper.period) if part)
