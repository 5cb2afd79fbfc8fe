"""The Viewer in whose name things happen that nobody asked for just now: the clock did."""

from jointaction.domain.access import Role, Viewer

NAME = "Joint Action, by itself"


def clock_of(partnership_id: int, partnership: str = "") -> Viewer:
    """A partnership's clock: what it does stands in the history under the product's own name."""
    return Viewer(partnership_id, partnership, Role.COORDINATOR, name=NAME)
