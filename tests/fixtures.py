"""What most tests with a database start from; the conftest of each layer hands it on."""

import pytest

from jointaction.domain.access import Viewer
from tests import factories


@pytest.fixture
def viewer() -> Viewer:
    """The coordinator of an invented district."""
    return factories.alder_vale()


@pytest.fixture
def plan_id(viewer: Viewer) -> int:
    """A plan of that district that was brought in and accepted."""
    return factories.accepted_plan(viewer)
