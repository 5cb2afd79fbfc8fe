"""How long a child may run."""

from jointaction.sources.guard.limits import LIMITS


def test_a_child_has_fourteen_seconds_until_many_pages_are_done():
    assert [LIMITS.seconds_after(pages) for pages in (0, 1, 18, 22)] == [14] * 4


def test_each_page_done_earns_time_up_to_the_most_pages_allowed():
    assert LIMITS.seconds_after(100) == 30
    assert LIMITS.seconds_after(300) == LIMITS.seconds_after(10**9) == 80
