"""Puts a message about a return into the outbox, once for each person."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from jointaction.domain.chasing import LONGEST_SUBJECT, ChasePlan, day_in_words, filled
from jointaction.domain.outbox import CHASE
from jointaction.domain.periods import Period
from jointaction.queries.recipients import Recipient
from jointaction.store.models import OutgoingMail, Return


@dataclass(frozen=True, slots=True)
class Occasion:
    """Why a message goes: the return, the day it is due, and what tells this occasion from any other."""

    of_return: Return
    due_on: date
    name: str

    def key_for(self, person: Recipient) -> str:
        """The name of the one message to this person on this occasion."""
        address = hashlib.sha256(person.email.lower().encode()).hexdigest()[:24]
        return f"{CHASE}{self.of_return.pk}/{self.name}/{address}"


def post(
    occasion: Occasion, message: ChasePlan, people: Iterable[Recipient], now: datetime
) -> list[OutgoingMail]:
    """The messages that are new in the outbox; whoever has theirs on this occasion gets no second one.

    The link stays a field: it is made when the message goes, so that the outbox never holds one.
    """
    answering = occasion.of_return
    values = {
        "agency": answering.agency.name,
        "plan": answering.round.plan.title,
        "period": Period.read(answering.round.period).label,
        "due": day_in_words(occasion.due_on),
    }
    made = []
    for person in people:
        mail, is_new = OutgoingMail.objects.get_or_create(
            partnership_id=answering.round.partnership_id,
            key=occasion.key_for(person),
            defaults={
                "about": answering,
                "to_name": person.name,
                "to_email": person.email,
                "subject": " ".join(filled(message.subject, values).split())[:LONGEST_SUBJECT],
                "body": filled(message.body, values),
                "made_at": now,
                "next_attempt_at": now,
            },
        )
        made += [mail] if is_new else []
    return made
