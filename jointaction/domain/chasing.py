"""Chasing: which message about a return is due on which day, to whom, and in what words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from jointaction.domain.returns import ChaseAudience
from jointaction.domain.working_days import is_working_day, working_day_from

FIELDS = {
    "agency": "the agency that answers",
    "plan": "the plan's title",
    "period": "the quarter or year",
    "due": "the day the return is due",
    "link": "a link that opens this one return, made when the message goes",
}
LINK = "{link}"
LATEST = timedelta(days=3)  # a step missed for longer, such as by a server that stood still, is left out
LONGEST_SUBJECT, LONGEST_BODY, MOST_DAYS = 200, 4000, 60
LONDON = ZoneInfo("Europe/London")
_FIRST_HOUR, _LAST_HOUR = time(8), time(18)
_FIELD = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class ChasePlan:
    """One message of the series: `days` after the return is due (before it where below zero), to whom.

    `is_added`: a coordinator put it there, and can take it out; those that were there are left out instead.
    """

    days: int
    audience: ChaseAudience
    subject: str
    body: str
    is_on: bool = True
    version: int = 1
    is_added: bool = False

    @property
    def key(self) -> str:
        """What names the message in an address: lead-before-21, senior-after-3."""
        side = "before" if self.days < 0 else "after"
        return f"{self.audience.name.lower()}-{side}-{abs(self.days)}"

    @property
    def when(self) -> str:
        """When it goes, in words."""
        if self.days == 0:
            return "On the day it is due"
        count = f"{abs(self.days)} day" + ("s" if abs(self.days) > 1 else "")
        return f"{count} {'before' if self.days < 0 else 'after'} it is due"


_ANSWER = (
    "\n\nAnswer here, no password needed: {link}\n\n"
    "The link is yours alone, so please do not pass it on. Earlier ones open nothing any more."
)
_STEPS = (
    (
        -21,
        ChaseAudience.LEAD,
        "is open",
        "The return of {agency} on {plan} for {period} is open. It is due {due}.",
    ),
    (
        -14,
        ChaseAudience.LEAD,
        "is due in two weeks",
        "The return of {agency} on {plan} for {period} is due {due}.",
    ),
    (
        -7,
        ChaseAudience.LEAD,
        "is due in a week",
        "The return of {agency} on {plan} for {period} is due {due}.",
    ),
    (0, ChaseAudience.LEAD, "is due", "The return of {agency} on {plan} for {period} is due {due}."),
    (3, ChaseAudience.SENIOR, "was due", "The return of {agency} on {plan} for {period} was due {due}."),
    (7, ChaseAudience.CHAIR, "was due", "The return of {agency} on {plan} for {period} was due {due}."),
)


def usual_series() -> tuple[ChasePlan, ...]:
    """The messages a partnership starts with, the earliest first."""
    return tuple(
        ChasePlan(
            days,
            audience,
            f"{{period}}: the return of {{agency}} {subject}",
            body + ("" if audience is ChaseAudience.CHAIR else _ANSWER),
        )
        for days, audience, subject, body in _STEPS
    )


def nudge_words(*, is_late: bool) -> ChasePlan:
    """The message a coordinator sends by hand."""
    verb = "was due" if is_late else "is due"
    body = f"The return of {{agency}} on {{plan}} for {{period}} {verb} {{due}}."
    return ChasePlan(0, ChaseAudience.LEAD, f"{{period}}: the return of {{agency}} {verb}", body + _ANSWER)


def extra_words() -> ChasePlan:
    """What a message that is added says until its words are changed."""
    body = "The return of {agency} on {plan} for {period} is due {due}." + _ANSWER
    return ChasePlan(-3, ChaseAudience.LEAD, "{period}: the return of {agency} is due soon", body)


def given_back_words() -> ChasePlan:
    """The message that goes when a return is sent back or opened again; why stands on its page alone."""
    body = "The return of {agency} on {plan} for {period} is open again. What is asked stands on its page."
    return ChasePlan(
        0, ChaseAudience.LEAD, "{period}: the return of {agency} came back to you", body + _ANSWER
    )


def may_send(now: datetime) -> bool:
    """Whether a message may go now: in the daytime of a working day in London."""
    local = now.astimezone(LONDON)
    return is_working_day(local.date()) and _FIRST_HOUR <= local.time() < _LAST_HOUR


def day_of(due_on: date, days: int) -> date:
    """The day a message goes: never a weekend or bank holiday, but the next working day."""
    return working_day_from(due_on + timedelta(days=days))


def due_today(series: Iterable[ChasePlan], due_on: date, today: date) -> tuple[ChasePlan, ...]:
    """What goes today about a return due on `due_on`: for each audience the latest message, or none."""
    if not is_working_day(today):
        return ()
    latest: dict[ChaseAudience, ChasePlan] = {}
    for each in sorted(series, key=lambda one: one.days):
        if each.is_on and day_of(due_on, each.days) <= today <= _last_day(each, due_on):
            latest[each.audience] = each
    return tuple(latest.values())


def _last_day(message: ChasePlan, due_on: date) -> date:
    """The last day a missed message is made good; what announces the day does not go after it."""
    own = day_of(due_on, message.days)
    late = own + LATEST
    return min(late, max(own, due_on)) if message.days <= 0 else late


def filled(words: str, values: Mapping[str, str]) -> str:
    """The words with each named field filled in; a field without a value stays as it is written."""
    return _FIELD.sub(lambda found: values.get(found[1], found[0]), words)


def trouble_in(words: str, audience: ChaseAudience) -> str | None:
    """What is wrong with a message's words, as a sentence; None where nothing is."""
    unknown = [name for name in _FIELD.findall(words) if name not in FIELDS]
    if unknown:
        known = ", ".join(f"{{{name}}}" for name in FIELDS)
        return f"{{{unknown[0]}}} is no field. Use only {known}."
    if LINK in words and audience is ChaseAudience.CHAIR:
        return "A group's chair cannot answer for an agency, so this message takes no {link}."
    return None


def day_in_words(day: date) -> str:
    """A day as a message writes it: Friday 17 July 2026."""
    return f"{day:%A} {day.day} {day:%B %Y}"
