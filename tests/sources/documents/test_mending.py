import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointaction.sources.documents.mending import BROKEN, SOFT, cut_join, mended
from tests.sources.documents.made_words import AIMS, MEASURES, THINGS, UPDATES
from tests.sources.documents.stage_values import stock

STOCK = stock(
    "probation agency implemented the anti-social plan", "serious engagement of youth", "reduce crime"
)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Probati on, Police", "Probation, Police"),
        ("Lead agenc y", "Lead agency"),
        ("on the 27 th of June", "on the 27th of June"),
        ("met on 19 th .", "met on 19th."),
        ("in- kind support", "in-kind support"),
        ('being built"Know your limits"', 'being built "Know your limits"'),
    ],
)
def test_broken_words_are_put_together(broken, whole):
    assert mended(broken, STOCK).text == whole


@pytest.mark.parametrize(
    "text",
    [
        "Inspectors/ Sergeants",
        "2008 -2009",
        "14 % fewer",
        "Arrests x 3 made",
        "short- and long-term",
        "feedback - signposting",
        "one e-bike",
        "based on e-scooters",
    ],
)
def test_other_blanks_stay(text):
    assert mended(text, STOCK).text == text


def test_each_word_put_together_is_told():
    assert mended("Probati on and agenc y", STOCK).rejoined == ("Probati on", "agenc y")


def test_a_hyphen_at_a_narrow_columns_line_end_keeps_its_word_together():
    assert mended(f"multi-{SOFT}agency and low{SOFT}cost", STOCK).text == "multi-agency and low cost"


def test_a_fragment_that_filled_its_line_joins_the_next():
    assert mended(f"pamphlets/ma{BROKEN}gazines", STOCK).text == "pamphlets/magazines"
    assert mended(f"Reduce{BROKEN}burglary", STOCK).text == "Reduce burglary"


@pytest.mark.parametrize(
    ("left", "right", "word"),
    [
        ("SERIO", "OUS", "SERIOUS"),
        ("YOUT", "H", "YOUTH"),
        ("ENGAGEMEN", "NT", "ENGAGEMENT"),
        ("cri", "me", "crime"),
    ],
)
def test_a_word_cut_by_a_cells_edge_is_whole_again(left, right, word):
    assert cut_join(left, right, STOCK) == word


def test_two_whole_words_at_a_cells_edge_are_not_joined():
    assert cut_join("plan", "of", STOCK) is None


@given(st.lists(st.sampled_from(AIMS + MEASURES + THINGS + UPDATES), min_size=1, max_size=5))
def test_unbroken_text_is_never_changed(texts):
    text = " ".join(texts)

    assert mended(text, stock(*texts)).text == text


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("informati", "on"), "information"),
        (("commiss", "ioner"), "commissioner"),
        (("neighbo", "ur"), "neighbour"),
        (("quarter", "."), "quarter."),
        (("Mill/Lock", "saw"), "Mill/Lock saw"),
    ],
)
def test_words_broken_in_a_narrow_cell_are_whole_again(lines, whole):
    text = BROKEN.join(lines)

    assert mended(text, stock("\n".join(lines), "\n".join(lines))).text == whole
