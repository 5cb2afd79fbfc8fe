"""Rules of the whole suite: no skips in CI, no database for the pure layers, few and repeatable examples."""

import os
import shutil
import sqlite3
import time
from collections.abc import Generator, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest
from django.db import connection
from hypothesis import HealthCheck, settings

IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}
TESTS = Path(__file__).resolve().parent
PURE = ("domain", "sources")
MEMORY = "file:memorydb_default?mode=memory&cache=shared"  # the database of Django's tests on SQLite
SECONDS_FOR_TABLES = 60  # then a worker makes its own
DATABASE_FIXTURES = {
    "db",
    "transactional_db",
    "django_db_reset_sequences",
    "django_db_serialized_rollback",
    "live_server",
    "admin_user",
    "admin_client",
}

settings.register_profile("default", deadline=None, max_examples=30)
settings.register_profile("ci", deadline=None, max_examples=50, derandomize=True, print_blob=True)
settings.register_profile(
    "slow", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if IN_CI else "default"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real plans and data beside the checkout; a test without it is skipped (in CI: fails)."""
    folder = TESTS.parent.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the folder `shared` beside the checkout, with real plans and data")
    return folder


@pytest.fixture(scope="session")
def _tables_of_another_worker(django_db_modify_db_settings: None) -> Iterator[Path | None]:
    """Tables that another worker of this run migrated, copied into the database before it is migrated.

    Gives where to keep one's own for the others, when one is the first.
    """
    data = os.environ.get("JOINTACTION_DATA", "")
    if connection.vendor != "sqlite" or not data:
        yield None
        return
    kept = Path(data) / "migrated.sqlite3"
    if _is_first(kept):
        yield kept
        return
    with closing(sqlite3.connect(MEMORY, uri=True)) as memory:  # open, or the tables would be gone
        if kept.exists():
            with closing(sqlite3.connect(kept)) as file:
                file.backup(memory)
        yield None


@pytest.fixture(scope="session")
def django_db_setup(_tables_of_another_worker: Path | None, django_db_setup: None, django_db_blocker) -> None:
    """The database as pytest-django makes it, kept for the other workers of this run."""
    if _tables_of_another_worker is None:
        return
    part = _tables_of_another_worker.with_suffix(".part")
    with django_db_blocker.unblock(), closing(sqlite3.connect(part)) as file:
        connection.ensure_connection()
        connection.connection.backup(file)
    part.rename(_tables_of_another_worker)


def _is_first(kept: Path) -> bool:
    """Whether nobody in this run makes the tables yet; else waits a while for whoever does."""
    try:
        kept.with_suffix(".claimed").touch(exist_ok=False)
    except FileExistsError:
        latest = time.monotonic() + SECONDS_FOR_TABLES
        while not kept.exists() and time.monotonic() < latest:
            time.sleep(0.05)
        return False
    return True


def pytest_unconfigure() -> None:
    """Remove the data folder that tests/settings.py made; workers share that of their parent."""
    data = Path(os.environ.get("JOINTACTION_DATA", "."))
    if data.name.startswith("jointaction-tests-") and "PYTEST_XDIST_WORKER" not in os.environ:
        shutil.rmtree(data, ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse tests of the pure layers that ask for a database: they would hide a wrong import."""
    wrong = [item.nodeid for item in items if _is_pure(item.path) and _asks_for_database(item)]
    if wrong:
        listed = "\n  ".join(wrong)
        raise pytest.UsageError(
            f"These tests stand in tests/domain or tests/sources, which know no database:\n  {listed}"
        )


@cache
def _is_pure(file: Path) -> bool:
    return any(TESTS / folder in file.parents for folder in PURE)


def _asks_for_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(fixtures & DATABASE_FIXTURES)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a skipped test counts as failed, with the reason it gave (an expected failure is no skip)."""
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome, report.longrepr = "failed", _complaint(report.longrepr)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """In CI a test file skipped as a whole counts as failed too."""
    report = yield
    if IN_CI and report.outcome == "skipped":
        report.outcome, report.longrepr = "failed", _complaint(report.longrepr)
    return report


def _complaint(reason: object) -> str:
    said = reason[2] if isinstance(reason, tuple) else str(reason)
    return f"Nothing may be skipped in CI. {said}"
