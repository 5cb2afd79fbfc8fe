"""The chase list: who still owes a return, whom to write to, and what the next message is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from jointaction.domain.access import Permission, Viewer
from jointaction.domain.chasing import ChasePlan, day_of
from jointaction.domain.periods import Period
from jointaction.domain.returns import ChaseAudience, ReturnState
from jointaction.queries.chase_steps import series_of
from jointaction.queries.recipients import AddressBook, Recipient, address_book
from jointaction.store.models import Return


@dataclass(frozen=True, slots=True)
class ChaseLine:
    """A return that waits for its agency, and the people who can be asked for it."""

    return_id: int
    plan: str
    period: str
    agency_id: int
    agency: str
    state: ReturnState
    due_on: date
    days_late: int
    people: tuple[Recipient, ...]
    seniors: tuple[Recipient, ...]
    chairs: tuple[Recipient, ...]
    next_on: date | None
    next_to: str

    @property
    def lateness(self) -> str:
        """How it stands to its day, in words."""
        if self.days_late == 0:
            return "due today"
        days = f"{abs(self.days_late)} day" + ("s" if abs(self.days_late) > 1 else "")
        return f"{days} late" if self.days_late > 0 else f"due in {days}"


def chase_list(viewer: Viewer, *, today: date) -> tuple[ChaseLine, ...]:
    """Every return that waits, the latest first; for those who run rounds."""
    viewer.require(Permission.RUN_ROUNDS)
    states = [state.value for state in ReturnState if state.is_open]
    found = tuple(
        Return.objects.select_related("agency", "round__plan")
        .filter(round__partnership_id=viewer.partnership_id, state__in=states, round__opens_on__lte=today)
        .order_by("agency__name", "pk")
    )
    series = series_of(viewer.partnership_id)
    books = _books(viewer, found)
    lines = [_line(each, books[each.round.plan_id], series, today) for each in found]
    return tuple(sorted(lines, key=lambda line: (-line.days_late, line.agency)))


def _books(viewer: Viewer, found: tuple[Return, ...]) -> dict[int, AddressBook]:
    """An address book for each plan that is being asked about; seldom more than one."""
    agencies = {each.agency_id for each in found}
    plans = {each.round.plan_id for each in found}
    return {plan_id: address_book(viewer.partnership_id, plan_id, agencies) for plan_id in plans}


def _line(found: Return, book: AddressBook, series: tuple[ChasePlan, ...], today: date) -> ChaseLine:
    due_on = found.extended_to or found.round.due_on
    reaching = (each for each in series if book.of(found.agency_id, each.audience))
    next_one = _next(reaching, due_on, today)
    return ChaseLine(
        return_id=found.pk,
        plan=found.round.plan.title,
        period=Period.read(found.round.period).label,
        agency_id=found.agency_id,
        agency=found.agency.name,
        state=ReturnState(found.state),
        due_on=due_on,
        days_late=(today - due_on) // timedelta(days=1),
        people=book.of(found.agency_id, ChaseAudience.LEAD),
        seniors=book.of(found.agency_id, ChaseAudience.SENIOR),
        chairs=book.of(found.agency_id, ChaseAudience.CHAIR),
        next_on=day_of(due_on, next_one.days) if next_one else None,
        next_to=next_one.audience.value if next_one else "",
    )


def _next(series: Iterable[ChasePlan], due_on: date, today: date) -> ChasePlan | None:
    coming = (each for each in series if each.is_on and day_of(due_on, each.days) > today)
    return min(coming, key=lambda each: each.days, default=None)
