"""Accounts nobody uses: warned by e-mail, closed a fortnight later; both by the clock, each once."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from jointaction.changes.audit import one_at_a_time, record
from jointaction.changes.clock import clock_of
from jointaction.changes.people import holds_last_seat_of_role, leave
from jointaction.domain.people import DORMANT_AFTER, WARNED_BEFORE, closes_at
from jointaction.domain.wording import day_words
from jointaction.queries.people import can_sign_in
from jointaction.store.models import Membership, OutgoingMail

SUBJECT = "Your account for {partnership} will be closed on {day}"
BODY = """Nobody has signed in with your account since {seen}.

An account that nobody uses for 90 days is closed. Yours will be closed on {day}. If you still need it,
sign in once before then:

{address}/account/sign-in/

If you do not, you need do nothing.
"""


def warn_unused(now: datetime) -> int:
    """Put a warning into the outbox for each account that will be closed in a fortnight; returns how many.

    Where no mail is set up nobody is warned, and so nobody's account is closed by the clock.
    """
    if not settings.MAIL_IS_CONFIGURED:
        return 0
    unused = _unused(since=now - (DORMANT_AFTER - WARNED_BEFORE))
    return sum(_warned(member, now) for member in unused)


def close_unused(now: datetime) -> int:
    """Close the accounts unused for 90 days whose warning went out a fortnight ago; returns how many."""
    unused = _unused(since=now - DORMANT_AFTER)
    return sum(_closed(member.pk, now) for member in unused)


def _unused(since: datetime) -> list[Membership]:
    """The seats of those who last came in before `since`; the demonstration's people share theirs."""
    return [
        member
        for member in _last_seen_by(since).order_by("partnership_id", "pk")
        if can_sign_in(member.person) and not holds_last_seat_of_role(member)
    ]


def _last_seen_by(moment: datetime) -> QuerySet[Membership]:
    present = Membership.objects.filter(left_at=None, person__is_active=True, person__is_demo=False)
    never_after = Q(person__last_login__lte=moment) | Q(person__last_login=None, joined_at__lte=moment)
    return present.filter(never_after).select_related("person", "partnership", "agency")


def _key(member: Membership) -> str:
    """The name of the one warning for this time of not being used: after a sign-in it is another."""
    return f"unused/{member.pk}/{_seen_at(member):%Y%m%d%H%M%S}"


def _seen_at(member: Membership) -> datetime:
    return member.person.last_login or member.joined_at


def _warned(member: Membership, now: datetime) -> bool:
    """Whether a warning is new in the outbox."""
    seen = _seen_at(member)
    words = {
        "partnership": member.partnership.name,
        "day": _day(closes_at(seen, warned_at=now)),
        "seen": _day(seen),
        "address": settings.SITE_ADDRESS,
    }
    with transaction.atomic():
        _, is_new = OutgoingMail.objects.get_or_create(
            partnership_id=member.partnership_id,
            key=_key(member),
            defaults={
                "to_name": member.person.name,
                "to_email": member.person.email,
                "subject": SUBJECT.format(**words)[:200],
                "body": BODY.format(**words),
                "made_at": now,
                "next_attempt_at": now,
            },
        )
        if is_new:
            record(
                clock_of(member.partnership_id),
                action="warn of closing",
                thing="person",
                thing_id=member.person_id,
                summary=f"{member.person.name}: on {words['day']}, unless they sign in",
            )
    return is_new


def _closed(membership_id: int, now: datetime) -> bool:
    """Whether the account was closed: looked at anew, for its person may have signed in just now."""
    with transaction.atomic():
        partnership_id = Membership.objects.values_list("partnership_id", flat=True).get(pk=membership_id)
        one_at_a_time(clock_of(partnership_id))
        member = _last_seen_by(now - DORMANT_AFTER).filter(pk=membership_id).first()
        if member is None or holds_last_seat_of_role(member):
            return False
        warning = OutgoingMail.objects.filter(partnership_id=partnership_id, key=_key(member)).first()
        if warning is None or warning.sent_at is None:
            return False
        if now < closes_at(_seen_at(member), warned_at=warning.sent_at):
            return False
        leave(clock_of(partnership_id), member, version=member.version, action="close dormant account")
    return True


def _day(moment: datetime) -> str:
    return day_words(timezone.localdate(moment))
