import pytest

from jointaction.domain.fields import Field
from jointaction.sources.documents.fitness import Known, fit, is_codes, is_ref
from tests.sources.documents.stage_values import stock

KNOWN = Known(
    stock("probation rescue"),
    {
        Field.LEAD_AGENCY: frozenset({"police", "northmoor council"}),
        Field.LEAD_GROUP: frozenset({"market group"}),
    },
)


@pytest.mark.parametrize("text", ["1", "1.1", "2.3.1", "A3", "CS-04", "2b", "1.", "(4)", "Action 12", "RC1"])
def test_references_are_known(text):
    assert is_ref(text)


@pytest.mark.parametrize("text", ["0", "Police", "2008-2009", "March 2012", "Run patrols", "", "1234"])
def test_other_texts_are_no_references(text):
    assert not is_ref(text)


def test_codes_of_indicators_are_known():
    assert is_codes("NI17")
    assert is_codes("S-A1.5, NI 32 and NI16")
    assert not is_codes("Police")
    assert not is_codes("0")


@pytest.mark.parametrize(
    ("field", "good", "bad"),
    [
        (Field.REF, "1.1", "Run patrols"),
        (Field.INDICATOR, "NI17", "Police"),
        (Field.LEAD_AGENCY, "Police", "Market Group"),
        (Field.LEAD_GROUP, "Market Group", "Run evening patrols"),
        (Field.STATUS, "On track", "Run evening patrols on the path"),
        (Field.TIMESCALE, "March 2012", "Run evening patrols on the path"),
        (Field.FUNDING, "£400 bid", "Run evening patrols on the path"),
        (Field.ACTION, "Run patrols", "Number of patrols"),
        (Field.MEASURE, "Number of patrols", "Police"),
        (Field.TARGET, "15%", "Police"),
    ],
)
def test_a_text_suits_its_own_field_better(field, good, bad):
    assert fit(field, good, KNOWN) > fit(field, bad, KNOWN)
