from jointaction.domain.fields import Field
from jointaction.sources.documents.continuing import goes_on, is_finished, is_left_open
from tests.sources.documents.stage_values import stock


def test_a_text_goes_on_where_the_text_above_was_left_open():
    words = stock("probation rescue")

    assert goes_on(Field.ACTION, "Run patrols along the", "canal path", words) > 1
    assert goes_on(Field.ACTION, "Run patrols.", "canal path", words) < 0
    assert goes_on(Field.LEAD_AGENCY, "Police", "along the path", words) < 0
    assert goes_on(Field.LEAD_AGENCY, "Fire and Rescu", "e, Police", words) > 1


def test_ends_of_texts_are_told():
    assert is_finished("It rained.")
    assert is_finished("“It rained.”")
    assert not is_finished("It rained on the")
    assert is_left_open("It rained on the")
    assert is_left_open("Police,")
    assert not is_left_open("Police")
