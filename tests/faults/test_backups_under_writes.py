"""Backups made while people write restore to one true moment; a copy of the file does not."""

import shutil

import pytest

from tests.faults.editing import ledgers, start_editors, told_to_stop
from tests.faults.stack import end, new_database


def rounds_of(stack, rounds, editors=3, url=""):
    """Backups made and restored under writes: complaints, plain copies that lost edits, edits in each."""
    world = stack.told("world")
    web = stack.start_web()
    found, restored, bad_copies = [], [], 0
    with told_to_stop(stack, start_editors(stack, world, editors, 0)):
        for number in range(rounds):
            promised = ledgers(stack).acknowledged
            bad_copies += promised_but_missing(stack, world, number, promised) if not url else 0
            there = kept_and_restored(stack, world, number, url)
            restored.append(there)
            found += [f"round {number}: lost {token}" for token in promised - set(there["tokens"])]
            found += [
                f"round {number}: {each}" for each in there["broken"] + there["half"] + there["lost_files"]
            ]
    end(web)
    live = stack.told("verdict", str(world["import_id"]))
    found += [line for number, there in enumerate(restored) for line in differences(number, there, live)]
    return found, bad_copies, [len(there["tokens"]) for there in restored]


def kept_and_restored(stack, world, number, url):
    """One backup, restored elsewhere, and what is in it there."""
    archive, place = stack.folder / f"{number}.backup", stack.folder / f"restored-{number}"
    made = stack.command("backup", str(archive))
    assert made.returncode == 0, made.stderr
    there = stack.at(place, new_database(url) if url else "")
    done = there.command("restore", str(archive), str(place))
    assert done.returncode == 0, done.stderr
    told = there.told("verdict", str(world["import_id"]))
    shutil.rmtree(place)
    archive.unlink()
    return told


def differences(number, there, live):
    """What was restored must be the live installation at an earlier moment: the same entries, to the hash."""
    same = all(live["hashes"][sequence] == kept for sequence, kept in there["hashes"].items())
    whole = sorted(map(int, there["hashes"])) == list(range(1, len(there["hashes"]) + 1))
    first = live["tokens"][: len(there["tokens"])] == there["tokens"]
    agrees = there["count"] == len(there["tokens"]) and there["newest"] == (there["tokens"] or [None])[-1]
    told = {"hashes": same, "sequence": whole, "order": first, "draft and trail": agrees}
    return [f"round {number}: {what} differ" for what, well in told.items() if not well]


def promised_but_missing(stack, world, number, promised):
    """1 where a plain copy of the SQLite file lacks an edit that was promised before (the control)."""
    place = stack.folder / f"copied-{number}"
    place.mkdir()
    shutil.copy(stack.data / "jointaction.sqlite3", place)
    shutil.copytree(stack.data / "documents", place / "documents")
    try:
        told = stack.at(place).told("verdict", str(world["import_id"]))
    except AssertionError:  # not even the tables are there, or SQLite finds them torn
        return 1
    finally:
        shutil.rmtree(place)
    return int(bool(promised - set(told["tokens"])))


@pytest.mark.slow
def test_two_backups_under_writes_restore_to_one_moment(stack):
    found, _, sizes = rounds_of(stack, 2, url=stack.environment.get("DATABASE_URL", ""))
    assert found == []
    assert len(sizes) == 2


@pytest.mark.slow
def test_twenty_backups_under_writes_restore_to_one_moment(either):
    url = either.environment.get("DATABASE_URL", "")
    found, bad_copies, sizes = rounds_of(either, 20, url=url)
    print(f"20 rounds, {sizes[0]} to {sizes[-1]} edits in them; plain copies that lost edits: {bad_copies}")
    assert found == []
    assert sizes == sorted(sizes)
    assert sizes[-1] > sizes[0]
    assert url or bad_copies >= 1
