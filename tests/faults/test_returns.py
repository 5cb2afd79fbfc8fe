"""Partners answer and hand in at once, from two devices, while processes die: nothing promised is lost."""

import json
import os
import random
import signal
import subprocess
import time
from collections import Counter

import pytest

from jointaction.domain.returns import ReturnState
from tests.faults.stack import Stack, children, end, kill_whole


def answered(stack, partners, boxes, *, saves=3, devices=1, submits=True, kills=0, seed=0):
    """So many partners answer; afterwards what they were told, and what is there."""
    world = stack.told("returns_world", str(partners), str(boxes))
    file = stack.folder / "partners.json"
    file.write_text(json.dumps(world))
    web = stack.start_web()
    words = [str(stack.port), str(file), str(saves), str(devices), "yes" if submits else "no"]
    working = stack.start("-m", "tests.faults.partners", *words, log="partners")
    try:
        web = killed_now_and_then(stack, web, working, kills, random.Random(seed))
        assert working.wait(600) == 0, (stack.folder / "partners.log").read_text()[-2000:]
    finally:
        kill_whole(working)
        end(web)
    return world, stack.told("returns_verdict")


def killed_now_and_then(
    stack: Stack, web: subprocess.Popen, working: subprocess.Popen, kills: int, chance: random.Random
) -> subprocess.Popen:
    """kill -9 of a web process or the whole web server, so many times, while the partners work."""
    for _ in range(kills):
        time.sleep(chance.uniform(0.3, 1.2))
        if working.poll() is not None:
            break
        below = children(web.pid)
        if chance.random() < 0.6 and below and web.poll() is None:
            os.kill(chance.choice(below), signal.SIGKILL)
        else:
            kill_whole(web)
            web = stack.start_web()
    return web


def ledgers(stack):
    """Each device's promises in order: (word, box, words), by the return and the device."""
    return {
        file.stem.removeprefix("p"): [tuple(line.split()) for line in file.read_text().split("\n")[:-1]]
        for file in sorted(stack.folder.glob("p*.ledger"))
    }


def complaints(told, there):
    """Every promise that was not kept, and everything that happened twice."""
    found = [each for name, lines in told.items() for each in broken_promises(name, lines, there)]
    words = words_told(told)
    saves, unknown = words["acknowledged"], words["unknown"]
    if not saves <= there["saves"] <= saves + unknown:
        found.append(f"{saves} saves acknowledged, {there['saves']} in the trail, {unknown} unknown")
    found += [
        f"return {each} handed in {count} times" for each, count in there["submits"].items() if count > 1
    ]
    return found + [f"broken chain of {name}" for name in there["broken"]]


def broken_promises(name, lines, there):
    """What one device was promised and is not there; words of another device may have taken their place."""
    return_id = name.partition("d")[0]
    last = {}
    for word, key, words in lines:
        if word == "acknowledged":
            last[key] = words
        elif word == "unknown":
            last.pop(key, None)
    for key, words in last.items():
        kept = there["answers"].get(f"{return_id} {key}", ["", 0])[0]
        if kept != words and kept.partition(".")[0] == words.partition(".")[0]:
            yield f"return {return_id} box {key}: {words} was promised, {kept} is there"
    if ("submitted", "-", "-") in lines and there["states"][return_id] != ReturnState.SUBMITTED:
        yield f"return {return_id} was taken and is {there['states'][return_id]}"


def words_told(told):
    return Counter(word for lines in told.values() for word, _, _ in lines)


def seconds(stack, what):
    """How long requests of a kind took, the fastest first."""
    lines = [
        line.split() for file in stack.folder.glob("p*.seconds") for line in file.read_text().split("\n")
    ]
    return sorted(float(line[1]) for line in lines if line and line[0] == what)


@pytest.mark.faults
def test_a_few_partners_a_kill_and_two_devices_lose_nothing(stack):
    _, there = answered(stack, 4, 2, saves=2, devices=2, submits=False, kills=1)
    told = ledgers(stack)
    assert complaints(told, there) == []
    versions = [version for _, version in there["answers"].values()]
    assert sum(versions) == there["saves"]
    assert words_told(told)["acknowledged"]


def test_a_promise_that_was_not_kept_would_be_found():
    told = {
        "7d0": [
            ("acknowledged", "1-0", "7d0.1"),
            ("acknowledged", "1-0", "7d0.2"),
            ("submitted", "-", "-"),
        ]
    }
    there = {
        "answers": {"7 1-0": ["7d0.1", 1]},
        "states": {"7": "drafted"},
        "saves": 1,
        "submits": {"7": 2},
        "broken": ["Alder"],
    }
    assert complaints(told, there) == [
        "return 7 box 1-0: 7d0.2 was promised, 7d0.1 is there",
        "return 7 was taken and is drafted",
        "2 saves acknowledged, 1 in the trail, 0 unknown",
        "return 7 handed in 2 times",
        "broken chain of Alder",
    ]


@pytest.mark.slow
def test_sixty_partners_who_write_and_hand_in_at_once_lose_nothing(either):
    begun = time.monotonic()
    _, there = answered(either, 60, 4, saves=3)
    told, took = ledgers(either), time.monotonic() - begun
    saves, submits = seconds(either, "save"), seconds(either, "submit")
    print(
        f"{took:.0f} s in all; {dict(words_told(told))}; save p50 {saves[len(saves) // 2]:.2f} s, "
        f"p95 {saves[int(len(saves) * 0.95)]:.2f} s; submit p95 {submits[int(len(submits) * 0.95)]:.2f} s; "
        f"receipts {there['receipts']}"
    )
    assert complaints(told, there) == []
    assert words_told(told)["submitted"] == there["receipts"] == 60
    assert words_told(told)["acknowledged"] == 60 * 4 * 3


@pytest.mark.slow
def test_kills_while_partners_save_and_hand_in_lose_nothing(either):
    _, there = answered(either, 12, 4, saves=12, kills=40, seed=6)
    told = ledgers(either)
    print(f"{dict(words_told(told))}; receipts {there['receipts']}")
    assert complaints(told, there) == []
    assert words_told(told)["submitted"] == there["receipts"] == 12


@pytest.mark.slow
def test_two_devices_on_one_return_are_shown_their_conflicts(either):
    _, there = answered(either, 1, 1, saves=60, devices=8, submits=False)
    told = ledgers(either)
    print(dict(words_told(told)))
    assert complaints(told, there) == []
    ((_, version),) = there["answers"].values()
    assert version == words_told(told)["acknowledged"]
    assert words_told(told)["conflict"]
