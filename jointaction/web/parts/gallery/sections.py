"""The gallery's two invented sections of a plan: plain headings, and updates grouped by area."""

from jointaction.domain.fields import Field
from jointaction.domain.papers import PaperCell, PaperColumn, PaperRow, PaperSection

AREAS = ("Harbour ward", "Mill ward", "Upper Tollmere")

_LONG = (
    "Officers and wardens walked the four ranks on 22 nights between July and September. Two ranks now have "
    "a marshal paid by the operators until Easter; at the station rank the lighting was renewed in August "
    "after the survey of drivers. Reports of trouble fell from 31 to 19 compared with the same quarter of "
    "last year, too few to call it more than chance. The operators ask for the marshal to stay through the "
    "summer and have offered to pay half. The group will decide in November."
)
_SHORT = "Survey of drivers done; lighting renewed at the station."


def _cell(text: str | tuple[str, ...]) -> PaperCell:
    if isinstance(text, tuple):
        return PaperCell(text, is_list=True)
    return PaperCell((text,) if text else ())


def _row(*texts: str | tuple[str, ...]) -> PaperRow:
    cells = tuple(_cell(text) for text in texts)
    return PaperRow(cells, key=cells[0].text)


PLAIN = PaperSection(
    "2. Safer streets",
    (
        PaperColumn("Ref", Field.REF, 0.06),
        PaperColumn("Objective", Field.OBJECTIVE, 0.17),
        PaperColumn("Actions", Field.ACTION, 0.23),
        PaperColumn("Lead", Field.LEAD_AGENCY, 0.1),
        PaperColumn("By when", Field.TIMESCALE, 0.09),
        PaperColumn("Status", Field.STATUS, 0.11),
        PaperColumn("Update, quarter 2", Field.UPDATE, 0.24),
    ),
    (
        _row(
            "2.1",
            "People feel safe going home at night",
            (
                "Walk the four taxi ranks on Friday and Saturday nights",
                "Ask the drivers each quarter what they see",
                "Agree with the operators who pays for a marshal",
            ),
            "Police",
            "March 2026",
            "On track",
            _LONG,
        ),
        _row("2.2", "Fewer bins set alight", ("Lock bins",), "Fire and Rescue", "June 2026", "At risk", ""),
        _row(
            "2.3", "Safer crossings at schools", ("Train 12 wardens",), "Council", "2025", "Off track", _SHORT
        ),
        _row("2.4", "Fewer thefts from sheds", "Mark 300 tools", "Police", "2027", "Not due", ""),
        _row("2.5", "Quieter nights by the river", "", "Council", "2027", "No update", ""),
    ),
)

_TEXTS = (
    (Field.REF, "Ref"),
    (Field.OBJECTIVE, "Objective"),
    (Field.ACTION, "Actions"),
    (Field.MEASURE, "How we will know"),
    (Field.INDICATOR, "National indicator"),
    (Field.LEAD_AGENCY, "Lead"),
    (Field.SUPPORT, "Support"),
)
_ACTIONS = ("Talk at ten lunch clubs", "A sticker for every door that asks")
_FRAUD = "Older people know how to report fraud at the door"
_SUPPORT = ("Police", "Age Tollmere")

GROUPED = PaperSection(
    "3. Looking out for each other",
    tuple(PaperColumn(heading, field, 0.09) for field, heading in _TEXTS)
    + tuple(PaperColumn(area, Field.UPDATE, 0.123, group="Update, quarter 2") for area in AREAS),
    (
        _row("3.1", _FRAUD, _ACTIONS, "Calls to the line", "NI 17", "Council", _SUPPORT, _LONG, _SHORT, ""),
        _row("3.2", "Nobody is bullied for who they are", "", "", "", "Police", "", "", "", _SHORT),
    ),
)
