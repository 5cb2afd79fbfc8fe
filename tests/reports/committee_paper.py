"""A paper with a cover, counts and changes, for the tests of every form it takes."""

from dataclasses import replace
from datetime import date

from jointaction.domain.papers import Implication, Paper, PaperChange, PaperCount, PaperCover
from jointaction.domain.statuses import NO_UPDATE, Colour, Shape, Status
from tests.reports.papers import monitoring_paper

ON, RISK = (
    Status("on", "On track", Shape.CIRCLE, Colour.GREEN, "Will be done by its date.", 2),
    Status("risk", "At risk", Shape.TRIANGLE, Colour.AMBER, "May be late.", 1),
)
COVER = PaperCover(
    meeting="Overview & scrutiny <committee>",
    meeting_on=date(2010, 5, 12),
    author="Ada Fenn, community safety officer",
    recommendation="That the committee notes the progress made.\nThat it asks for the next paper in autumn.",
    reason="=It reviews the partnership’s work twice a year.\x07",
    implications=(
        Implication("Money and staff", "Lights in Thornley (£4,800) wait for the grant."),
        Implication("Risks", "  \n "),
    ),
)
COUNTS = (
    PaperCount("Objectives", 8, 8),
    PaperCount("With an update for 2009-10 Quarter 4", 7, 8),
    PaperCount("On track", 5, 8, ON),
    PaperCount("At risk", 2, 8, RISK),
    PaperCount("No update received", 1, 8, NO_UPDATE),
)
CHANGES = (
    PaperChange("1.2", "Timescale", "By June 2009", "By September 2009"),
    PaperChange("2.1", "New in the plan", "", "Take back the bandstand"),
    PaperChange("9.1", "No longer in the paper", "Mark bicycles\nat the fair", ""),
)


def committee_paper(*, rows_in_a_theme: int = 2, **fields: object) -> Paper:
    """The fourth paper, issued, with what changed since the third."""
    front = {"cover": COVER, "counts": COUNTS, "key": (ON, RISK, NO_UPDATE), "changes": CHANGES}
    front |= {"since": "paper 3 of 12 February 2010", "number": 4, "issued_on": date(2010, 5, 2)}
    return replace(monitoring_paper(rows_in_a_theme=rows_in_a_theme), **(front | fields))
