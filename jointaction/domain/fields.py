"""The fields of a plan: what a column of a plan document can mean."""

from enum import StrEnum


class Field(StrEnum):
    """One meaning a plan's column or cell can have."""

    REF = "ref"
    THEME = "theme"
    OBJECTIVE = "objective"
    ACTION = "actions"
    MEASURE = "measures"
    BASELINE = "baseline"
    TARGET = "target"
    INDICATOR = "indicator_refs"
    LEAD_AGENCY = "lead_agencies"
    LEAD_GROUP = "lead_groups"
    SUPPORT = "support"
    TIMESCALE = "timescale"
    FUNDING = "funding"
    STATUS = "status"
    UPDATE = "updates"
    NOTE = "notes"

    @property
    def label(self) -> str:
        """The field's name as people say it."""
        return LABELS[self]

    @property
    def is_list(self) -> bool:
        """Whether one cell of this field holds several separate values."""
        return self in LIST_FIELDS


LABELS: dict[Field, str] = {
    Field.REF: "Reference",
    Field.THEME: "Theme",
    Field.OBJECTIVE: "Objective",
    Field.ACTION: "Actions",
    Field.MEASURE: "Measures",
    Field.BASELINE: "Baseline",
    Field.TARGET: "Target",
    Field.INDICATOR: "National indicators",
    Field.LEAD_AGENCY: "Lead agency",
    Field.LEAD_GROUP: "Lead group",
    Field.SUPPORT: "Support",
    Field.TIMESCALE: "Timescale",
    Field.FUNDING: "Funding",
    Field.STATUS: "Status",
    Field.UPDATE: "Update",
    Field.NOTE: "Other",
}

# What nearly every plan has, in the order its columns usually stand.
USUAL_FIELDS = (
    Field.REF,
    Field.OBJECTIVE,
    Field.ACTION,
    Field.MEASURE,
    Field.INDICATOR,
    Field.LEAD_AGENCY,
    Field.LEAD_GROUP,
    Field.SUPPORT,
    Field.TIMESCALE,
    Field.FUNDING,
    Field.STATUS,
)

LIST_FIELDS = frozenset(
    {
        Field.ACTION,
        Field.MEASURE,
        Field.INDICATOR,
        Field.LEAD_AGENCY,
        Field.LEAD_GROUP,
        Field.SUPPORT,
    }
)
TEXT_FIELDS = frozenset(
    {Field.REF, Field.OBJECTIVE, Field.BASELINE, Field.TARGET, Field.TIMESCALE, Field.FUNDING, Field.STATUS}
)
