"""Papers of an invented district, for the tests of every form a paper takes."""

from jointaction.domain.fields import Field
from jointaction.domain.papers import Paper, PaperCell, PaperColumn, PaperRow, PaperSection
from jointaction.domain.statuses import NO_UPDATE, Colour, Shape, Status

PLAIN_COLUMNS = (
    PaperColumn("Ref", Field.REF, 0.05),
    PaperColumn("Objective", Field.OBJECTIVE, 0.15),
    PaperColumn("Actions", Field.ACTION, 0.21),
    PaperColumn("Measure", Field.MEASURE, 0.14),
    PaperColumn("National indicators", Field.INDICATOR, 0.07),
    PaperColumn("Lead agency", Field.LEAD_AGENCY, 0.08),
    PaperColumn("Lead group", Field.LEAD_GROUP, 0.08),
    PaperColumn("Update: Quarter 4", Field.UPDATE, 0.22),
)
SPLIT_COLUMNS = (
    *PLAIN_COLUMNS[:-1],
    PaperColumn("Millbrook and Weir", Field.UPDATE, 0.17, group="Update: Quarter 4"),
    PaperColumn("Thornley", Field.UPDATE, 0.17, group="Update: Quarter 4"),
)

ACTIONS = (
    "Walk the river path each month with residents & rangers",
    "Fit timed lights in the three car parks named by the tasking group",
    "Hold “meet your team” evenings – one in each ward",
    "Agree a joint letter for first warnings",
)
UPDATE = (
    "Eleven walks took place and 46 residents came along",
    "Lights work in Mill Lane and Station Approach; Thornley’s are due once the £4,800 is agreed",
    "Calls about the path fell from 31 to 19 (<20 was the aim)",
)
STORY = (
    "The night shelter opened for nine weeks. Volunteers from four churches ran it with the housing team, "
    "and every guest was offered a talk with an outreach worker the next morning. "
)


def cell(*lines: str) -> PaperCell:
    return PaperCell(lines, is_list=len(lines) > 1)


def row(ref: str, *, areas: int = 1, length: int = 1) -> PaperRow:
    updates = (
        [PaperCell(((STORY * length).strip(),)), cell(*UPDATE)] if areas == 2 else [cell(*UPDATE[:length])]
    )
    return PaperRow(
        (
            cell(ref),
            cell(f"Make {ref} the safest part of the riverside after dark"),
            cell(*ACTIONS[: 1 + length % 4]),
            cell("Number of walks held", "Share of residents who feel safe after dark (survey)"),
            cell("NI 17", "S-C4.2b"),
            cell("Council", "Police"),
            PaperCell(),
            *updates,
        ),
        key=ref,
    )


def section(number: int, title: str, *, rows: int, areas: int = 1) -> PaperSection:
    columns = SPLIT_COLUMNS if areas == 2 else PLAIN_COLUMNS
    made = tuple(row(f"{number}.{place}", areas=areas, length=1 + place % 5) for place in range(1, rows + 1))
    return PaperSection(f"{number}. {title}", columns, made)


def monitoring_paper(*, rows_in_a_theme: int = 3) -> Paper:
    """Four themes, the second and fourth split by area."""
    return Paper(
        partnership="Weirdale Community Safety Partnership",
        title="Community Safety Action Plan 2009-10",
        plan_year="2009-10",
        period="2009-10 Quarter 4",
        sections=(
            section(1, "Feel safe, be safe", rows=rows_in_a_theme),
            section(2, "Nuisance & neighbours", rows=rows_in_a_theme, areas=2),
            section(3, "Drugs and alcohol", rows=rows_in_a_theme),
            section(4, "Burglary and car crime", rows=rows_in_a_theme, areas=2),
        ),
        notes=(
            "On track: the lead agency expects to finish by the date given.",
            "=Notes are words too, and must never be worked out by a spreadsheet.",
        ),
    )


def small_paper(*rows: tuple[str, ...], headings: tuple[str, ...] = ("Ref", "Update")) -> Paper:
    """One table without a theme: each row a tuple of plain texts."""
    share = 1 / len(headings)
    fields = (Field.REF, *(Field.UPDATE for _ in headings[1:]))
    columns = tuple(
        PaperColumn(heading, field, share) for heading, field in zip(headings, fields, strict=True)
    )
    made = tuple(PaperRow(tuple(PaperCell((text,) if text else ()) for text in texts)) for texts in rows)
    return Paper(
        "Weirdale Community Safety Partnership",
        "Action plan",
        "2009-10",
        "2009-10",
        (PaperSection(None, columns, made),),
    )


STATUSES = tuple(
    Status(shape.value, f"Stands as a {shape}", shape, colour, f"What a {shape} says.")
    for shape, colour in zip(Shape, [*Colour, Colour.GREEN, Colour.RED], strict=True)
)


def marked_paper() -> Paper:
    """One table with a status in each row, every shape once, and their key."""
    columns = (PaperColumn("Ref", Field.REF, 0.2), PaperColumn("Status", Field.STATUS, 0.8))
    rows = tuple(
        PaperRow((cell(str(place)), PaperCell((status.word,), status=status)))
        for place, status in enumerate((*STATUSES, NO_UPDATE), 1)
    )
    return Paper(
        "Weirdale Community Safety Partnership",
        "Action plan",
        "2009-10",
        "2009-10",
        (PaperSection(None, columns, rows),),
        notes=("A note.",),
        key=(*STATUSES, NO_UPDATE),
    )
