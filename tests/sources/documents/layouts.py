"""Column layouts that plans have: each heading with its field. The contents are made up elsewhere."""

from dataclasses import dataclass

from jointaction.domain.fields import Field

F = Field


@dataclass(frozen=True, slots=True)
class Layout:
    """A plan's columns: heading and meaning."""

    name: str
    columns: tuple[tuple[str, Field], ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(field for _, field in self.columns)

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(heading for heading, _ in self.columns)


def _of(name: str, *columns: tuple[str, Field]) -> Layout:
    return Layout(name, columns)


LAYOUTS = (
    _of(
        "objectives with indicators",
        ("JAG ref", F.REF),
        ("Objective", F.OBJECTIVE),
        ("Actions", F.ACTION),
        ("Performance indicator/outcome", F.MEASURE),
        ("Ref to National Indicators", F.INDICATOR),
        ("Lead agency", F.LEAD_AGENCY),
        ("Lead Action Group(s)", F.LEAD_GROUP),
        ("Update: 2011-2012 Quarter 4", F.UPDATE),
    ),
    _of(
        "posts and support",
        ("Ref", F.REF),
        ("Aim", F.OBJECTIVE),
        ("Action", F.ACTION),
        ("Measure", F.MEASURE),
        ("Lead", F.LEAD_AGENCY),
        ("Support", F.SUPPORT),
        ("Timescale", F.TIMESCALE),
        ("Update", F.UPDATE),
    ),
    _of(
        "actions only",
        ("Actions", F.ACTION),
        ("Lead agency/officer", F.LEAD_AGENCY),
        ("Funding", F.FUNDING),
        ("Output target and date(s)", F.TARGET),
    ),
    _of(
        "costed template",
        ("Action", F.ACTION),
        ("How/what activity", F.ACTION),
        ("Lead agency/officer", F.LEAD_AGENCY),
        ("Timescales (when achieved by)", F.TIMESCALE),
        ("Indicative costs", F.FUNDING),
        ("National indicator (bold if in LAA)", F.INDICATOR),
    ),
    _of(
        "monitoring report",
        ("Objective", F.OBJECTIVE),
        ("Target", F.TARGET),
        ("Comments on actions", F.UPDATE),
        ("On-target marker", F.STATUS),
    ),
    _of(
        "updates inside actions",
        ("Objective", F.OBJECTIVE),
        ("Action", F.ACTION),
        ("Timescale", F.TIMESCALE),
        ("Lead officer/agency", F.LEAD_AGENCY),
    ),
    _of(
        "numbered actions",
        ("Action no.", F.REF),
        ("Action", F.ACTION),
        ("Lead", F.LEAD_AGENCY),
        ("Partner", F.SUPPORT),
        ("Outcome", F.MEASURE),
        ("Completion date", F.TIMESCALE),
    ),
    _of(
        "theme column",
        ("Number", F.REF),
        ("Theme", F.THEME),
        ("Action", F.ACTION),
        ("Lead organisation(s)", F.LEAD_AGENCY),
        ("Update", F.UPDATE),
        ("Affected strand(s)", F.NOTE),
    ),
    _of(
        "aims with dates",
        ("No.", F.REF),
        ("Aim", F.OBJECTIVE),
        ("Lead", F.LEAD_AGENCY),
        ("Target date", F.TIMESCALE),
    ),
    _of(
        "themes first",
        ("Theme", F.THEME),
        ("Actions", F.ACTION),
        ("Outcomes", F.MEASURE),
        ("Named CSP lead", F.LEAD_AGENCY),
        ("Lead organisation(s)", F.LEAD_AGENCY),
        ("“Developing” actions", F.ACTION),
        ("Quarterly RAG", F.STATUS),
    ),
    _of(
        "indicators by quarter",
        ("Indicator", F.MEASURE),
        ("Previous year's performance", F.BASELINE),
        ("Q1", F.UPDATE),
        ("Q2", F.UPDATE),
        ("Q3", F.UPDATE),
        ("Q4", F.UPDATE),
        ("Target", F.TARGET),
        ("Compared to last year", F.NOTE),
    ),
    _of(
        "indicator sheet",
        ("PI ref", F.REF),
        ("Lead member/chief officer", F.LEAD_AGENCY),
        ("Polarity", F.NOTE),
        ("Reporting frequency", F.NOTE),
        ("Format (number, %)", F.NOTE),
        ("PI description", F.MEASURE),
        ("Q1 outturn", F.UPDATE),
        ("Target", F.TARGET),
        ("Pressure point", F.NOTE),
        ("Comments", F.UPDATE),
        ("LAA flag", F.NOTE),
    ),
    _of(
        "duties",
        ("No.", F.REF),
        ("Guidance requirement", F.OBJECTIVE),
        ("Work to date", F.UPDATE),
        ("Action required", F.ACTION),
    ),
    _of(
        "guidance",
        ("Guidance extract", F.OBJECTIVE),
        ("Current position", F.UPDATE),
        ("Further action/recommendations", F.ACTION),
    ),
    _of(
        "outcomes last",
        ("Objective", F.OBJECTIVE),
        ("Actions", F.ACTION),
        ("Timescale", F.TIMESCALE),
        ("Lead", F.LEAD_AGENCY),
        ("Outcomes (how we will know)", F.MEASURE),
    ),
    _of(
        "dated progress",
        ("Recommendation", F.OBJECTIVE),
        ("Responsible", F.LEAD_AGENCY),
        ("Target date", F.TIMESCALE),
        ("Progress at June 2012", F.UPDATE),
        ("Progress at December 2012", F.UPDATE),
    ),
    _of(
        "review recommendations",
        ("Recommendation", F.OBJECTIVE),
        ("Scope (local/regional/national)", F.NOTE),
        ("Action", F.ACTION),
        ("Lead agency", F.LEAD_AGENCY),
        ("Key milestones", F.TIMESCALE),
        ("Target date", F.TIMESCALE),
        ("Completion date and outcome", F.UPDATE),
    ),
    _of(
        "plain questions",
        ("Ref", F.REF),
        ("What do we want to achieve?", F.OBJECTIVE),
        ("What will we do?", F.ACTION),
        ("How will we measure success?", F.MEASURE),
        ("Who is responsible?", F.LEAD_AGENCY),
        ("By when?", F.TIMESCALE),
        ("Resources", F.FUNDING),
        ("RAG", F.STATUS),
    ),
)
