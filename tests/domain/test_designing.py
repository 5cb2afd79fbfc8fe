import pytest

from jointaction.domain.designing import stepped


@pytest.mark.parametrize(
    ("step", "after"),
    [
        ("add", "abcx"),
        ("up-1", "abc"),
        ("up-3", "acb"),
        ("down-1", "bac"),
        ("down-3", "abc"),
        ("remove-1", "bc"),
        ("remove-3", "ab"),
        ("up-0", "abc"),
        ("down-9", "abc"),
        ("wash-1", "abc"),
        ("up-two", "abc"),
        ("up-" + "9" * 5000, "abc"),
    ],
)
def test_a_step_adds_moves_or_removes_one_line(step, after):
    assert "".join(stepped(tuple("abc"), step, "x")) == after
