"""Stale text, open targets, ended measures, missing work, funding in place of doing."""

import pytest

from jointaction.domain.claims.questions import Kind
from tests.domain.claims.placed import an_update, asked, asked_of


@pytest.mark.parametrize(
    "text",
    [
        "No walkabouts were made in Q1 or Q2.",
        "Evaluation is being done for completion in Q3.",
        "Continued from Quarter 1.",
        "Thefts fell by 44% in September to 31 offences.",
        "Robbery rose by 3% from April to August.",
        "Between May and August 9 visits were made.",
        "The report will be presented to the group in December.",
    ],
)
def test_text_older_than_its_quarter_is_asked_about(text):
    (question,) = asked_of(Kind.STALE, text)
    assert question.quote.rstrip(".") in text


@pytest.mark.parametrize(
    "text",
    [
        "The second round starts in Q4.",
        "Figures for Q1 to Q4 are complete.",
        "The street pastors began in November with 18 volunteers.",
        "The rota should be out in June.",
        "The report was to be presented in December. It was presented then and agreed.",
        "Fire damage may be higher to be sure.",
        "Four walkabouts in February.",
    ],
)
def test_text_of_its_own_quarter_is_left_alone(text):
    assert asked_of(Kind.STALE, text) == []


def test_an_unanswered_target_is_asked_about_with_its_missing_baseline():
    measures = ("Reduce burglary by 6% by the end of 2031",)
    (question,) = asked_of(Kind.TARGET, "Patrols went out.", measures=measures)
    assert question.quote == measures[0]
    assert "baseline" in question.reason


def test_a_target_that_is_answered_or_not_yet_due_is_left_alone():
    measures = ("Reduce burglary by 6% by the end of 2031",)
    assert asked_of(Kind.TARGET, "Burglary fell by 5%, so the target was met.", measures=measures) == []
    assert asked_of(Kind.TARGET, "Patrols went out.", measures=measures, period="2030-31 Q2") == []
    assert asked_of(Kind.TARGET, "Three newsletters sent.", measures=("2 newsletters sent",)) == []


def test_an_undecided_measure_is_asked_about():
    assert len(asked_of(Kind.TARGET, "Fewer thefts.", measures=("TBC with the police",))) == 1


def test_a_measure_whose_source_ended_is_asked_about_from_that_year_on():
    measures = ("Fewer people worried, as told by the Place Survey",)
    (question,) = asked_of(Kind.MEASURE_ENDED, "Supported.", measures=measures)
    assert "2010" in question.reason
    assert (
        asked_of(Kind.MEASURE_ENDED, "Supported.", measures=measures, plan_year="2007-08", period=None) == []
    )


def test_missing_work_is_asked_about():
    assert len(asked_of(Kind.OPEN_NEED, "No evaluation was made of the sessions.")) == 1
    assert len(asked_of(Kind.OPEN_NEED, "A register is still needed.")) == 1
    assert asked_of(Kind.OPEN_NEED, "The audit trail was reviewed.") == []


def test_updates_that_tell_of_money_alone_are_one_question_a_year():
    one = an_update("Done within existing resources")
    other = an_update("Funding provided", ref="2.1")
    told = an_update("Funding provided; 14 sessions held", ref="2.2")
    (question,) = asked(Kind.ONLY_FUNDING, one, other, told)
    assert question.places == (one, other)


def test_a_year_end_update_that_still_looks_forward_to_a_quarter_is_asked_about():
    assert len(asked_of(Kind.STALE, "This will be picked up in Quarter 3.", period="2030-31")) == 1
    assert asked_of(Kind.STALE, "12 visits in Q1 and 8 in Q2.", period="2030-31") == []
