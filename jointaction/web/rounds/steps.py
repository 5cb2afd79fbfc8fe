"""What a coordinator does to one agency's return: a word in the address, a change behind it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from jointaction.changes.chasing.given_back import reopen_and_tell, send_back_and_tell
from jointaction.changes.returns.opening import Closed
from jointaction.changes.returns.steps import excuse_return, extend_return
from jointaction.domain.wording import counted
from jointaction.web.rounds.forms import LaterForm, NoteForm


@dataclass(frozen=True, slots=True)
class Asked:
    """A step that asks for a note or a day first: its title, its button, what is said then, its change."""

    title: str
    button: str
    done: str
    change: Callable[..., int | None]
    form: type[NoteForm] = NoteForm

    def take(self, *args: Any, **kwargs: Any) -> str:
        """Carry it out; a sentence on it."""
        return self.done + written_to(self.change(*args, **kwargs))


ASKED = {
    "send-back": Asked("Send back", "Send back", "sent back.", send_back_and_tell),
    "excuse": Asked("Excuse this agency", "Excuse", "excused.", excuse_return),
    "reopen": Asked("Open this return again", "Open again", "open again.", reopen_and_tell),
    "extend": Asked(
        "Give a later day", "Give this day", "the later day holds for it alone.", extend_return, LaterForm
    ),
}


def written_to(people: int | None) -> str:
    """How many are written to about a step, as a sentence; nothing for a step nobody is told of."""
    if people is None:
        return ""
    if not people:
        return " Nobody is known to write to there, so please tell them yourself."
    if not settings.MAIL_IS_CONFIGURED:
        return f" {counted(people, 'message')} in the outgoing mail; no mail server is set up to send it."
    return f" {counted(people, 'person is', 'people are')} written to."


def closed_words(closed: Closed) -> str:
    """What closing a round did, and whose words it left behind."""
    only = f"Only {', '.join(closed.open_on)} can still write, until the later day given."
    told = ["The round is closed.", only if closed.open_on else "Nobody can write in it any more."]
    if closed.begun:
        begun = ", ".join(closed.begun)
        told.append(f"Begun and not handed in, so not in the plan: {begun}. A later day lets them finish.")
    return " ".join(told)
