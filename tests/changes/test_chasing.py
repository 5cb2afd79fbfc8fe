"""Due messages get into the outbox once, and go to the mail server once."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend as LocmemBackend
from django.utils import timezone

from jointaction.changes.chasing.due import post_due_messages
from jointaction.changes.chasing.given_back import reopen_and_tell, send_back_and_tell
from jointaction.changes.chasing.nudge import nudge
from jointaction.changes.chasing.sending import NOT_NEEDED, send_waiting
from jointaction.changes.clock import NAME
from jointaction.changes.returns.links import ask_for_link, make_link, use_link
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.life import StepError
from jointaction.domain.outbox import GIVES_UP_AFTER
from jointaction.domain.plans import ProblemsError
from jointaction.domain.returns import ReturnState
from jointaction.queries.return_links import link_holder, link_with
from jointaction.store.models import (
    AuditEntry,
    Contact,
    Group,
    Membership,
    OutgoingMail,
    Party,
    PartyPart,
    Person,
    Plan,
    Return,
    ReturnLink,
)
from tests import factories
from tests.returns_factories import DUE, MORNING, a_contact, a_round, agency, return_of

pytestmark = pytest.mark.django_db
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def opened(viewer):
    return a_round(viewer, factories.accepted_plan(viewer))


@pytest.fixture
def police(viewer):
    """An agency whose contacts are written to, not its members."""
    of = agency(viewer)
    a_contact(of, "ann.reed@police.example")
    a_contact(of, "chief@police.example", is_senior=True)
    return of


def to_police():
    return sorted(
        OutgoingMail.objects.filter(
            key__startswith="chase/", about__agency__name="Alder Constabulary"
        ).values_list("to_email", flat=True)
    )


def test_the_day_a_return_is_due_its_people_are_written_to_once(opened, police):
    assert post_due_messages(MORNING) == len(OutgoingMail.objects.all()) > 0
    assert to_police() == ["ann.reed@police.example"]
    assert post_due_messages(MORNING + HOUR) == 0
    message = OutgoingMail.objects.get(to_email="ann.reed@police.example")
    assert message.subject == "2031-32 Quarter 4: the return of Alder Constabulary is due"
    assert "Safer Sheds" in message.body
    assert "Friday 23 April 2032" in message.body
    assert "{link}" in message.body


def test_an_agency_without_contacts_is_written_to_at_its_leads_accounts(opened):
    post_due_messages(MORNING)
    assert to_police() == [factories.email(Role.AGENCY_LEAD)]


def test_after_the_day_the_senior_and_then_the_groups_chair_are_written_to(opened, police):
    post_due_messages(MORNING + 3 * DAY)
    assert to_police() == ["chief@police.example"]
    post_due_messages(MORNING + 7 * DAY)
    assert to_police() == ["chief@police.example", factories.email(Role.GROUP_CHAIR)]
    to_chair = OutgoingMail.objects.filter(to_email=factories.email(Role.GROUP_CHAIR))
    assert not [message for message in to_chair if "{link}" in message.body]


@pytest.mark.parametrize("state", [state for state in ReturnState if not state.is_open])
def test_nobody_is_written_to_about_a_return_that_does_not_wait(opened, police, state):
    Return.objects.filter(round=opened).update(state=state.value)
    assert post_due_messages(MORNING) == 0


def test_nothing_goes_at_night_or_on_a_weekend(opened, police):
    assert post_due_messages(MORNING - 5 * HOUR) == 0
    assert post_due_messages(MORNING + DAY) == 0


def test_a_later_day_for_one_agency_moves_its_messages(opened, police):
    Return.objects.filter(round=opened).update(extended_to=DUE + 7 * DAY)
    post_due_messages(MORNING)
    assert "in a week" in OutgoingMail.objects.get(to_email="ann.reed@police.example").subject
    assert "Friday 30 April 2032" in OutgoingMail.objects.get(to_email="ann.reed@police.example").body


def test_the_number_of_queries_does_not_grow_with_agencies(viewer, opened, django_assert_max_num_queries):
    with django_assert_max_num_queries(40):
        assert post_due_messages(MORNING) <= 3


def test_what_was_posted_stands_in_the_history_in_the_products_name(opened, police):
    post_due_messages(MORNING)
    last = AuditEntry.objects.latest("pk")
    assert (last.person, last.action, last.thing_id) == (NAME, "chase returns", str(opened.pk))


def sends(settings):
    settings.MAIL_IS_CONFIGURED = True


def test_a_message_goes_once_with_a_link_nobody_else_can_read(opened, police, settings):
    sends(settings)
    post_due_messages(MORNING)
    went = send_waiting(MORNING)
    assert went.went == len(mail.outbox) == OutgoingMail.objects.count()
    assert send_waiting(MORNING + DAY).went == 0
    letter = next(each for each in mail.outbox if "ann.reed@police.example" in each.to[0])
    assert settings.SITE_ADDRESS in letter.body
    assert letter.extra_headers["Message-ID"].startswith("<")
    assert letter.reply_to == [factories.email(Role.COORDINATOR)]
    kept = OutgoingMail.objects.get(to_email="ann.reed@police.example")
    assert "{link}" in kept.body
    assert ReturnLink.objects.filter(sent_to="ann.reed@police.example").count() == 1


def test_without_a_mail_server_everything_stays_in_the_outbox(opened, police, settings):
    settings.MAIL_IS_CONFIGURED = False
    post_due_messages(MORNING)
    assert send_waiting(MORNING).went == 0
    assert mail.outbox == []


def test_a_message_is_not_sent_once_its_return_came_in(opened, police, settings):
    sends(settings)
    post_due_messages(MORNING)
    Return.objects.filter(round=opened).update(state=ReturnState.SUBMITTED.value)
    assert send_waiting(MORNING).went == 0
    assert set(OutgoingMail.objects.values_list("failure", flat=True)) == {NOT_NEEDED}


def test_a_receipt_goes_although_its_return_came_in(opened, police, settings):
    sends(settings)
    Return.objects.filter(round=opened).update(state=ReturnState.SUBMITTED.value)
    OutgoingMail.objects.create(
        partnership_id=opened.partnership_id,
        key="receipt 1.2",
        about=return_of(opened),
        to_name="Ann",
        to_email="ann@police.example",
        subject="Arrived",
        body="It has arrived.",
        made_at=MORNING,
    )
    assert send_waiting(MORNING).went == 1


class DownServer:
    """A mail backend whose server cannot be reached."""

    def __init__(self, *args, **kwargs):
        pass

    def open(self):
        raise ConnectionRefusedError("Connection refused")

    def close(self):
        pass


def test_a_server_that_is_down_costs_one_try_a_run_and_after_three_days_the_message_is_given_up(
    opened, police, settings
):
    sends(settings)
    post_due_messages(MORNING)
    waiting = OutgoingMail.objects.count()
    settings.EMAIL_BACKEND = f"{__name__}.DownServer"
    assert send_waiting(MORNING).later == waiting
    message = OutgoingMail.objects.first()
    assert message.attempts == 1
    assert "could not be reached" in message.failure
    assert send_waiting(MORNING + timedelta(minutes=1)).later == 0
    assert send_waiting(MORNING + GIVES_UP_AFTER).gave_up == waiting
    assert OutgoingMail.objects.filter(next_attempt_at=None, sent_at=None).count() == waiting
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_waiting(MORNING + 2 * GIVES_UP_AFTER).went == 0


def test_a_coordinator_nudges_each_person_once_a_day(viewer, opened, police):
    chased = return_of(opened).pk
    assert nudge(viewer, chased, now=MORNING) == 1
    assert nudge(viewer, chased, now=MORNING + HOUR) == 0
    assert nudge(viewer, chased, now=MORNING + DAY) == 1


@pytest.mark.parametrize("role", [Role.AGENCY_LEAD, Role.ANALYST, Role.COUNCILLOR])
def test_nobody_else_may_nudge(opened, role):
    with pytest.raises(NotAllowedError):
        nudge(factories.member(role), return_of(opened).pk)


def test_a_neighbours_return_is_not_there(opened):
    with pytest.raises(NotVisibleError):
        nudge(factories.whitmoor(), return_of(opened).pk)


def test_a_return_that_came_in_or_has_nobody_is_told(viewer, opened):
    chased = return_of(opened)
    Contact.objects.all().delete()
    lead = factories.member(Role.AGENCY_LEAD)
    assert lead.agency_id == chased.agency_id
    other = Return.objects.filter(round=opened).exclude(pk=chased.pk).first()
    with pytest.raises(ProblemsError, match="Nobody is known"):
        nudge(viewer, other.pk)
    Return.objects.filter(pk=chased.pk).update(state=ReturnState.SUBMITTED.value)
    with pytest.raises(ProblemsError, match="not waiting"):
        nudge(viewer, chased.pk)


class Crash(BaseException):
    """The process ends here."""


class CrashingServer(LocmemBackend):
    """A mail backend whose process ends while it sends its first message."""

    def send_messages(self, messages):
        raise Crash


class SecondWorker(LocmemBackend):
    """A mail backend during whose sending another worker comes along."""

    def send_messages(self, messages):
        if not mail.outbox:
            mail.outbox.extend(messages)
            send_waiting(MORNING)
            return 1
        return super().send_messages(messages)


def test_a_crash_while_sending_costs_a_pause_and_no_message(opened, police, settings):
    sends(settings)
    post_due_messages(MORNING)
    settings.EMAIL_BACKEND = f"{__name__}.CrashingServer"
    with pytest.raises(Crash):
        send_waiting(MORNING)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_waiting(MORNING + timedelta(minutes=1)).went == OutgoingMail.objects.count() - 1
    assert send_waiting(MORNING + timedelta(minutes=10)).went == 1
    assert len(mail.outbox) == OutgoingMail.objects.count()


def test_two_workers_at_once_send_each_message_once(opened, police, settings):
    sends(settings)
    a_contact(police, "bea@police.example")
    post_due_messages(MORNING)
    settings.EMAIL_BACKEND = f"{__name__}.SecondWorker"
    send_waiting(MORNING)
    people = [letter.to[0] for letter in mail.outbox]
    assert len(people) == len(set(people)) == OutgoingMail.objects.count() > 1


@pytest.fixture
def handed_in(viewer, opened, police):
    chased = return_of(opened)
    Return.objects.filter(pk=chased.pk).update(state=ReturnState.SUBMITTED.value)
    return chased


def test_a_return_sent_back_is_told_to_its_people_without_the_note(viewer, handed_in):
    step = {"return_id": handed_in.pk, "version": handed_in.version, "note": "In which towns?"}
    assert send_back_and_tell(viewer, **step) == 1
    assert to_police() == ["ann.reed@police.example"]
    message = OutgoingMail.objects.get()
    assert message.subject == "2031-32 Quarter 4: the return of Alder Constabulary came back to you"
    assert "{link}" in message.body
    assert "towns" not in message.body


def test_each_time_a_return_comes_back_a_message_goes(viewer, handed_in):
    for state in (ReturnState.SUBMITTED, ReturnState.SUBMITTED, ReturnState.ACCEPTED, ReturnState.EXCUSED):
        Return.objects.filter(pk=handed_in.pk).update(state=state.value)
        version = Return.objects.get(pk=handed_in.pk).version
        change = send_back_and_tell if state is ReturnState.SUBMITTED else reopen_and_tell
        assert change(viewer, return_id=handed_in.pk, version=version, note="Once more") == 1
    assert OutgoingMail.objects.count() == 4


def test_a_return_that_cannot_be_sent_back_tells_nobody(viewer, opened, police):
    with pytest.raises(StepError):
        send_back_and_tell(viewer, return_id=return_of(opened).pk, version=1, note="Too early")
    assert not OutgoingMail.objects.exists()


def opens(token):
    return link_with(token, now=timezone.now()) is not None


def tokens_sent(to):
    """The links in the letters that went to an address, the oldest first."""
    bodies = [letter.body for letter in mail.outbox if to in letter.to[0]]
    return [re.search(r"/returns/link/([^/]+)/", body)[1] for body in bodies]


def test_of_the_links_sent_to_one_address_the_latest_alone_opens(opened, police, settings):
    sends(settings)
    a_contact(police, "bea@police.example")
    for day in (MORNING - 7 * DAY, MORNING):
        post_due_messages(day)
        send_waiting(day)
    first, second = tokens_sent("ann.reed@police.example")
    assert [opens(first), opens(second)] == [False, True]
    assert [opens(token) for token in tokens_sent("bea@police.example")] == [False, True]


def test_whoever_came_in_by_a_link_stays_in_when_the_next_one_is_sent(opened, police, settings):
    sends(settings)
    post_due_messages(MORNING - 7 * DAY)
    send_waiting(MORNING - 7 * DAY)
    came_in = use_link(tokens_sent("ann.reed@police.example")[0])
    post_due_messages(MORNING)
    send_waiting(MORNING)
    assert link_holder(came_in, now=timezone.now()).by_link == came_in


def test_a_letter_that_did_not_go_ends_no_link(opened, police, settings):
    sends(settings)
    post_due_messages(MORNING - 7 * DAY)
    send_waiting(MORNING - 7 * DAY)
    settings.EMAIL_BACKEND = f"{__name__}.DownServer"
    post_due_messages(MORNING)
    send_waiting(MORNING)
    assert opens(tokens_sent("ann.reed@police.example")[0])


def test_a_replaced_link_brings_a_new_one_and_one_given_by_hand_stays(viewer, opened, police, settings):
    sends(settings)
    by_hand = make_link(viewer, return_id=return_of(opened).pk).token
    for day in (MORNING - 7 * DAY, MORNING):
        post_due_messages(day)
        send_waiting(day)
    ask_for_link(tokens_sent("ann.reed@police.example")[0])
    send_waiting(timezone.now())
    latest = tokens_sent("ann.reed@police.example")
    assert [opens(token) for token in latest] == [False, False, True]
    assert opens(by_hand)


BURGLARY, NIGHT = factories.email(Role.GROUP_CHAIR), "chair@night.example"


def a_second_chair(viewer):
    """Somebody who chairs the Night Group, beside the chair of the Burglary Group."""
    person = Person.objects.create(email=NIGHT, name="Night Chair")
    held = Membership.objects.create(
        partnership_id=viewer.partnership_id, person=person, role=Role.GROUP_CHAIR.value
    )
    held.groups.add(Group.objects.get(partnership_id=viewer.partnership_id, name="Night Group"))


@pytest.mark.parametrize(
    ("has_second", "agreed_by", "expected"),
    [
        (False, "", [BURGLARY]),
        (True, "Safer Board and Night Group, 12 March", [NIGHT]),
        (True, "Safer Board", []),
    ],
)
def test_where_the_plan_names_no_group_the_chair_over_all_of_it_is_written_to(
    viewer, opened, police, has_second, agreed_by, expected
):
    Party.objects.filter(part=PartyPart.LEAD_GROUP).delete()
    Plan.objects.update(agreed_by=agreed_by)
    if has_second:
        a_second_chair(viewer)
    post_due_messages(MORNING + 7 * DAY)
    assert [to for to in to_police() if to != "chief@police.example"] == expected
