"""What an answer becomes in the plan: new words as new words, no change as no change."""

from hypothesis import given
from hypothesis import strategies as st

from jointaction.domain.answers import AnswerWords, Told, are_unchanged, first_told, update_text

BEFORE = Told("2031-32 Q4", "Three fairs held\nAlarms all lent")


def test_new_words_stand_as_they_were_written():
    assert update_text(AnswerWords(" Four fairs "), BEFORE) == "Four fairs"


def test_no_change_says_since_when_and_repeats_what_was_said_then_as_such():
    said = update_text(AnswerWords(as_before=True), BEFORE)
    assert said.startswith("No change since 2031-32 Quarter 4, when this was reported:\n")
    assert said.endswith(BEFORE.text)


def test_no_change_with_words_says_both():
    said = update_text(AnswerWords("Waiting for the grant.", as_before=True), BEFORE)
    assert said == "No change since 2031-32 Quarter 4. Waiting for the grant."


def test_no_change_where_nothing_was_ever_said_pretends_nothing():
    assert update_text(AnswerWords(as_before=True), None) == "No change."


@given(st.text(min_size=1), st.integers(1, 4))
def test_no_change_over_several_quarters_leads_back_to_what_was_really_said(text, quarters):
    last = first_told("2031-32 Q4", text)
    for quarter in range(1, quarters + 1):
        said = update_text(AnswerWords(as_before=True), last)
        last = first_told(f"2032-33 Q{quarter}", said)
    assert last == first_told("2031-32 Q4", text)


def test_no_change_in_somebodys_own_words_is_what_they_said():
    said = "No change since last week, when this was reported:\nThree fairs held"
    assert first_told("2031-32 Q4", said) == Told("2031-32 Q4", said)


def test_a_status_alone_is_no_answer_and_not_nothing():
    words = AnswerWords(status="on-track")
    assert (words.is_given, words.is_empty) == (False, False)
    assert AnswerWords().is_empty
    assert AnswerWords(as_before=True).is_given


def test_unchanged_is_said_and_nothing_else_is():
    assert AnswerWords(as_before=True).is_unchanged
    assert AnswerWords(" ", status_reason=" ", as_before=True).is_unchanged
    more = ({"text": "Yes"}, {"status": "at-risk"}, {"status_reason": "No money"}, {"as_before": False})
    assert not any(AnswerWords(**{"as_before": True} | each).is_unchanged for each in more)
    assert are_unchanged([AnswerWords(as_before=True)])
    assert not are_unchanged([AnswerWords(as_before=True), AnswerWords()])
    assert not are_unchanged([])
