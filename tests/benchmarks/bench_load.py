"""Measure a crowd: `python -m tests.benchmarks.bench_load [--users 30] [--seconds 90] [--postgres URL]`.

Twenty partnerships with ten years of plans and 8,000 updates each on the product as it runs (gunicorn, two
workers); people with five seconds to think read pages and save answers. Prints 95th percentiles and goals;
the first `--warming` seconds apart, since a server that has just started reads each plan for the first time.
"""

import argparse
import json
import sys
import time
from statistics import median, quantiles

from tests.faults.stack import Stack, end, installation

PAGE_GOAL, SAVE_GOAL = 0.5, 0.8


def main(arguments: list[str]) -> int:
    """Fill, let the crowd in, print; 1 when a goal is missed, an answer was wrong or a save was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, value in {
        "users": 30,
        "seconds": 90,
        "warming": 60,
        "partnerships": 20,
        "years": 10,
        "updates": 8000,
    }.items():
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--thinking", type=float, default=5.0)
    parser.add_argument(
        "--postgres", default="", help="the URL of a server; each run makes a database of its own"
    )
    asked = parser.parse_args(arguments)
    with installation(asked.postgres) as stack:
        start = time.monotonic()
        known = stack.told("growing", str(asked.partnerships), str(asked.years), str(asked.updates))
        print(f"filled in {time.monotonic() - start:.0f} s; {len(known['people'])} people may come in")
        found = _crowd(stack, known, asked)
        lost = _lost(stack, found["acknowledged"])
    return _told(found, lost)


def _crowd(stack: Stack, known: dict, asked: argparse.Namespace) -> dict:
    (stack.folder / "people.json").write_text(json.dumps(known))
    server = stack.start_web()
    try:
        numbers = (stack.port, asked.users, asked.warming + asked.seconds, asked.thinking)
        people = str(stack.folder / "people.json")
        return stack.told("crowd", *map(str, numbers), people, str(asked.warming))
    finally:
        end(server)


def _lost(stack: Stack, acknowledged: dict[str, str]) -> int:
    """Saves that were acknowledged last in their box and are not there."""
    kept = stack.told("answers_kept")
    return sum(kept.get(box) != words for box, words in acknowledged.items())


def _told(found: dict, lost: int) -> int:
    met = not found["wrong"] and not lost
    if first := found["warming"]:
        told = f"median {median(first) * 1000:.0f} ms, most {max(first) * 1000:.0f} ms"
        print(f"just started: {len(first)} answers, {told}")
    for name, goal in (("pages", PAGE_GOAL), ("saves", SAVE_GOAL)):
        times = found[name]
        p95 = quantiles(times, n=20)[-1] if len(times) > 1 else 0.0
        met = met and p95 <= goal
        middle = median(times or [0.0]) * 1000
        told = f"{name}: {len(times)}, median {middle:.0f} ms, p95 {p95 * 1000:.0f} ms"
        print(f"{told} (goal {goal * 1000:.0f})")
    for kind, times in sorted(found["by_kind"].items()):
        print(f"  {kind:<40}{len(times):>5}{median(times) * 1000:>8.0f} ms, most {max(times) * 1000:.0f} ms")
    print(f"wrong answers: {len(found['wrong'])} {sorted(set(found['wrong']))[:5]}")
    print(f"saves acknowledged: {len(found['acknowledged'])} boxes, lost {lost}")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
