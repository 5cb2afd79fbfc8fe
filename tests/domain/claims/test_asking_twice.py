"""What is said twice: two values, falling totals, the same passage, text unchanged since last round."""

from jointaction.domain.claims.questions import Kind, Question
from tests.domain.claims.placed import an_update, asked

MEETINGS = "{} doorstep mediation meetings (counting those held in halls)"


def test_the_key_of_a_question_bears_another_order_of_quotes_but_not_of_figures():
    fell, rose = ("Theft went from 20 to 12", "Theft went from 12 to 20")

    def key(*quotes):
        places = (an_update(fell), an_update(fell, ref="2.1"))
        return Question(Kind.TWO_VALUES, " / ".join(quotes), "", "", places).key

    assert key(fell, "Fires rose") == key("Fires rose", fell)
    assert key(fell) != key(rose)


def test_two_values_for_one_thing_are_asked_about_once_with_both_places():
    one, other = an_update(MEETINGS.format(15)), an_update(MEETINGS.format(36), ref="2.1")
    (question,) = asked(Kind.TWO_VALUES, one, other)
    assert question.places == (one, other)
    assert "15 and 36" in question.reason
    assert asked(Kind.SAME_PASSAGE, one, other) == []


def test_other_years_places_periods_and_areas_are_no_contradiction():
    one = an_update(MEETINGS.format(15))
    assert asked(Kind.TWO_VALUES, one, an_update(MEETINGS.format(36), plan_year="2031-32")) == []
    assert asked(Kind.TWO_VALUES, one, an_update(MEETINGS.format(36), period="2030-31 Q3")) == []
    assert asked(Kind.TWO_VALUES, one, an_update(MEETINGS.format(36), area="North")) == []
    assert asked(Kind.TWO_VALUES, one, an_update(MEETINGS.format(15), ref="2.1")) == []


def test_two_percentages_for_one_crime_in_one_cell_are_asked_about():
    cell = an_update(
        "Serious violent crime fell by 10.3%. It was a good year. Serious violent crime fell by 9.3%."
    )
    assert len(asked(Kind.TWO_VALUES, cell)) == 1


def test_a_list_of_cases_in_one_cell_is_no_contradiction():
    cell = an_update("4 worn brake pads on one van. 2 worn brake pads on a bus.")
    assert asked(Kind.TWO_VALUES, cell) == []


def test_a_total_that_falls_between_rounds_is_asked_about():
    before = an_update("1,500 property packs given out to date.", period="2030-31 Q2")
    after = an_update("1,200 property packs given out to date.", period="2030-31 Q3")
    more = an_update("1,700 property packs given out to date.", period="2030-31 Q3")
    (question,) = asked(Kind.FALLING_TOTAL, before, after)
    assert question.places == (before, after)
    assert asked(Kind.FALLING_TOTAL, before, more) == []


def test_the_same_passage_under_two_objectives_or_areas_is_asked_about():
    text = "The day with our neighbours led to several arrests and to many cars stopped on the border roads."
    one, other = an_update(text), an_update(f"As told elsewhere. {text}", ref="3.5")
    (question,) = asked(Kind.SAME_PASSAGE, one, other)
    assert "two objectives" in question.reason
    (question,) = asked(Kind.SAME_PASSAGE, an_update(text, area="North"), an_update(text, area="South"))
    assert "two areas" in question.reason


def test_a_shared_turn_of_phrase_is_no_passage():
    one = an_update("Noise fell compared with the same time last year.")
    other = an_update("Theft rose compared with the same time last year.", ref="2.1")
    assert asked(Kind.SAME_PASSAGE, one, other) == []


def test_text_unchanged_since_the_last_round_is_asked_about():
    before = an_update("Scheme stalled, awaiting an answer.", period="2030-31 Q2")
    after = an_update("Scheme stalled, awaiting an answer.", period="2030-31 Q3")
    moved = an_update("Scheme began.", period="2030-31 Q3")
    (question,) = asked(Kind.STALE, before, after)
    assert question.reason == "Nothing changed since 2030-31 Q2."
    assert asked(Kind.STALE, before, moved) == []
