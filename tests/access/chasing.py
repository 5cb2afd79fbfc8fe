"""What the access table asks about outgoing mail, contacts and the calendar."""

from collections.abc import Callable
from uuid import uuid4

from django.utils import timezone

from jointaction.domain.access import Viewer
from jointaction.store.models import Agency, Contact, Meeting, OutgoingMail, Return, ReturnSheet

MEETING = {
    "title": "Quarterly meeting",
    "day_day": "12",
    "day_month": "5",
    "day_year": "2032",
    "start": "14:30",
    "minutes": "90",
}
SENT: dict[str, dict[str, str]] = {
    "new_meeting": MEETING,
    "meeting": {**MEETING, "version": "1"},
    "calendar_feed": {"do": "end"},
    "return_sheet": {"do": "drop"},
    "chase_message": {
        "is_on": "yes",
        "days": "21",
        "side": "before",
        "subject": "Open",
        "body": "{agency}",
        "version": "1",
    },
    "new_chase_message": {
        "audience": "lead",
        "is_on": "yes",
        "days": "3",
        "side": "before",
        "subject": "Soon",
        "body": "{agency}",
    },
    "remove_chase_message": {"version": "1"},
    "contacts": {"name": "Cy Holt", "email": "cy@police.example", "part": "answers"},
    "contact": {"name": "Cy Holt", "email": "cy@police.example", "part": "answers", "version": "1"},
}


def make(viewer: Viewer, return_id: int) -> None:
    """A contact of the police, and a message to them that could not be sent."""
    police = Agency.objects.get(partnership_id=viewer.partnership_id, name="Alder Constabulary")
    Contact.objects.create(agency=police, name="Ann Reed", email="ann@police.example")
    OutgoingMail.objects.create(
        partnership_id=viewer.partnership_id,
        key="chase/1",
        about_id=return_id,
        to_name="Ann Reed",
        to_email="ann@police.example",
        subject="Due",
        body="Due: {link}",
        made_at=timezone.now(),
        attempts=1,
        failure="No such mailbox",
    )
    Meeting.objects.create(
        partnership_id=viewer.partnership_id,
        title="Quarterly meeting",
        starts_at=timezone.now(),
        idempotency_key=uuid4(),
    )
    ReturnSheet.objects.create(
        of_return_id=return_id,
        name="return.xlsx",
        sha256="a" * 64,
        size_bytes=1,
        reading="[]",
        brought_by="Ann Reed",
        brought_at=timezone.now(),
    )


def _contact() -> dict[str, object]:
    contact = Contact.objects.get()
    return {"agency_id": contact.agency_id, "contact_id": contact.pk}


def _return() -> dict[str, object]:
    return {"return_id": Return.objects.get(agency__name__endswith="Alder Constabulary").pk}


def _mail() -> dict[str, object]:
    return {"mail_id": OutgoingMail.objects.get(key="chase/1").pk}


ARGUMENTS: dict[str, Callable[[], dict[str, object]]] = {
    "outgoing_message": _mail,
    "send_again": _mail,
    "nudge_return": _return,
    "return_sheets": _return,
    "return_sheet": lambda: {**_return(), "sheet_id": ReturnSheet.objects.get().pk},
    "return_sheet_file": lambda: {**_return(), "extension": "xlsx"},
    "meeting": lambda: {"meeting_id": Meeting.objects.get().pk},
    "cancel_meeting": lambda: {"meeting_id": Meeting.objects.get().pk},
    "calendar_ics": lambda: {"secret": "guessed"},
    "chase_sheet": lambda: {"extension": "csv"},
    "chase_message": lambda: {"key": "lead-before-21"},
    "remove_chase_message": lambda: {"key": "lead-before-21"},
    "contacts": lambda: {"agency_id": Contact.objects.get().agency_id},
    "contact": _contact,
    "remove_contact": _contact,
}
