"""What of a plan a paper shows."""

from dataclasses import replace

from jointaction.domain.drafts import PlanDraft, ThemeDraft, UpdateDraft
from jointaction.domain.paper_choice import PaperChoice, chosen, theme_key
from jointaction.domain.statuses import StatusMark
from tests.domain.drafts import a_row

QUARTER = "2031-32 Q4"
NORTH, SOUTH, WHOLE = (UpdateDraft(f"Held {area}", QUARTER, area) for area in ("North", "South", None))
PLAN = PlanDraft(
    "Safer Sheds",
    "2031-32",
    (
        ThemeDraft(
            "1",
            "Thefts",
            (
                a_row("r1", updates=(NORTH, SOUTH), marks=(StatusMark("on", QUARTER, "South"),)),
                a_row("r2", updates=(SOUTH,)),
                a_row("r3"),
            ),
        ),
        ThemeDraft(None, "Getting home", (a_row("r4", updates=(WHOLE,)),)),
    ),
)
AGENCIES = {"r1": frozenset({1, 2}), "r2": frozenset({2}), "r4": frozenset({3})}


def keys(**choice):
    return [row.key for row in chosen(PLAN, PaperChoice(**choice), AGENCIES).rows]


def test_nothing_chosen_is_the_whole_plan():
    assert chosen(PLAN, PaperChoice(), AGENCIES) is PLAN


def test_themes_are_chosen_by_number_or_title():
    assert [theme_key(theme) for theme in PLAN.themes] == ["1", "Getting home"]
    assert keys(themes=("Getting home",)) == ["r4"]


def test_agencies_keep_the_objectives_they_are_named_in():
    assert keys(agencies=(1,)) == ["r1"]
    assert keys(agencies=(2, 3)) == ["r1", "r2", "r4"]
    assert keys(agencies=(9,)) == []


def test_areas_keep_their_updates_and_those_of_the_whole_district():
    assert keys(areas=("North",)) == ["r1", "r3", "r4"]
    first = chosen(PLAN, PaperChoice(areas=("North",)), AGENCIES).rows[0]
    assert first == replace(PLAN.rows[0], updates=(NORTH,), marks=())


def test_choices_narrow_each_other():
    assert keys(themes=("1",), agencies=(2,), areas=("South",)) == ["r1", "r2"]
