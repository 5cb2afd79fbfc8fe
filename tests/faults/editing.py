"""Many editors on one row at once, and what their ledgers say afterwards."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.faults.stack import GUARDED, Stack, end


@dataclass(frozen=True, slots=True)
class Ledgers:
    """What the editors were told, by their edits' names."""

    acknowledged: set[str]
    conflicts: set[str]
    unknown: set[str]


def start_editors(stack: Stack, world: dict, editors: int, edits: int) -> list[subprocess.Popen[bytes]]:
    """Editors of one row, each in a process of its own; 0 edits: until told to stop."""
    address = f"/imports/{world['import_id']}/rows/{world['key']}/"
    return [
        stack.start(
            "-m",
            "tests.faults.editor",
            *(str(stack.port), address, f"e{number}", str(edits), str(stack.folder / f"e{number}.ledger")),
            log=f"e{number}",
        )
        for number in range(editors)
    ]


def ledgers(stack: Stack) -> Ledgers:
    """All editors' ledgers as they stand; a line being written does not count."""
    found: dict[str, set[str]] = {"acknowledged": set(), "conflict": set(), "unknown": set()}
    for file in stack.folder.glob("e*.ledger"):
        for line in file.read_text().split("\n")[:-1]:
            word, token = line.split()
            found[word].add(token)
    return Ledgers(found["acknowledged"], found["conflict"], found["unknown"])


@contextmanager
def told_to_stop(stack: Stack, running: list[subprocess.Popen[bytes]]) -> Iterator[None]:
    """Clients that go on until the block ends."""
    try:
        yield
    finally:
        (stack.folder / "stop").touch()
        for process in running:
            process.wait(120)


def edited_by_many(
    stack: Stack, editors: int, edits: int, application: str = GUARDED
) -> tuple[Ledgers, dict]:
    """So many editors make so many edits of one row; what they were told, and what is there."""
    world = stack.told("world")
    web = stack.start_web(application)
    try:
        for process in start_editors(stack, world, editors, edits):
            assert process.wait(1200) == 0
    finally:
        end(web)
    return ledgers(stack), stack.told("verdict", str(world["import_id"]))
