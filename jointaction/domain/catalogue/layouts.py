"""The layouts that come with the product: what partnerships have used since 2001, and plain ones of ours."""

from jointaction.domain.drafts import ColumnDraft
from jointaction.domain.fields import Field
from jointaction.domain.layouts import Layout

F = Field


def _by_quarter(heading: str, field: Field) -> ColumnDraft:
    return ColumnDraft(heading, field, by_quarter=True)


def _layout(key: str, name: str, described: str, *columns: ColumnDraft | tuple[str, Field]) -> Layout:
    made = tuple(
        column if isinstance(column, ColumnDraft) else ColumnDraft(column[0], column[1]) for column in columns
    )
    return Layout(key, name, made, described)


PLAIN = _layout(
    "plain",
    "Plain words, with a status",
    "A first layout for a partnership that has none: what, who, by when, how it stands.",
    ("Ref", F.REF),
    ("Objective", F.OBJECTIVE),
    ("Actions", F.ACTION),
    ("Measures", F.MEASURE),
    ("Lead agency", F.LEAD_AGENCY),
    ("Timescale", F.TIMESCALE),
    ("Status", F.STATUS),
    ("Update", F.UPDATE),
)
_OF_PLANS = (
    _layout(
        "eight-columns-quarter",
        "Eight columns with the quarter’s update",
        "Objectives by theme with national indicators, a lead agency and a lead group.",
        ("JAG ref", F.REF),
        ("Objective", F.OBJECTIVE),
        ("Actions", F.ACTION),
        ("Performance indicator/outcome", F.MEASURE),
        ("Ref to National Indicators", F.INDICATOR),
        ("Lead agency", F.LEAD_AGENCY),
        ("Lead Action Group(s)", F.LEAD_GROUP),
        ColumnDraft("Update", F.UPDATE, by_area=False),
    ),
    _layout(
        "eight-columns-areas",
        "Eight columns, updates side by side for each area",
        "The same with shorter headings; where neighbourhood teams report apart, each has its column.",
        ("JAG ref", F.REF),
        ("Objective", F.OBJECTIVE),
        ("Actions", F.ACTION),
        ("Measure", F.MEASURE),
        ("Ref to National Indicators", F.INDICATOR),
        ("Lead agency", F.LEAD_AGENCY),
        ("Lead Group", F.LEAD_GROUP),
        ("Update", F.UPDATE),
    ),
    _layout(
        "posts-and-support",
        "Posts that lead, who supports, by when",
        "Aims with the post that leads, the agencies that help, and a timescale.",
        ("Ref", F.REF),
        ("Aim", F.OBJECTIVE),
        ("Action", F.ACTION),
        ("Measure", F.MEASURE),
        ("Lead", F.LEAD_AGENCY),
        ("Support", F.SUPPORT),
        ("Timescale", F.TIMESCALE),
        ("Update", F.UPDATE),
    ),
    _layout(
        "questions",
        "Plain questions as headings",
        "For readers outside the partnership: every heading is a question.",
        ("Ref", F.REF),
        ("What do we want to achieve?", F.OBJECTIVE),
        ("What will we do?", F.ACTION),
        ("How will we know?", F.MEASURE),
        ("Who is responsible?", F.LEAD_AGENCY),
        ("By when?", F.TIMESCALE),
        ("Funding", F.FUNDING),
        ("Status", F.STATUS),
    ),
    _layout(
        "outcomes-last",
        "Outcomes last",
        "A short plan for several years, without updates.",
        ("Objective", F.OBJECTIVE),
        ("Actions", F.ACTION),
        ("Timescale", F.TIMESCALE),
        ("Lead", F.LEAD_AGENCY),
        ("Outcomes (how we will know)", F.MEASURE),
    ),
    _layout(
        "aims-and-dates",
        "Aims with dates and a status",
        "One line an aim: who leads, the date, how it stands.",
        ("No.", F.REF),
        ("Aim", F.OBJECTIVE),
        ("Lead", F.LEAD_AGENCY),
        ("Target date", F.TIMESCALE),
        ("Status", F.STATUS),
    ),
    _layout(
        "theme-column",
        "One table with a theme column",
        "Themes as a column, actions rather than objectives, and whom each concerns.",
        ("Number", F.REF),
        ("Theme", F.THEME),
        ("Action", F.ACTION),
        ("Lead organisation(s)", F.LEAD_AGENCY),
        ("Update", F.UPDATE),
        ("Affected strand(s)", F.NOTE),
    ),
    _layout(
        "themes-status-quarters",
        "Themes first, a status each quarter",
        "Actions and outcomes by theme, with how they stood in each quarter of the year.",
        ("Theme", F.THEME),
        ("Actions", F.ACTION),
        ("Outcomes", F.MEASURE),
        ("Lead organisation(s)", F.LEAD_AGENCY),
        _by_quarter("Status", F.STATUS),
    ),
)
_OF_ACTIONS = (
    _layout(
        "actions-and-funding",
        "Actions, funding and targets",
        "What is to be done, who pays, and the output expected by a date.",
        ("Actions", F.ACTION),
        ("Lead agency/officer", F.LEAD_AGENCY),
        ("Funding", F.FUNDING),
        ("Output target and date(s)", F.TARGET),
    ),
    _layout(
        "costed-actions",
        "Costed actions",
        "Actions with what each costs and the national indicator it serves.",
        ("Action", F.ACTION),
        ("Lead agency/officer", F.LEAD_AGENCY),
        ("Timescales (when achieved by)", F.TIMESCALE),
        ("Indicative costs", F.FUNDING),
        ("National indicator", F.INDICATOR),
        ("From strategic assessment", F.NOTE),
    ),
    _layout(
        "numbered-actions",
        "Numbered actions with an outcome",
        "Each action with its lead, its partners and the date it is to be complete.",
        ("Action no.", F.REF),
        ("Action", F.ACTION),
        ("Lead", F.LEAD_AGENCY),
        ("Partner", F.SUPPORT),
        ("Outcome", F.MEASURE),
        ("Completion date", F.TIMESCALE),
    ),
    _layout(
        "objective-action-lead",
        "Objective, action, timescale, lead",
        "A delivery plan on one page, with the latest update.",
        ("Objective", F.OBJECTIVE),
        ("Action", F.ACTION),
        ("Timescale", F.TIMESCALE),
        ("Lead officer/agency", F.LEAD_AGENCY),
        ("Update", F.UPDATE),
    ),
)
_OF_RESULTS = (
    _layout(
        "targets-and-comments",
        "Targets against results, quarter by quarter",
        "A monitoring report: the target, whether it is on target, and comments for each quarter.",
        ("Objective", F.OBJECTIVE),
        ("Target", F.TARGET),
        ("On-target marker", F.STATUS),
        _by_quarter("Comments on actions", F.UPDATE),
    ),
    _layout(
        "indicators-quarters",
        "Indicators with a figure each quarter",
        "A performance report: last year, the four quarters, the target and the comparison.",
        ("Objective", F.OBJECTIVE),
        ("Performance indicator", F.MEASURE),
        ("Previous year's performance", F.BASELINE),
        _by_quarter("Outturn", F.UPDATE),
        ("Target", F.TARGET),
        ("Compared to last year", F.NOTE),
    ),
    _layout(
        "indicator-sheet",
        "Indicator sheet",
        "One line an indicator: who answers for it, how it is counted, the outturn against the target.",
        ("PI ref", F.REF),
        ("Objective", F.OBJECTIVE),
        ("PI description", F.MEASURE),
        ("Lead member/chief officer", F.LEAD_AGENCY),
        ("Polarity", F.NOTE),
        ("Reporting frequency", F.NOTE),
        ("Outturn", F.UPDATE),
        ("Target", F.TARGET),
        ("Pressure point", F.NOTE),
    ),
)
_OF_DUTIES = (
    _layout(
        "duties",
        "Duties and what is still required",
        "What guidance asks, the work so far, and the action still needed.",
        ("No.", F.REF),
        ("Guidance requirement", F.OBJECTIVE),
        ("Work to date", F.UPDATE),
        ("Action required", F.ACTION),
    ),
    _layout(
        "guidance",
        "Guidance against the present position",
        "The words of the guidance, where the partnership stands, what it will do.",
        ("Guidance extract", F.OBJECTIVE),
        ("Current position", F.UPDATE),
        ("Further action/recommendations", F.ACTION),
    ),
    _layout(
        "recommendations-dated",
        "Recommendations with progress each quarter",
        "Who is responsible, by when, and the progress reported on.",
        ("Recommendation", F.OBJECTIVE),
        ("Responsible", F.LEAD_AGENCY),
        ("Target date", F.TIMESCALE),
        _by_quarter("Progress", F.UPDATE),
    ),
    _layout(
        "review-recommendations",
        "Recommendations of a review",
        "For reviews after a death: the recommendation, its scope, and the outcome.",
        ("Recommendation", F.OBJECTIVE),
        ("Scope (local/regional/national)", F.NOTE),
        ("Action", F.ACTION),
        ("Lead agency", F.LEAD_AGENCY),
        ("Target date", F.TIMESCALE),
        ("Completion date and outcome", F.UPDATE),
    ),
)
LAYOUTS: dict[str, Layout] = {
    layout.key: layout for layout in (PLAIN, *_OF_PLANS, *_OF_ACTIONS, *_OF_RESULTS, *_OF_DUTIES)
}
