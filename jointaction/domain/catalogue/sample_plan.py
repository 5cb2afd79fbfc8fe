"""An invented plan of Yarrowdale that shows a layout where a partnership has no plan of its own yet."""

from dataclasses import replace

from jointaction.domain.drafts import ColumnDraft, NoteDraft, PlanDraft, RowDraft, ThemeDraft, UpdateDraft
from jointaction.domain.fields import Field
from jointaction.domain.statuses import StatusMark, StatusScheme

YEAR = "2026-27"
PERIOD = f"{YEAR} Q4"


def sample_plan(columns: tuple[ColumnDraft, ...], scheme: StatusScheme) -> PlanDraft:
    """Two objectives with every field filled, in these columns, marked with the scheme's first statuses."""
    marks = [StatusMark(status.key, PERIOD) for status in scheme.statuses[:2]]
    notes = tuple(NoteDraft(column.heading, "…") for column in columns if column.field is Field.NOTE)
    rows = tuple(
        replace(row, marks=(mark,), notes=notes) for row, mark in zip(_ROWS, marks * 2, strict=False)
    )
    return PlanDraft(
        "Yarrowdale action plan", YEAR, (ThemeDraft("1", "Safe journeys home", rows),), columns, scheme=scheme
    )


_ROWS = (
    RowDraft(
        "r1",
        ref="1.1",
        objective="People get home safely by taxi at night",
        actions=("Pay marshals at the busiest ranks", "Invite drivers to a safety evening"),
        measures=("Evenings held", "Drivers who come"),
        indicator_refs=("NI 15",),
        lead_agencies=("District Council",),
        lead_groups=("Night-time group",),
        support=("Police", "Taxi drivers"),
        timescale="March 2027",
        funding="£4,200 from the community fund",
        baseline="31 incidents",
        target="24 incidents",
        updates=(
            UpdateDraft("Marshals have begun at two ranks.", PERIOD, "Harrow Bridge"),
            UpdateDraft("No rank there yet.", PERIOD, "Cold Ashwell"),
        ),
    ),
    RowDraft(
        "r2",
        ref="1.2",
        objective="Footpaths to the station are well lit",
        actions=("Survey every lamp to the station",),
        measures=("Lamps that work",),
        indicator_refs=("NI 17",),
        lead_agencies=("County Council",),
        lead_groups=("Joint Action Group",),
        support=("Fire and Rescue",),
        timescale="September 2026",
        funding="Within existing resources",
        baseline="61 lamps",
        target="70 lamps",
        updates=(UpdateDraft("Sixty-eight lamps work.", PERIOD, "Harrow Bridge"),),
    ),
)
