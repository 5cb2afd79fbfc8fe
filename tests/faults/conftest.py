"""Where the faults are tried: the quick ones on the suite's own kind of database, the full ones on both."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.stack import PACKAGES, Stack, installation
from tools import postgres

FOLDER = Path(__file__).resolve().parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """These tests may connect to this machine, to nothing else."""
    for item in items:
        if item.path.is_relative_to(FOLDER):
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1"]))


@pytest.fixture
def stack() -> Iterator[Stack]:
    """An installation on the kind of database the suite runs on."""
    with installation(os.environ.get("DATABASE_URL", "")) as made:
        yield made


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest) -> Iterator[Stack]:
    """An installation on each kind of database, whatever the suite runs on."""
    if request.param == "sqlite":
        with installation() as made:
            yield made
        return
    with postgres.server(PACKAGES) as url, installation(url) as made:
        yield made
