import pytest

from jointaction.domain.catalogue.indicators import INDICATORS
from jointaction.domain.indicators import indicator_code, is_local_code


def test_the_national_indicators_of_community_safety_are_all_there_and_ended_together():
    assert {f"NI {number}" for number in range(15, 50)} <= set(INDICATORS)
    assert {meaning.ended_on.isoformat() for meaning in INDICATORS.values()} == {"2011-03-31"}


def test_each_has_a_title_a_sentence_and_a_source():
    assert all(meaning.title and meaning.source for meaning in INDICATORS.values())
    assert all(meaning.definition.endswith(".") for meaning in INDICATORS.values())


@pytest.mark.parametrize(
    ("words", "code"),
    [("NI17", "NI 17"), (" n.i. 017 ", "NI 17"), ("NI 15", "NI 15"), ("S-A1.5", "S-A1.5"), ("NIL", "NIL")],
)
def test_a_code_is_looked_up_however_it_is_written(words, code):
    assert indicator_code(words) == code


@pytest.mark.parametrize(("words", "is_local"), [("S-A1.5", True), ("SC10.1", True), ("NI 17", False)])
def test_codes_of_local_themes_are_known_by_their_look(words, is_local):
    assert is_local_code(words) is is_local
