"""Sums that do not come out, small bases, mixed comparisons, percent for points."""

import pytest

from jointaction.domain.claims.questions import Kind
from tests.domain.claims.placed import an_update, asked, asked_of


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Van theft rose 2% (three more thefts, bringing the total to 23).",
            "From 20 to 23 is +15.0%, not +2%.",
        ),
        ("Damage up 2% (from 17 to 18).", "From 17 to 18 is +5.9%, not +2%."),
        ("Burglary fell by 50% from 80 to 60.", "From 80 to 60 is -25.0%, not -50%."),
        ("76 of 84 (80%) said yes.", "76 of 84 is 90.5%, not 80%."),
    ],
)
def test_a_percentage_that_does_not_follow_is_asked_about(text, reason):
    (question,) = asked_of(Kind.ARITHMETIC, text)
    assert question.reason == reason
    assert question.quote in text
    assert question.quote.count("(") == question.quote.count(")")


@pytest.mark.parametrize(
    "text",
    [
        "Burglary fell by 25% from 80 to 60.",
        "Shop theft rose by 20% in Ash (301 to 361).",
        "76 of 84 (90%) said yes.",
        "Van theft rose 15% (three more thefts, bringing the total to 23).",
        "Ash fell 50%, Elm rose 15% (three more thefts, bringing the total to 23).",
        "Damage fell by 2% and 9 people were arrested from 4 to 9 March.",
    ],
)
def test_a_sum_that_comes_out_is_left_alone(text):
    assert asked_of(Kind.ARITHMETIC, text) == []


def test_a_part_above_its_whole_is_asked_about():
    assert len(asked_of(Kind.PARTS, "34 of 30 carriages fitted.")) == 1
    assert len(asked_of(Kind.PARTS, "12 people came, 15 of them for the first visit.")) == 1
    assert asked_of(Kind.PARTS, "30 of 34 carriages fitted; 12 people came, 5 of them young.") == []


def test_a_bare_percentage_and_a_tiny_base_are_asked_about():
    (question,) = asked_of(Kind.SMALL_NUMBERS, "Burglary is down by 9%.")
    assert "without the counts" in question.reason
    (question,) = asked_of(Kind.SMALL_NUMBERS, "Thefts in Ash fell by 41% to 12 thefts.")
    assert "fewer than 20" in question.reason


def test_a_percentage_with_large_counts_is_left_alone():
    assert asked_of(Kind.SMALL_NUMBERS, "Damage fell by 2% to 288 offences.") == []
    assert asked_of(Kind.SMALL_NUMBERS, "Burglary fell by 20% from 120 to 96 offences.") == []


def test_percent_signs_on_a_moved_share_are_asked_about():
    assert len(asked_of(Kind.POINTS, "Detections rose to 62% (+11%).")) == 1
    assert asked_of(Kind.POINTS, "Detections rose to 62%, up 11 percentage points.") == []


def test_areas_that_compare_with_different_times_are_asked_about_once():
    north = an_update("Burglary is down 9% on last year.", area="North")
    south = an_update("Burglary is down 12% in September.", area="South")
    alike = an_update("Burglary is down 12% on last year.", area="South")
    assert len(asked(Kind.COMPARATORS, north, south)) == 1
    assert asked(Kind.COMPARATORS, north, alike) == []
