"""Whom to write to at an agency: contacts are added, changed and removed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from jointaction.changes.audit import record
from jointaction.domain.access import NotVisibleError, Viewer
from jointaction.domain.plans import EditConflictError, Problem, ProblemsError
from jointaction.queries.contacts import agency_to_change, contacts_of
from jointaction.store.models import Agency, Contact

MOST_CONTACTS = 20


@dataclass(frozen=True, slots=True)
class ContactWords:
    """Somebody to write to, as filled in."""

    name: str
    email: str
    is_senior: bool


def add_contact(viewer: Viewer, *, agency_id: int, words: ContactWords) -> None:
    """Add somebody; sent twice it adds one. Raises ProblemsError when another has the address."""
    with transaction.atomic():
        agency = agency_to_change(viewer, agency_id)
        there = contacts_of(agency.pk).filter(email__iexact=words.email).first()
        if there is not None and _words_of(there) == words:
            return
        if contacts_of(agency.pk).count() >= MOST_CONTACTS:
            told = f"An agency has at most {MOST_CONTACTS} contacts. Remove one first."
            raise ProblemsError((Problem("email", told),))
        with _one_address():
            made = Contact.objects.create(
                agency=agency, name=words.name, email=words.email, is_senior=words.is_senior
            )
        _record(viewer, "add contact", agency, made.pk, after=words)


def change_contact(
    viewer: Viewer, *, agency_id: int, contact_id: int, version: int, words: ContactWords
) -> None:
    """Change somebody; raises EditConflictError when somebody else did so first."""
    with transaction.atomic():
        agency = agency_to_change(viewer, agency_id)
        contact = _contact(agency, contact_id)
        with _one_address():
            changed = Contact.objects.filter(pk=contact.pk, version=version).update(
                name=words.name, email=words.email, is_senior=words.is_senior, version=version + 1
            )
        if not changed:
            raise EditConflictError(f"contact {contact_id}")
        _record(viewer, "change contact", agency, contact_id, before=_words_of(contact), after=words)


def remove_contact(viewer: Viewer, *, agency_id: int, contact_id: int) -> None:
    """Remove somebody: no message goes to them any more."""
    with transaction.atomic():
        agency = agency_to_change(viewer, agency_id)
        contact = _contact(agency, contact_id)
        contact.delete()
        _record(viewer, "remove contact", agency, contact_id, before=_words_of(contact))


@contextmanager
def _one_address() -> Iterator[None]:
    """Tells in a sentence that an agency has each address once."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        told = "This address is listed for the agency already."
        raise ProblemsError((Problem("email", told),)) from None


def _contact(agency: Agency, contact_id: int) -> Contact:
    found = contacts_of(agency.pk).filter(pk=contact_id).first()
    if found is None:
        raise NotVisibleError(f"contact {contact_id}")
    return found


def _words_of(contact: Contact) -> ContactWords:
    return ContactWords(contact.name, contact.email, contact.is_senior)


def _record(
    viewer: Viewer,
    action: str,
    agency: Agency,
    contact_id: int,
    *,
    before: ContactWords | None = None,
    after: ContactWords | None = None,
) -> None:
    record(
        viewer,
        action=action,
        thing="contact",
        thing_id=contact_id,
        summary=f"{agency.name}: {(after or before or ContactWords('', '', is_senior=False)).name}",
        before=_told(before),
        after=_told(after),
    )


def _told(words: ContactWords | None) -> str:
    if words is None:
        return ""
    return f"{words.name}, {words.email}" + (", named senior" if words.is_senior else "")
