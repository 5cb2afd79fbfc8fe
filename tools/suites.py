"""The test suites: one call of pytest each, with what it needs around it."""

from __future__ import annotations

import ctypes.util
import os
import platform
import shutil
import subprocess
from pathlib import Path

from tools import postgres
from tools.environment import DEVELOPING, PYTHON, ROOT, prepare
from tools.steps import StepFailed

SPREAD = ["-n", "2", "--dist", "loadfile"]
# What of the faults is another thing on another database.
WITH_TABLES = ("tests/faults", "tests/cli", "tests/changes")
WALKS = ("tests/access", "tests/api", "tests/web/test_headers.py")
# Without bytecode kept, every worker and child process compiles all files anew, half of a run's work.
NOT_FOR_TESTS = {"DATABASE_URL", "PYTHONDONTWRITEBYTECODE"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def test(arguments: list[str]) -> int:
    """The whole suite on SQLite, without walks, faults, browser, slow runs and timings."""
    prepare(DEVELOPING)
    return _pytest([*SPREAD, *arguments])


def test_postgres(arguments: list[str]) -> int:
    """The same suite on PostgreSQL: the server of DATABASE_URL, or one of its own for this run."""
    return _on_postgres([*SPREAD, *arguments])


def test_browser(arguments: list[str]) -> int:
    """The journeys in a real Chromium; it may connect to this machine only."""
    chromium = _chromium()
    prepare(DEVELOPING)
    local = ["-m", "browser", "--allow-hosts", "127.0.0.1,localhost"]
    return _pytest([*local, "tests/browser", *arguments], CHROMIUM=chromium)


def test_access(arguments: list[str]) -> int:
    """Every address asked as everybody: the walks over both access tables; on both databases."""
    prepare(DEVELOPING)
    chosen = [*SPREAD, "-m", "access", *WALKS, *arguments]
    on_sqlite, on_postgres = _pytest(chosen), _on_postgres(chosen)
    return on_sqlite or on_postgres


def test_faults(arguments: list[str]) -> int:
    """Installations and servers of their own, kills and backups, long papers; on both databases."""
    prepare(DEVELOPING)
    chosen = [*SPREAD, "-m", "faults"]
    on_sqlite = _pytest([*chosen, *arguments])
    on_postgres = _on_postgres([*chosen, *WITH_TABLES, *arguments])
    return on_sqlite or on_postgres


def test_slow(arguments: list[str]) -> int:
    """Full counts of faults, mutants and many more made-up examples; takes long."""
    prepare(DEVELOPING)
    return _pytest([*SPREAD, "-m", "slow", *arguments], HYPOTHESIS_PROFILE="slow")


def bench(arguments: list[str]) -> int:
    """All timings, one after the other."""
    prepare(DEVELOPING)
    return _pytest(["-m", "bench", "-p", "no:randomly", "tests/benchmarks", *arguments])


def bench_reader(arguments: list[str]) -> int:
    """How many words of real plans the reader puts in their right field, and how fast."""
    prepare(DEVELOPING)
    return _bench("bench_reader", arguments)


def bench_claims(arguments: list[str]) -> int:
    """How many figures, times, directions and targets of real updates are read rightly, and how fast."""
    prepare(DEVELOPING)
    return _bench("bench_claims", arguments)


def _bench(name: str, arguments: list[str]) -> int:
    command: list[str | Path] = [PYTHON, "-m", f"tests.benchmarks.{name}", *arguments]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def _on_postgres(chosen: list[str]) -> int:
    """The tests on the server that DATABASE_URL names, or on one of their own for this run."""
    interpreter = prepare(DEVELOPING)
    given = os.environ.get("DATABASE_URL")
    if given:
        return _pytest(chosen, DATABASE_URL=given)
    with postgres.server(interpreter.packages) as url:
        return _pytest(chosen, DATABASE_URL=url)


def _pytest(arguments: list[str], **settings: str) -> int:
    environment = {name: value for name, value in os.environ.items() if name not in NOT_FOR_TESTS}
    command: list[str | Path] = [PYTHON, "-m", "pytest", "--tb=short", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment | settings, check=False).returncode


def _chromium() -> str:
    """Where Chromium is; also sees to the library that Playwright's driver needs on a bare Debian."""
    asked = os.environ.get("CHROMIUM")
    found = next(filter(None, map(shutil.which, [asked] if asked else BROWSERS)), None)
    missing = [] if found else ["chromium"]
    if platform.system() == "Linux" and not ctypes.util.find_library("atomic"):
        missing.append("libatomic1")
    if not found or missing:
        needed = " ".join(missing)
        where = f" CHROMIUM names {asked!r}, which is no program." if asked and not found else ""
        raise StepFailed(f"The browser tests cannot run.{where} On Debian or Ubuntu: apt install {needed}")
    return found
