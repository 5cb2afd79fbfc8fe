import pytest

from jointaction.domain.digits import number_in


@pytest.mark.parametrize(
    ("words", "number"),
    [("0", 0), ("12", 12), ("9" * 9, 999_999_999), ("9" * 10, None), ("9" * 5000, None)]
    + [(words, None) for words in ("", "-1", "1.5", "²", " 7", "seven")],
)
def test_a_number_is_read_from_digits_that_are_not_too_many(words, number):
    assert number_in(words) == number


def test_how_many_digits_are_read_can_be_said():
    assert (number_in("123", most=2), number_in("1" * 17, most=17)) == (None, int("1" * 17))
