"""A bar chart of one thing's figures: bars from zero, labels beside them, all as numbers for an SVG."""

from dataclasses import dataclass

from jointaction.domain.claims.charting import UNIT_WORDS, StatedIn, ThingOverTime

WIDTH, ROW, LABELS, VALUES = 640, 30, 150, 90
_ACROSS = WIDTH - LABELS - VALUES


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with its place in pixels, its label and the value as written."""

    label: str
    value: str
    x: float
    y: int
    width: float
    middle: int
    figure: StatedIn


@dataclass(frozen=True, slots=True)
class BarChart:
    """A chart as its template draws it; `zero` is where bars begin."""

    title: str
    unit: str
    height: int
    zero: float
    bars: tuple[Bar, ...]


def bar_chart(thing: ThingOverTime) -> BarChart:
    """The chart of one thing over time; falls go to the left of zero."""
    values = [figure.signed for figure in thing.figures]
    least, most = min(0.0, *values), max(0.0, *values)
    scale = _ACROSS / ((most - least) or 1)
    zero = LABELS - least * scale
    bars = tuple(_bar(figure, at, zero, scale) for at, figure in enumerate(thing.figures))
    title = thing.what[:1].upper() + thing.what[1:]
    return BarChart(title, UNIT_WORDS[thing.unit], ROW * len(bars) + 6, round(zero, 1), bars)


def _bar(figure: StatedIn, at: int, zero: float, scale: float) -> Bar:
    width = abs(figure.signed) * scale
    return Bar(
        label=figure.period,
        value=figure.fact.value_text,
        x=round(zero - width if figure.signed < 0 else zero, 1),
        y=ROW * at + 4,
        width=round(max(width, 1.0), 1),
        middle=ROW * at + 4 + ROW // 2,
        figure=figure,
    )
