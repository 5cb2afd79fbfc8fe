"""A plan for a wall as a file."""

from jointaction.domain.standing import StandingCount, StandingLine
from jointaction.domain.statuses import Colour, Shape, Status
from jointaction.queries.summaries import PlanSummary, ThemeStanding
from jointaction.reports.wall import wall_file_name, wall_pdf


def a_wall(title="Safer Sheds", statuses=()):
    lines = tuple(
        StandingLine(str(number), f"1.{number}", "Fewer boats", "Harbour office", status.word, status, ())
        for number, status in enumerate(statuses)
    )
    counts = tuple(StandingCount(status.word, status, 1) for status in statuses)
    themes = (ThemeStanding("Thefts", lines, counts),)
    return PlanSummary(
        1, "Yarrowdale", title, "2031-32", None, "", len(lines), 0, counts, themes, tuple(statuses)
    )


def test_its_file_name_keeps_the_words_of_its_title():
    assert wall_file_name(a_wall("Café & Quay's plan")) == "wall-cafe-and-quays-plan-2031-32.pdf"


def test_every_shape_is_drawn():
    statuses = [Status(shape.value, shape.value, shape, Colour.GREEN) for shape in Shape]
    drawn = {wall_pdf(a_wall(statuses=[status])) for status in statuses}
    assert len(drawn) == len(statuses)
