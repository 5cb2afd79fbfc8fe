import pytest

from jointaction.domain.designing import landing, stepped


@pytest.mark.parametrize(
    ("step", "after", "at"),
    [
        ("add", "abcx", 4),
        ("up-1", "abc", 1),
        ("up-3", "acb", 2),
        ("down-1", "bac", 2),
        ("down-3", "abc", 3),
        ("remove-1", "bc", 1),
        ("remove-3", "ab", 2),
        ("up-0", "abc", 1),
        ("down-9", "abc", 3),
        ("wash-1", "abc", None),
        ("up-two", "abc", None),
    ],
)
def test_a_step_moves_one_line_and_says_where_to_look(step, after, at):
    lines = stepped(tuple("abc"), step, "x")
    assert "".join(lines) == after
    assert landing(step, len(lines)) == at


def test_nothing_is_left_to_look_at_when_the_last_line_is_gone():
    assert stepped(("a",), "remove-1", "x") == ()
    assert landing("remove-1", 0) is None
