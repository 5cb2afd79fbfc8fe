"""What a coordinator does to one agency's return: a word in the address, a change behind it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from jointaction.changes.returns.steps import excuse_return, extend_return, reopen_return, send_back
from jointaction.web.rounds.forms import LaterForm, NoteForm


@dataclass(frozen=True, slots=True)
class Asked:
    """A step that asks for a note or a day first: its title, its button, its change."""

    title: str
    button: str
    change: Callable[..., None]
    form: type[NoteForm] = NoteForm

    def take(self, *args: Any, **kwargs: Any) -> None:
        """Carry it out."""
        self.change(*args, **kwargs)


ASKED = {
    "send-back": Asked("Send back", "Send back", send_back),
    "excuse": Asked("Excuse this agency", "Excuse", excuse_return),
    "reopen": Asked("Open this return again", "Open again", reopen_return),
    "extend": Asked("Give a later day", "Give this day", extend_return, LaterForm),
}
