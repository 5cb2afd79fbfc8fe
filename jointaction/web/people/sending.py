"""How an invitation's link reaches somebody: shown once to whoever made it, and sent where mail is set up."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from jointaction.changes.invitations import Invited

KEY = "invitation_links"
SUBJECT = "You are invited to Joint Action"
BODY = """You are invited to Joint Action. Open this link within seven days; it works once:

{address}

If you did not expect this message, you need do nothing.
"""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to copy, whom it is for, and whether it went to them by e-mail."""

    name: str
    email: str
    address: str
    was_sent: bool


def hand_over(request: HttpRequest, made: Iterable[Invited]) -> HttpResponse:
    """Send each link to its one person and keep all for the page that shows them once."""
    links = [
        Link(each.name, each.email, request.build_absolute_uri(_path(each)), was_sent=False) for each in made
    ]
    sent = _sent(links)
    request.session[KEY] = [asdict(link) | {"was_sent": link.email in sent} for link in links]
    return redirect("invited_people")


def handed_over(request: HttpRequest) -> tuple[Link, ...]:
    """The links kept for this person, which are forgotten now."""
    return tuple(Link(**link) for link in request.session.pop(KEY, ()))


def _path(made: Invited) -> str:
    return reverse("accept_invitation", args=(made.token,))


def _sent(links: list[Link]) -> set[str]:
    """The addresses the mail server took a message for; none where no mail is set up."""
    if not settings.MAIL_IS_CONFIGURED:
        return set()
    sent: set[str] = set()
    try:
        with get_connection() as connection:
            for link in links:
                message = EmailMessage(SUBJECT, BODY.format(address=link.address), None, [link.email])
                connection.send_messages([message])
                sent.add(link.email)
    except (SMTPException, OSError):
        return sent
    return sent
