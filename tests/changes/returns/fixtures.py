"""A round that is open, for the tests of returns in every layer."""

import pytest

from jointaction.domain.access import Viewer
from tests import factories
from tests.changes.returns import rounds


@pytest.fixture
def coordinator() -> Viewer:
    return factories.alder_vale()


@pytest.fixture
def return_id(coordinator: Viewer) -> int:
    return rounds.return_of(rounds.a_round(coordinator))
