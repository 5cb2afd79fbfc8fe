"""A round of updates on the invented plan, and who is written to about it."""

from datetime import UTC, date, datetime

from jointaction.changes.returns.opening import open_round
from jointaction.domain.access import Viewer
from jointaction.domain.returns import ReturnState
from jointaction.store.models import Agency, Contact, Return, Round
from tests.made_once import made_once

OPENS, DUE = date(2032, 4, 1), date(2032, 4, 23)  # both Thursday and Friday, no bank holiday near
MORNING = datetime(2032, 4, 23, 9, 30, tzinfo=UTC)


def a_round(
    viewer: Viewer,
    plan_id: int,
    *,
    opens_on: date = OPENS,
    due_on: date = DUE,
    period: str = "2031-32 Q4",
    state: ReturnState = ReturnState.DUE,
) -> Round:
    """An open round with a return, due already, for each agency that leads something in the plan."""
    return Round.objects.get(pk=_round(viewer, plan_id, opens_on, due_on, period, state))


@made_once
def _round(
    viewer: Viewer, plan_id: int, opens_on: date, due_on: date, period: str, state: ReturnState
) -> int:
    round_id = open_round(viewer, plan_id=plan_id, period=period, opens_on=opens_on, due_on=due_on)
    Return.objects.filter(round_id=round_id).update(state=state.value)
    return round_id


def agency(viewer: Viewer, name: str = "Alder Constabulary") -> Agency:
    """An agency of the viewer's partnership."""
    return Agency.objects.get(partnership_id=viewer.partnership_id, name=name)


def return_of(opened: Round, name: str = "Alder Constabulary") -> Return:
    """The return of an agency in a round."""
    return Return.objects.get(round=opened, agency__name=name)


def a_contact(of: Agency, email: str, *, is_senior: bool = False) -> Contact:
    """Somebody at an agency who is written to."""
    name = email.split("@", maxsplit=1)[0].replace(".", " ").title()
    return Contact.objects.create(agency=of, name=name, email=email, is_senior=is_senior)
