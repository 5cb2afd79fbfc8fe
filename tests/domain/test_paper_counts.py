"""The counts a paper begins with."""

from jointaction.domain.drafts import PlanDraft, ThemeDraft, UpdateDraft
from jointaction.domain.paper_counts import paper_counts
from jointaction.domain.reported import NOT_SAID
from jointaction.domain.statuses import NO_UPDATE, Colour, Shape, Status, StatusMark, StatusScheme
from tests.domain.drafts import a_row

QUARTER = "2031-32 Q4"
ON = Status("on", "On track", Shape.CIRCLE, Colour.GREEN, rank=2)
OFF = Status("off", "Off track", Shape.SQUARE, Colour.RED, rank=1)
LATER = Status("later", "Not due", Shape.DASH, Colour.GREY)
SCHEME = StatusScheme("three", "Three", (ON, OFF, LATER))
SAID = (UpdateDraft("Held", QUARTER),)


def a_plan(*rows, scheme=SCHEME):
    return PlanDraft("Safer Sheds", "2031-32", (ThemeDraft("1", "Thefts", rows),), scheme=scheme)


def test_every_status_is_counted_in_the_schemes_order_and_all_add_up():
    plan = a_plan(
        a_row("r1", updates=SAID, marks=(StatusMark("on", QUARTER),)),
        a_row("r2", updates=SAID),
        a_row("r3"),
    )
    counts = [(count.label, count.number, count.of) for count in paper_counts(plan, QUARTER)]
    assert counts == [
        ("Objectives", 3, 3),
        ("With an update for 2031-32 Quarter 4", 2, 3),
        ("On track", 1, 3),
        ("Off track", 0, 3),
        ("Not due", 0, 3),
        (NO_UPDATE.word, 1, 3),
        (NOT_SAID, 1, 3),
    ]
    assert sum(number for _, number, _ in counts[2:]) == 3


def test_without_a_scheme_updates_are_counted():
    plan = a_plan(a_row("r1", updates=SAID), a_row("r2"), scheme=None)
    counts = [(count.label, count.number) for count in paper_counts(plan, QUARTER)]
    assert counts[1:] == [("With an update for 2031-32 Quarter 4", 1), ("Without an update", 1)]
