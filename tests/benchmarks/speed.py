"""Processor time of what people wait for, with production settings: `python -m tests.benchmarks.speed`.

Prints a line for each: goal, what was measured (the median), and the ratio; as JSON with --json. The
database is its own, in a folder of its own. Processor time, not the clock's: other work on the machine
does not count, waiting for the disk neither.
"""

import json
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from time import process_time
from typing import NamedTuple

import django

GOAL_RSS_MB = 300
SEARCHES = ("burglary", "moped graffiti", '"alley gates"', "fly-tipping river", "unicycle")


class Line(NamedTuple):
    """One thing measured, in the unit its name says."""

    name: str
    goal: float
    measured: float


def prepare(folder: str) -> None:
    """Production settings on a new database in this folder."""
    os.environ |= {
        "JOINTACTION_DATA": folder,
        "JOINTACTION_DEMO": "1",
        "ALLOWED_HOSTS": "testserver",
        "DJANGO_SETTINGS_MODULE": "jointaction.project.settings",
        "SECRET_KEY": "x" * 60,
    }
    os.environ.pop("DATABASE_URL", None)
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415  # settings come first

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def median_ms(action: Callable[[], object], *, rounds: int = 9, before: Callable[[], object] = int) -> float:
    """The middle of several runs, in milliseconds of processor time."""
    times = []
    for _ in range(rounds):
        before()
        start = process_time()
        action()
        times.append((process_time() - start) * 1000)
    return sorted(times)[rounds // 2]


def measured() -> list[Line]:
    """Everything, one after the other: pages of one plan, papers, search, then growth."""
    from tests.benchmarks import timed  # noqa: PLC0415  # needs the settings

    lines = [*timed.pages(), *timed.papers()]
    return [*lines, *timed.searches(SEARCHES), *timed.growth(), timed.worker_memory(GOAL_RSS_MB)]


def main() -> None:
    """Measure and print."""
    with ExitStack() as stack:
        prepare(stack.enter_context(tempfile.TemporaryDirectory(prefix="jointaction-bench-")))
        lines = measured()
    if "--json" in sys.argv:
        print(json.dumps([line._asdict() for line in lines]))
        return
    for line in lines:
        share = line.measured / line.goal
        print(f"{line.name:<58} goal {line.goal:>6.0f}  measured {line.measured:>7.1f}  ratio {share:.2f}")


if __name__ == "__main__":
    main()
