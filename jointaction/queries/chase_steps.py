"""The series of messages of a partnership: its own, or the usual one where it changed nothing."""

from jointaction.domain.chasing import ChasePlan, usual_series
from jointaction.domain.returns import ChaseAudience
from jointaction.store.models import ChaseStep


def series_of(partnership_id: int) -> tuple[ChasePlan, ...]:
    """The messages about returns in the order they go."""
    kept = ChaseStep.objects.filter(partnership_id=partnership_id).order_by("days", "audience")
    own = tuple(
        ChasePlan(step.days, ChaseAudience(step.audience), step.subject, step.body, step.is_on, step.version)
        for step in kept
    )
    return own or usual_series()
