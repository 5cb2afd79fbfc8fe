import pytest

from tests.sources.documents.stage_values import stock

PLAN = (
    "The agency met the tenants",
    "Volunteers implemented it",
    "the trading standards desk of trading law",
)


@pytest.mark.parametrize(
    ("left", "right"),
    [("agenc", "y"), ("implemente", "d"), ("Tradin", "g"), ("standa", "rds"), ("tenan", "ts")],
)
def test_parts_of_a_word_of_the_document_join(left, right):
    assert stock(*PLAN, f"{left} {right}").joins(left, right)


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("on", "going", "ongoing"),
        ("hot", "spot", "hotspot"),
        ("shop", "lifting", "shoplifting"),
        ("may", "be", "maybe"),
    ],
)
def test_words_the_author_writes_apart_stay_apart(left, right, whole):
    assert not stock(f"It is {left} {right} here", f"and {whole} there").joins(left, right)


def test_words_that_stand_on_their_own_elsewhere_stay_apart():
    texts = ("the overall score", "an over all view", "we ran all races", "walk over there")

    assert not stock(*texts).joins("over", "all")


def test_a_lost_plural_s_joins_its_noun():
    assert stock("the lamplighter met us", "each lamplighter s pole").joins("lamplighter", "s")


def test_capitals_do_not_join_small_letters():
    assert not stock("PoliceCouncil", "Police Council").joins("Police", "Council")


def test_a_single_capital_read_at_a_line_end_joins_a_known_word():
    assert stock("promotion opportunities", "promotion opportunitie S").joins("opportunitie", "S")
