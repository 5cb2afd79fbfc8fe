"""The series of messages of a partnership: its own, or the usual one where it changed nothing."""

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.chasing import ChasePlan, usual_series
from jointaction.domain.returns import ChaseAudience
from jointaction.store.models import ChaseStep


def messages_page(viewer: Viewer) -> tuple[ChasePlan, ...]:
    """The messages about returns in the order they go, for those who run rounds."""
    viewer.require(Permission.RUN_ROUNDS)
    return series_of(viewer.partnership_id)


def message_of(viewer: Viewer, key: str) -> ChasePlan:
    """One message by its key; raises NotVisibleError where the series has none such."""
    found = next((each for each in messages_page(viewer) if each.key == key), None)
    if found is None:
        raise NotVisibleError(f"message {key}")
    return found


def series_of(partnership_id: int) -> tuple[ChasePlan, ...]:
    """The messages about returns in the order they go, for the clock."""
    kept = ChaseStep.objects.filter(partnership_id=partnership_id).order_by("days", "audience")
    own = tuple(
        ChasePlan(
            step.days,
            ChaseAudience(step.audience),
            step.subject,
            step.body,
            step.is_on,
            step.version,
            step.is_added,
        )
        for step in kept
    )
    return own or usual_series()
