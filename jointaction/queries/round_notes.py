"""What a paper says of agencies that sent no words for its period."""

from collections import defaultdict

from jointaction.domain.access import Viewer
from jointaction.domain.periods import Period
from jointaction.domain.returns import ReturnState
from jointaction.store.models import Return

_SENTENCES = {
    ReturnState.NIL: "Nothing to report (nil return) from {}.",
    ReturnState.EXCUSED: "Not asked for an update for {period}: {}.",
    ReturnState.NO_UPDATE: "No update received from {}.",
}


def round_notes(viewer: Viewer, plan_id: int, period: str) -> tuple[str, ...]:
    """A sentence for each way in which agencies stayed silent in the round of a plan and period."""
    silent = Return.objects.filter(
        round__partnership_id=viewer.partnership_id,
        round__plan_id=plan_id,
        round__period=period,
        state__in=[state.value for state in _SENTENCES],
    )
    names: dict[str, list[str]] = defaultdict(list)
    for state, agency in silent.order_by("agency__name").values_list("state", "agency__name"):
        names[state].append(agency)
    label = Period.read(period).label
    return tuple(
        sentence.format(", ".join(names[state]), period=label)
        for state, sentence in _SENTENCES.items()
        if names.get(state)
    )
