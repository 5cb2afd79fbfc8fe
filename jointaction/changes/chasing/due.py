"""The messages that are due today about returns nobody sent yet."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from jointaction.changes.audit import record
from jointaction.changes.chasing.posting import Occasion, post
from jointaction.changes.clock import clock_of
from jointaction.domain.chasing import LONDON, ChasePlan, due_today, may_send
from jointaction.domain.returns import ReturnState
from jointaction.domain.wording import counted
from jointaction.queries.chase_steps import series_of
from jointaction.queries.recipients import AddressBook, address_book
from jointaction.store.models import OutgoingMail, Return, Round

OPEN_STATES = tuple(state.value for state in ReturnState if state.is_open)


def post_due_messages(now: datetime) -> int:
    """Put today's messages of every partnership into the outbox; gives how many are new.

    Nothing at night, on weekends and on bank holidays. Running this twice changes nothing more.
    """
    if not may_send(now):
        return 0
    today = now.astimezone(LONDON).date()
    waiting = Return.objects.filter(state__in=OPEN_STATES).values("round_id")
    rounds = Round.objects.filter(pk__in=waiting, opens_on__lte=today).select_related("plan").order_by("pk")
    return sum(_posted(each, today, now) for each in rounds)


def due_on(answering: Return) -> date:
    """The day a return is due, with what was granted to its agency alone."""
    return answering.extended_to or answering.round.due_on


def _posted(of_round: Round, today: date, now: datetime) -> int:
    series = series_of(of_round.partnership_id)
    with transaction.atomic():
        waiting = tuple(_waiting(of_round))
        book = address_book(of_round.partnership_id, of_round.plan_id, {each.agency_id for each in waiting})
        made = [mail for each in waiting for mail in _about(each, series, book, today, now)]
        if made:
            _record(of_round, made)
    return len(made)


def _waiting(of_round: Round) -> Iterable[Return]:
    open_ones = Return.objects.filter(round=of_round, state__in=OPEN_STATES)
    for answering in open_ones.select_related("agency"):
        answering.round = of_round
        yield answering


def _about(
    answering: Return, series: tuple[ChasePlan, ...], book: AddressBook, today: date, now: datetime
) -> list[OutgoingMail]:
    due, made, told = due_on(answering), [], set[str]()
    for message in due_today(series, due, today):
        people = [
            person
            for person in book.of(answering.agency_id, message.audience)
            if person.email.lower() not in told
        ]
        told |= {person.email.lower() for person in people}
        occasion = Occasion(answering, due, f"{due:%Y%m%d}/{message.key}")
        made += post(occasion, message, people, now)
    return made


def _record(of_round: Round, made: list[OutgoingMail]) -> None:
    agencies = sorted({mail.about.agency.name for mail in made if mail.about})
    record(
        clock_of(of_round.partnership_id),
        action="chase returns",
        thing="round",
        thing_id=of_round.pk,
        summary=f"{counted(len(made), 'message', 'messages')} about {', '.join(agencies)}"[:500],
    )
