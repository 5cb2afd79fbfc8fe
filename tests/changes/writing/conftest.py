"""What every test of a plan written on screen starts from."""

import pytest

from jointaction.domain.access import Viewer
from tests.changes.writing.written import a_written_plan


@pytest.fixture
def plan_id(viewer: Viewer) -> int:
    return a_written_plan(viewer)
