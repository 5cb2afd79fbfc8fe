"""The words of the Makefile: `python3 tools/dev.py run`. Needs Python 3.11 or newer and nothing else."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools import api_tests, checks, demonstration, environment, suites, tidying
from tools.steps import StepFailed, Stopped

OLDEST = (3, 11)
WORDS = {
    "install": environment.install,
    "run": demonstration.run,
    "test": suites.test,
    "test-postgres": suites.test_postgres,
    "test-browser": suites.test_browser,
    "test-access": suites.test_access,
    "test-faults": suites.test_faults,
    "test-slow": suites.test_slow,
    "test-api": api_tests.test_api,
    "check": checks.check,
    "bench": suites.bench,
    "bench-reader": suites.bench_reader,
    "bench-claims": suites.bench_claims,
    "demo-reset": demonstration.reset,
    "clean": tidying.clean,
    "lock": tidying.lock,
}


def main(arguments: list[str]) -> int:
    """Do what the first word says; the rest goes to the tool behind it."""
    if sys.version_info[:2] < OLDEST:
        print(
            f"Joint Action needs Python 3.11 or newer; this is {sys.version.split()[0]}. "
            "Install a newer one and name it: python3.11 tools/dev.py run",
            file=sys.stderr,
        )
        return 2
    if not arguments or arguments[0] not in WORDS:
        print("Say one of these words:\n" + "\n".join(_usage()))
        return 2
    for ending in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(ending) is not signal.SIG_IGN:  # nohup
            signal.signal(ending, _stop)
    try:
        return WORDS[arguments[0]](arguments[1:])
    except StepFailed as failure:
        print(f"\n{failure}", file=sys.stderr)
        return 1
    except (KeyboardInterrupt, Stopped):
        print("\nStopped.", file=sys.stderr)
        return 130


def _usage() -> list[str]:
    return [f"  {word:<14} {what.__doc__}" for word, what in WORDS.items()]


def _stop(_signal: int, _frame: object) -> None:
    raise Stopped


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
