"""kill -9 at any moment: nothing promised is lost, nothing is half done, the audit trail stays whole."""

import random
import time

import pytest

from jointaction.domain.imports import ImportState
from tests.faults.editing import ledgers, start_editors, told_to_stop
from tests.faults.killing import TARGETS, Killer
from tests.faults.stack import Stack

READ = {state.value for state in ImportState} - {ImportState.READING.value}


def survived(stack, kills, editors=2, importers=2, seed=0):
    """Work and kills; afterwards the kinds of kills, the promises, and what is there."""
    world = stack.told("world")
    killer = Killer(stack, random.Random(seed))
    killer.start()
    running = start_editors(stack, world, editors, 0)
    running += [
        stack.start(
            "-m",
            "tests.faults.importer",
            str(stack.port),
            str(stack.folder / f"i{number}.ledger"),
            log=f"i{number}",
        )
        for number in range(importers)
    ]
    with told_to_stop(stack, running):
        time.sleep(2)
        while sum(killer.kills.values()) < kills:
            wait_for_progress(stack)
            killer.kill()
        time.sleep(1)
    killer.end()
    return killer.kills, stack.told("verdict", str(world["import_id"]), "settle", "close")


def wait_for_progress(stack):
    """Until one more edit was acknowledged, so that every kill comes while people work."""
    before, deadline = len(ledgers(stack).acknowledged), time.monotonic() + 20
    while len(ledgers(stack).acknowledged) == before and time.monotonic() < deadline:
        time.sleep(0.05)


def promises(stack):
    """The uploads and acceptances that were acknowledged, by the key of their form."""
    found = {"uploaded": set(), "accepted": set(), "unknown": set()}
    for file in stack.folder.glob("i*.ledger"):
        for line in file.read_text().split("\n")[:-1]:
            word, key = line.split()
            found[word].add(key)
    return found


def complaints(stack, there):
    """Every promise that was not kept, and everything that is half done."""
    told, imports = ledgers(stack), promises(stack)
    kept = set(there["tokens"])
    found = [f"lost edit {token}" for token in told.acknowledged - kept]
    found += [f"an edit shown as a conflict was stored: {token}" for token in told.conflicts & kept]
    found += [f"stored unasked: {token}" for token in kept - told.acknowledged - told.unknown]
    if there["count"] != len(kept) or len(kept) != len(there["tokens"]):
        found.append(f"the row counts {there['count']}, the audit trail {len(there['tokens'])}")
    found += [f"lost upload {key}" for key in imports["uploaded"] - set(there["imports"])]
    accepted = {key for key, state in there["imports"].items() if state == ImportState.ACCEPTED.value}
    found += [f"lost acceptance {key}" for key in imports["accepted"] - accepted]
    found += [f"still {state}: {key}" for key, state in there["imports"].items() if state not in READ]
    found += [f"broken chain of {name}" for name in there["broken"]]
    found += [f"half imported: {each}" for each in there["half"]]
    found += [f"lost file {each}" for each in there["lost_files"]]
    return found + ([f"{there['orphans']} orphans"] if there["orphans"] else [])


@pytest.mark.slow
def test_a_few_kills_lose_nothing(stack):
    kills, there = survived(stack, 4)
    assert complaints(stack, there) == []
    assert ledgers(stack).acknowledged
    assert sum(kills.values()) == 4


def test_a_promise_that_was_not_kept_would_be_found(tmp_path):
    (tmp_path / "e7.ledger").write_text("acknowledged e7.0\nconflict e7.1\nunknown e7.2\n")
    (tmp_path / "i0.ledger").write_text("uploaded k1\naccepted k1\n")
    there = {
        "tokens": ["e7.1"],
        "count": 2,
        "imports": {"k2": "reading"},
        "broken": ["Alder"],
        "half": ["3 rows"],
        "lost_files": ["ab"],
        "orphans": 2,
    }
    assert complaints(Stack(tmp_path, {}), there) == [
        "lost edit e7.0",
        "an edit shown as a conflict was stored: e7.1",
        "stored unasked: e7.1",
        "the row counts 2, the audit trail 1",
        "lost upload k1",
        "lost acceptance k1",
        "still reading: k2",
        "broken chain of Alder",
        "half imported: 3 rows",
        "lost file ab",
        "2 orphans",
    ]


@pytest.mark.slow
def test_a_hundred_kills_lose_nothing(either):
    kills, there = survived(either, 100, seed=20)
    told, imports = ledgers(either), promises(either)
    stored = len(set(there["tokens"]) - told.acknowledged)
    print(
        f"{dict(kills)}; edits: {len(told.acknowledged)} acknowledged, {len(told.unknown)} without answer, "
        f"{stored} of those stored; uploads {len(imports['uploaded'])}, "
        f"accepted {len(imports['accepted'])}; states {sorted(set(there['imports'].values()))}; "
        f"imports {len(there['imports'])}"
    )
    assert complaints(either, there) == []
    assert sum(kills.values()) == 100
    assert set(kills) == set(TARGETS)
    assert len(told.acknowledged) >= 100
    assert len(imports["accepted"]) >= 5
