"""Forms in the GOV.UK way."""

from datetime import date

import pytest
from django import forms

from jointaction.web.parts.forms import DatePartsField, GovForm


class MeetingForm(GovForm):
    place = forms.CharField(max_length=4, help_text="Its short name")
    day = DatePartsField(label="Day of the meeting")
    kind = forms.ChoiceField(choices=[("a", "Open"), ("b", "Closed")], widget=forms.RadioSelect)
    notes = forms.CharField(widget=forms.Textarea, required=False)
    paper = forms.FileField()


def sent(**answers: str) -> MeetingForm:
    return MeetingForm(answers)


def test_a_date_in_three_inputs_is_read_as_a_date():
    form = sent(day_day="27", day_month="3", day_year="2026")
    form.is_valid()
    assert form.cleaned_data["day"] == date(2026, 3, 27)


@pytest.mark.parametrize(
    "typed", [("31", "2", "2026"), ("27", "", "2026"), ("x", "3", "2026"), ("1/2", "3", "4")]
)
def test_what_is_no_date_is_refused_with_a_sentence(typed: tuple[str, str, str]):
    day, month, year = typed
    form = sent(day_day=day, day_month=month, day_year=year)
    assert form.errors["day"] == [
        "That is not a date. Write it as day, month and year, for example 27 3 2026."
    ]


def test_what_was_typed_stays_in_the_three_inputs():
    drawn = str(sent(day_day="31", day_month="Feb", day_year="2026")["day"])
    assert [f'value="{part}"' in drawn for part in ("31", "Feb", "2026")] == [True] * 3


def test_a_date_given_first_stands_in_the_three_inputs():
    drawn = str(MeetingForm(initial={"day": date(2026, 3, 27)})["day"])
    assert [f'value="{part}"' in drawn for part in ("27", "3", "2026")] == [True] * 3


def test_a_date_left_empty_is_missing_and_not_wrong():
    assert sent(day_day=" ", day_month="", day_year="").errors["day"] == ["Fill in “Day of the meeting”."]


def test_an_error_leads_to_the_first_input_of_its_field():
    form = MeetingForm()
    assert [form[name].first_input_id for name in ("place", "day", "kind")] == [
        "id_place",
        "id_day_day",
        "id_kind_0",
    ]


def test_errors_name_the_field():
    errors = sent(place="too long").errors
    assert errors["place"] == ["“Place” may have 4 characters at most; this has 8."]
    assert errors["kind"] == ["Choose an answer under “Kind”."]
    assert errors["paper"] == ["Choose a file under “Paper”."]


def test_a_forms_own_sentence_is_kept():
    class OwnWords(GovForm):
        place = forms.CharField(error_messages={"required": "Where is it?"})

    assert OwnWords({}).errors["place"] == ["Where is it?"]


def test_one_forms_sentences_do_not_reach_another():
    class Second(GovForm):
        place = forms.CharField(label="Venue")

    sent()
    assert Second({}).errors["place"] == ["Fill in “Venue”."]


def test_a_short_answer_gets_a_short_input():
    assert "govuk-input--width-4" in str(MeetingForm()["place"])


def test_a_wrong_answer_is_marked_and_described():
    drawn = str(sent(place="too long")["place"])
    assert "govuk-input--error" in drawn
    assert 'aria-describedby="id_place_helptext id_place_error"' in drawn


def test_what_may_be_left_out_says_so():
    drawn = str(MeetingForm())
    assert "Notes (optional)" in drawn
    assert "Place (optional)" not in drawn


def test_typed_markup_is_shown_as_text():
    assert "<b>" not in str(sent(place="<b>", notes="</textarea><b>"))
