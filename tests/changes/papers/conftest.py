"""What every test of papers starts from."""

import pytest

from jointaction.domain.access import Viewer
from tests import factories


@pytest.fixture
def viewer() -> Viewer:
    return factories.alder_vale()


@pytest.fixture
def plan_id(viewer: Viewer) -> int:
    return factories.accepted_plan(viewer)
