"""A real SMTP server on this machine, up and down: every message goes once, lasting refusals are told."""

import email
import socket
from contextlib import contextmanager
from datetime import timedelta

import pytest
from aiosmtpd.controller import Controller

from jointaction.changes.chasing.due import post_due_messages
from jointaction.changes.chasing.sending import send_waiting
from jointaction.store.models import OutgoingMail
from tests import factories
from tests.returns_factories import MORNING, a_contact, a_round, agency

pytestmark = [pytest.mark.faults, pytest.mark.django_db]
FIVE_MINUTES = timedelta(minutes=5)
PEOPLE = tuple(f"person.{number}@police.example" for number in range(12))


class Inbox:
    """Takes letters in, refuses some addresses for now or for good, and breaks off when told."""

    def __init__(self):
        self.letters, self.later, self.never, self.breaks = [], set(), set(), 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.later:
            return "451 4.3.0 Try again later"
        if address in self.never:
            return "550 5.1.1 No such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.breaks:
            self.breaks -= 1
            server.transport.abort()
            return "421 gone"
        self.letters.append((tuple(envelope.rcpt_tos), email.message_from_bytes(envelope.content)))
        return "250 taken"

    def got(self):
        """Who got a letter, as often as they got one."""
        return sorted(address for people, _ in self.letters for address in people)


@contextmanager
def running(inbox, port):
    controller = Controller(inbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield
    finally:
        controller.stop()


@pytest.fixture
def port(settings):
    """A port nobody listens at, and a product that sends there."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    settings.MAIL_IS_CONFIGURED = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    return free


@pytest.fixture
def waiting():
    """A dozen messages in the outbox."""
    viewer = factories.alder_vale()
    a_round(viewer, factories.accepted_plan(viewer))
    for person in PEOPLE:
        a_contact(agency(viewer), person)
    assert post_due_messages(MORNING) == len(PEOPLE)


def runs(count, start=MORNING):
    """The clock's runs, one every five minutes; gives the time after the last."""
    for number in range(count):
        send_waiting(start + number * FIVE_MINUTES)
    return start + count * FIVE_MINUTES


def test_a_server_that_is_down_for_an_hour_gets_every_message_once(port, waiting):
    inbox = Inbox()
    later = runs(12)
    assert OutgoingMail.objects.filter(sent_at=None).count() == len(PEOPLE)
    with running(inbox, port):
        runs(24, later)
    assert inbox.got() == sorted(PEOPLE)
    assert not OutgoingMail.objects.filter(sent_at=None).exists()
    assert set(OutgoingMail.objects.values_list("failure", flat=True)) == {""}


def test_each_letter_is_to_one_person_with_a_link_of_their_own(port, waiting):
    inbox = Inbox()
    with running(inbox, port):
        runs(1)
    assert {len(people) for people, _ in inbox.letters} == {1}
    assert len({letter["Message-ID"] for _, letter in inbox.letters}) == len(PEOPLE)
    bodies = {letter.get_payload(decode=True).decode() for _, letter in inbox.letters}
    assert len(bodies) == len(PEOPLE)
    assert all("/returns/link/" in body and "{link}" not in body for body in bodies)


def test_who_is_refused_for_now_gets_it_later_and_who_is_unknown_is_told(port, waiting):
    inbox = Inbox()
    inbox.later, inbox.never = {PEOPLE[3]}, {PEOPLE[5]}
    with running(inbox, port):
        later = runs(1)
        assert inbox.got() == sorted(set(PEOPLE) - inbox.later - inbox.never)
        inbox.later = set()
        runs(3, later)
    assert inbox.got() == sorted(set(PEOPLE) - inbox.never)
    refused = OutgoingMail.objects.get(to_email=PEOPLE[5])
    assert "No such mailbox" in refused.failure
    assert (refused.attempts, refused.next_attempt_at) == (1, None)


def test_a_line_that_breaks_before_the_server_took_the_letter_costs_a_pause_not_the_letter(port, waiting):
    inbox = Inbox()
    inbox.breaks = 2
    with running(inbox, port):
        later = runs(1)
        assert len(inbox.letters) == len(PEOPLE) - 2
        runs(4, later)
    assert inbox.got() == sorted(PEOPLE)
