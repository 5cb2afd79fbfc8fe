"""A plan on one page: for the public and councillors in words and counts, for a wall in boxes."""

from dataclasses import dataclass

from jointaction.domain.access import Viewer
from jointaction.domain.standing import (
    StandingCount,
    StandingLine,
    counts_sentence,
    promise_sentence,
    standing_counts,
    standing_lines,
)
from jointaction.domain.statuses import Status
from jointaction.domain.tables import theme_heading
from jointaction.queries.plans import reported_periods
from jointaction.queries.shown import shown_plan


@dataclass(frozen=True, slots=True)
class ThemeStanding:
    """A theme's objectives as they stand, and how many stand alike."""

    heading: str
    lines: tuple[StandingLine, ...]
    counts: tuple[StandingCount, ...]

    @property
    def counts_in_words(self) -> str:
        """How many stand alike: 2 on track, 1 no update received."""
        return counts_sentence(self.counts)


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """A whole plan as it stands in its latest reported period ("2008-09 Q4"), or in none yet."""

    id: int
    partnership: str
    title: str
    year: str
    period: str | None
    promise: str
    objectives: int
    reported: int
    counts: tuple[StandingCount, ...]
    themes: tuple[ThemeStanding, ...]
    key: tuple[Status, ...]

    @property
    def wall_state(self) -> str:
        """The year, and up to when the plan was reported on."""
        return f"{self.year}, as reported for {self.period}" if self.period else self.year


def plan_summary(viewer: Viewer, plan_id: int) -> PlanSummary:
    """How a plan stands; raises NotVisibleError when the viewer may not see it."""
    content = shown_plan(viewer, plan_id)
    plan = content.plan
    periods = reported_periods(plan)
    period = periods[-1] if periods else None
    themes = []
    for theme in plan.themes:
        lines = standing_lines(plan, theme.rows, period)
        themes.append(ThemeStanding(theme_heading(theme) or "", lines, standing_counts(lines)))
    everything = [line for theme in themes for line in theme.lines]
    return PlanSummary(
        id=content.id,
        partnership=viewer.partnership,
        title=plan.title or "",
        year=plan.year or "",
        period=period,
        promise=promise_sentence(plan),
        objectives=len(everything),
        reported=sum(not line.is_missing for line in everything),
        counts=standing_counts(everything),
        themes=tuple(themes),
        key=plan.scheme.statuses if plan.scheme else (),
    )
