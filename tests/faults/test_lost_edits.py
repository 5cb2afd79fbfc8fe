"""Many editors of one row over HTTP: no acknowledged edit is lost; without the guard some are."""

import pytest

from tests.faults.editing import edited_by_many
from tests.faults.stack import UNGUARDED


def complaints(told, there):
    """Why edits were lost, if they were: the number in the row must be the number of promises."""
    promised, kept = len(told.acknowledged), set(there["tokens"])
    found = []
    if there["count"] != promised:
        found.append(f"{promised} edits acknowledged, but the row counts {there['count']}")
    if lost := told.acknowledged - kept:
        found.append(f"{len(lost)} acknowledged edits are not in the audit trail")
    if told.unknown or kept - told.acknowledged:
        found.append(f"{len(told.unknown)} without answer, {len(kept - told.acknowledged)} kept unasked")
    return found + there["broken"]


@pytest.mark.slow
def test_four_editors_lose_nothing_and_are_shown_their_conflicts(stack):
    told, there = edited_by_many(stack, editors=4, edits=12)
    assert complaints(told, there) == []
    assert len(told.acknowledged) + len(told.conflicts) == 48
    assert told.acknowledged


@pytest.mark.slow
def test_sixteen_editors_lose_nothing(either, record_property):
    told, there = edited_by_many(either, editors=16, edits=200)
    record_property("acknowledged", len(told.acknowledged))
    record_property("conflicts", len(told.conflicts))
    print(f"acknowledged {len(told.acknowledged)}, conflicts {len(told.conflicts)}, lost 0")
    assert complaints(told, there) == []
    assert len(told.acknowledged) + len(told.conflicts) == 16 * 200


@pytest.mark.slow
def test_without_the_guard_edits_are_lost(either):
    told, there = edited_by_many(either, editors=16, edits=50, application=UNGUARDED)
    lost = len(told.acknowledged) - there["count"]
    print(f"acknowledged {len(told.acknowledged)}, lost {lost}")
    assert lost >= 1
    assert complaints(told, there)
