"""Figures read from prose: value, unit, way, thing, place, time; what is no figure; targets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointaction.domain.claims.figures import read_figures
from jointaction.domain.claims.values import Direction, Unit


def told(text: str) -> list[tuple[float, str]]:
    return [(fact.value, fact.unit.value) for fact in read_figures(text).facts]


def things(text: str) -> list[str]:
    return [fact.what for fact in read_figures(text).facts]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Eight forum meetings held.", [8]),
        ("Twenty-one patrols and one hundred and five visits.", [21, 105]),
        ("Arrests x 3", [3]),
        ("X7 case meetings, X27 contracts", [7, 27]),
        ("8 wins and 5 losses", [8, 5]),
        ("30 out of 34 alarms", [30, 34]),
        ("almost 200 pagers, about 4,000 leaflets", [200, 4000]),
        ("No walkabouts made", [0]),
        ("No survey was carried out", [0]),
        ("the third highest rise of all districts", [3]),
        ("a dozen volunteers", [12]),
        ("1.5 million visits", [1_500_000]),
        ("Teams of 5 patrol 3 times a week", [5, 3]),
    ],
)
def test_numbers_are_read_as_words_digits_and_nils(text, values):
    assert [value for value, _ in told(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "Approved on 25th November 2008 and signed 12/03/2009.",
        "It ran from 3rd – 8th May, 1900-0200hrs.",
        "Set up for July 2030 – May 2031 under the 2030-33 plan.",
        "Open 24/7, or from 6pm to 9.30pm.",
        "Seized under section 165 of the Road Traffic Act 1988.",
        "Funded by NI16 in A6, Q1 and Q2/3.",
        "Call 101 or 0300 123 4567.",
        "A 9 month trial, then 28 days, reviewed 6 weekly.",
        "For 16-17 year olds and under 18s in Year 6.",
        "100% hangover free gifts.",
        "One of the volunteers spoke; no one objected.",
        "No Cold Calling signs and no formal complaint procedure.",
        "No update received.",
        "See 5.1 for the rest.",
        "1. Hold meetings",
        "Held at Flats 2-18 Mill House and in wards 3 and 7.",
        "Years 7 and 8 and Year 9 pupils came.",
        "Nil return from the fire service.",
        "Drove at speed in a 40 limit.",
    ],
)
def test_dates_times_names_and_lengths_are_no_figures(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Burglary is down by 9%.", [(9, "percent_change")]),
        ("Detections increased to 62% (+11%).", [(62, "rate"), (11, "percentage_points")]),
        ("Satisfaction is up 3 percentage points to 78%.", [(3, "percentage_points"), (78, "rate")]),
        ("40% of calls were about noise.", [(40, "rate")]),
        ("A grant of £1,500 was paid.", [(1500, "GBP")]),
        ("Wardens gave 130 patrol hours.", [(130, "hours")]),
        ("2.4 incidents per 1,000 residents.", [(2.4, "rate")]),
        ("Violence (-1.6%) fell.", [(1.6, "percent_change")]),
        ("Thefts fell by two thirds.", [(66.7, "percent_change")]),
        ("Violence rose from 4.2 to 4.8 per 1,000 people.", [(4.2, "rate"), (4.8, "rate")]),
        ("12 volunteers completed 36 hours of training.", [(12, "count"), (36, "hours")]),
        ("46 incidents Apr-Jun, 28 Oct-Dec.", [(46, "count"), (28, "count")]),
    ],
)
def test_the_unit_follows_from_the_words_around_a_number(text, figures):
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Offences fell by 5 to 13.", [Direction.DOWN, Direction.DOWN]),
        ("We saw 7 further thefts.", [Direction.UP]),
        ("Theft (+2%) and damage (-4%).", [Direction.UP, Direction.DOWN]),
        ("24 contracts signed.", [None]),
        ("A 12% rise in town and an 8% drop in the villages.", [Direction.UP, Direction.DOWN]),
        ("Robbery fell in Ash by 9% and in Elm rose by 3%.", [Direction.DOWN, Direction.UP]),
    ],
)
def test_the_direction_is_the_nearest_word_of_change(text, ways):
    assert [fact.direction for fact in read_figures(text).facts] == ways


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24 trained wardens to issue notices", ["trained wardens to issue notices"]),
        ("14x drivers were tested and warned", ["drivers tested and warned"]),
        ("Drop-ins run: 4 in Ash, 3 in Elm", ["Drop-ins run – Ash", "Drop-ins run – Elm"]),
        ("Knife test purchases; 8 failures", ["failures, Knife test purchases"]),
        (
            "A reduction of 38% for theft from cars and 14% for theft of cars",
            ["theft from cars", "theft of cars"],
        ),
        ("Noise meter lent to 9 homes", ["homes, Noise meter lent"]),
        ("Violence with injury fell by 2.1%.", ["Violence with injury"]),
        ("Bin fires remain at 5.", ["Bin fires"]),
        ("Bin fires in Ash town are down 18%.", ["Bin fires – Ash"]),
        ("Bin fires (NI33) fell by 12%.", ["Bin fires"]),
    ],
)
def test_the_thing_is_the_phrase_the_number_counts(text, expected):
    found = things(text)
    if text.startswith("A reduction"):
        assert [what.split()[0] for what in found] == ["theft", "theft"]
    else:
        assert found == expected


def test_a_lost_bullet_does_not_run_two_things_together():
    assert things("23 mediation meetings Noise meter lent to 9 homes") == [
        "mediation meetings",
        "homes, Noise meter lent",
    ]


def test_a_thin_word_takes_the_objective_as_its_topic():
    (fact,) = read_figures("66 offences.", topic="Reduce vehicle crime").facts
    assert fact.what == "offences – vehicle crime"


def test_place_and_time_come_from_the_words_and_give_way_to_the_table():
    (fact,) = read_figures("Shoplifting rose by 20% in Ash in September.").facts
    assert (fact.place, fact.when, fact.area, fact.period) == ("Ash", "in September", "Ash", "in September")
    (fact,) = read_figures("Shoplifting rose by 20% in Ash.", area="North", period="2030-31 Q1").facts
    assert (fact.place, fact.area, fact.period) == ("Ash", "North", "2030-31 Q1")


def test_each_number_of_a_list_of_places_keeps_its_own_place():
    facts = read_figures("Arson fell in Ash by 10%, Elm 3% and in Oakley fell by 18%.").facts
    assert [fact.place for fact in facts] == ["Ash", "Elm", "Oakley"]


def test_comparisons_are_quoted_and_hedges_marked():
    (fact,) = read_figures("Almost 90 calls, compared with the same month last year.").facts
    assert fact.comparison == "compared with the same month last year"
    assert fact.hedge == "almost"
    low, high = read_figures("20-25 people came.").facts
    assert (low.hedge, high.hedge) == ("range", "range")


def test_a_target_tells_its_bound_and_its_date():
    (target,) = read_figures("Reduce metal theft by 7% by June 2030").targets
    assert (target.value, target.unit, target.bound, target.by) == (
        7,
        Unit.PERCENT_CHANGE,
        "reduce by",
        "June 2030",
    )


def test_a_level_moves_where_its_change_is_told_after_it():
    facts = read_figures("22 of 184 cases (12%), up from 9% in 2011-12.").facts
    assert [(fact.value, fact.direction) for fact in facts] == [
        (22, None),
        (184, None),
        (12, Direction.UP),
        (9, None),
    ]


def test_each_number_has_the_bound_said_nearest_before_it():
    found = read_figures("Hold at least four surgeries a year and cancel no more than 2", is_plan=True)
    assert [(target.value, target.bound) for target in found.targets] == [(4, "at least"), (2, "at most")]


def test_a_baseline_is_where_a_target_starts_and_no_target():
    found = read_figures("Reduce incidents by 10% by March 2031 from a baseline of 2,310", is_plan=True)
    assert [target.value for target in found.targets] == [10]


def test_in_a_plan_every_number_is_to_be_reached():
    found = read_figures("At least 2 case studies published", is_plan=True)
    assert not found.facts
    assert [(target.value, target.bound) for target in found.targets] == [(2, "at least")]


def test_a_promise_with_a_date_is_a_fact_and_a_target():
    found = read_figures("5 shelters are due to be lit by the end of May.")
    assert [fact.value for fact in found.facts] == [5]
    assert [target.by for target in found.targets] == ["the end of May"]


@given(st.text(alphabet="abc xX0123456789%£+-(),.;:\n•–No", max_size=120))
def test_any_text_is_read_and_every_quote_stands_in_it(text):
    found = read_figures(text)
    for figure in (*found.facts, *found.targets):
        assert figure.quote in text
        assert figure.value_text in text
        assert figure.value >= 0
