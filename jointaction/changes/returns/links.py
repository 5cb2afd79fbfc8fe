"""Links that open one return without a password: made, used, taken back, asked for again."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from secrets import token_urlsafe

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.changes.clock import clock_of
from jointaction.changes.returns.steps import locked_return
from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.chasing import LINK
from jointaction.domain.periods import Period
from jointaction.domain.returns import ReturnState
from jointaction.queries.invitations import secret_hash
from jointaction.queries.return_links import link_holder, link_with
from jointaction.store.models import OutgoingMail, Return, ReturnLink

SECRET_BYTES = 32
LASTS_AFTER_DUE = timedelta(days=14)
# A link asked for again goes out no more often than this.
AGAIN_AFTER = timedelta(hours=1)
SUBJECT = "A new link to your return"
BODY = """You, or somebody with your old link, asked for a new link to the return of {agency}
on {plan}, {period}. It opens that return and nothing else; no password is needed:

{link}

If you did not ask for it, you need do nothing.
"""


@dataclass(frozen=True, slots=True)
class MadeLink:
    """A link just made. Its token is nowhere kept: who loses it needs a new one."""

    token: str
    expires_at: datetime


def make_link(viewer: Viewer, *, return_id: int, sent_to: str = "") -> MadeLink:
    """A fresh link to a return, good until fourteen days after it is due, or from now where that is later."""
    viewer.require(Permission.RUN_ROUNDS)
    with transaction.atomic():
        found = locked_return(viewer, return_id)
        token, now = token_urlsafe(SECRET_BYTES), timezone.now()
        last_day = (found.extended_to or found.round.due_on) + LASTS_AFTER_DUE
        ends = timezone.make_aware(datetime.combine(last_day, time(23, 59)))
        link = ReturnLink.objects.create(
            of_return=found,
            sha256=secret_hash(token),
            sent_to=sent_to,
            made_at=now,
            expires_at=max(ends, now + LASTS_AFTER_DUE),
        )
        _record(viewer, "make link", link, found)
    return MadeLink(token, link.expires_at)


def use_link(token: str) -> int:
    """Note that somebody came in with a link; returns its id. Raises NotVisibleError unless it is good."""
    now = timezone.now()
    with transaction.atomic():
        found = link_with(token, now=now)
        holder = link_holder(found.id, now=now) if found else None
        if found is None or holder is None:
            raise NotVisibleError("link")
        ReturnLink.objects.filter(pk=found.id).update(last_used_at=now, times_used=F("times_used") + 1)
        link = ReturnLink.objects.select_related("of_return__agency", "of_return__round").get(pk=found.id)
        _record(holder, "use link", link, link.of_return)
    return found.id


def replace_links(of_return: Return, email: str) -> None:
    """Of the links to one address leave the latest; call it once that one's letter has gone.

    The others open nothing anew, but whoever is in by one stays in: nobody loses what they are writing.
    """
    sent = ReturnLink.objects.filter(of_return=of_return, sent_to__iexact=email, replaced_at=None)
    latest = sent.order_by("-pk").values_list("pk", flat=True).first()
    sent.exclude(pk=latest or 0).update(replaced_at=timezone.now())


def revoke_links(viewer: Viewer, *, return_id: int) -> int:
    """Take back every link to a return that is still good, at once; returns how many."""
    viewer.require(Permission.RUN_ROUNDS)
    with transaction.atomic():
        found = locked_return(viewer, return_id)
        good = ReturnLink.objects.filter(of_return=found, revoked_at=None, expires_at__gt=timezone.now())
        links = list(good.select_for_update())
        for link in links:
            ReturnLink.objects.filter(pk=link.pk).update(revoked_at=timezone.now())
            _record(viewer, "revoke link", link, found)
    return len(links)


def ask_for_link(token: str) -> None:
    """Send a new link to the address an older one went to, if the return still waits.

    Whoever asks is told the same in every case. One taken back brings no other; one an hour at most.
    """
    now = timezone.now()
    links = ReturnLink.objects.select_related("of_return__agency", "of_return__round__plan")
    known = links.filter(sha256=secret_hash(token), revoked_at=None).exclude(sent_to="").first()
    if known is None or not ReturnState(known.of_return.state).is_open:
        return
    with transaction.atomic():
        found = Return.objects.select_for_update().get(pk=known.of_return_id)
        lately = OutgoingMail.objects.filter(
            about=found, subject=SUBJECT, to_email=known.sent_to, made_at__gt=now - AGAIN_AFTER
        )
        if lately.exists():
            return
        _write_mail(known, now)
        clock = clock_of(known.of_return.round.partnership_id)
        _record(clock, "ask for link", known, known.of_return)


def _write_mail(known: ReturnLink, now: datetime) -> None:
    """The link itself is made when the message goes out, so that the outbox holds no secret."""
    asked = known.of_return
    body = BODY.format(
        agency=asked.agency.name,
        plan=asked.round.plan.title,
        period=Period.read(asked.round.period).label,
        link=LINK,
    )
    OutgoingMail.objects.create(
        partnership_id=asked.round.partnership_id,
        key=f"new link {known.pk} {now:%Y%m%d%H%M%S}",
        about=asked,
        to_name=asked.agency.name[:120],
        to_email=known.sent_to,
        subject=SUBJECT,
        body=body,
        made_at=now,
        next_attempt_at=now,
    )


def _record(viewer: Viewer, action: str, link: ReturnLink, found: Return) -> None:
    told = f"{found.agency.name}, {found.round.period}"
    record(viewer, action=action, thing="return link", thing_id=link.pk, summary=told)
