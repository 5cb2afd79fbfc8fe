"""Counts of wrong tries hold: nobody can fill the cache until they are gone."""

import time_machine

from jointaction.project import counts
from jointaction.project.counts import CountsCache

DAY = 24 * 60 * 60


def cache_in(folder):
    return CountsCache(str(folder), {})


def is_kept_in_a_flood(cache):
    cache.set("wrong-tries", 5, DAY)
    for number in range(2_000):
        cache.set(f"address-{number}", 1, DAY)
    return cache.get("wrong-tries") == 5


def test_two_thousand_other_counts_push_none_out(tmp_path):
    assert is_kept_in_a_flood(cache_in(tmp_path))


def test_what_has_lapsed_is_thrown_away_in_time(tmp_path):
    cache = cache_in(tmp_path)
    with time_machine.travel("2020-04-01", tick=False):
        for number in range(50):
            cache.set(f"lapsed-{number}", 1, 60)
    for number in range(20 * counts.WRITES_BETWEEN_LOOKS):
        cache.set("held", number, DAY)
        if len(list(tmp_path.glob("*.djcache"))) == 1:
            break
    assert len(list(tmp_path.glob("*.djcache"))) == 1


def test_only_the_first_to_add_is_told_so_and_counting_goes_on_from_there(tmp_path):
    cache = cache_in(tmp_path)
    assert [cache.add("requests", 0, DAY), cache.add("requests", 0, DAY)] == [True, False]
    assert [cache.incr("requests"), cache.incr("requests")] == [1, 2]
