"""The calendar: who sees what, meetings kept, and a feed that reads back."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from jointaction.changes.feeds import end_feed, make_feed
from jointaction.changes.meetings import MeetingWords, call_meeting, change_meeting
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.calendar import EntryKind
from jointaction.domain.plans import ProblemsError
from jointaction.queries.calendar import calendar_entries, calendar_page
from jointaction.queries.feeds import feed_with
from jointaction.store.models import FeedAddress, Group, Meeting, Membership
from tests import factories
from tests.returns_factories import a_round
from tests.web.people import page_words, signed_in

pytestmark = pytest.mark.django_db
MAY = date(2032, 5, 1)
FORM = {
    "title": "Quarterly meeting",
    "day_day": "12",
    "day_month": "5",
    "day_year": "2032",
    "start": "14:30",
    "minutes": "90",
    "place": "Town hall",
    "papers_due_on_day": "5",
    "papers_due_on_month": "5",
    "papers_due_on_year": "2032",
}


@pytest.fixture
def opened(viewer):
    return a_round(viewer, factories.accepted_plan(viewer))


def meets(viewer, **fields):
    group = Group.objects.get(partnership_id=viewer.partnership_id, short_name="JAG")
    words = {"title": "Meeting", "group_id": group.pk, "starts_at": datetime(2032, 5, 12, 13, 30, tzinfo=UTC)}
    return call_meeting(
        viewer, words=MeetingWords(**{**words, "minutes": 90, **fields}), idempotency_key=uuid4()
    )


def entries(viewer):
    return [
        (each.kind, each.title)
        for each in calendar_entries(viewer, start=date(2032, 4, 1), end=date(2032, 6, 1))
    ]


def test_rounds_meetings_and_papers_fall_on_their_days_as_far_as_somebody_may_see(viewer, opened):
    meets(viewer, papers_due_on=date(2032, 5, 5))
    everything = [
        (EntryKind.OPENS, "Returns open: Safer Sheds, 2031-32 Quarter 4"),
        (EntryKind.DUE, "Returns due: Safer Sheds, 2031-32 Quarter 4"),
        (EntryKind.PAPERS, "Papers due: Joint Action Group: Meeting"),
        (EntryKind.MEETING, "Joint Action Group: Meeting"),
    ]
    assert entries(viewer) == entries(factories.member(Role.AGENCY_LEAD)) == everything
    assert entries(factories.member(Role.COUNCILLOR)) == everything[2:]
    assert entries(factories.whitmoor()) == []
    for outsider in (factories.public(viewer), factories.member(Role.ADMINISTRATOR)):
        with pytest.raises(NotAllowedError):
            entries(outsider)


def test_a_coordinator_adds_a_meeting_once_changes_it_and_takes_it_out(viewer):
    browser, key = signed_in(), str(uuid4())
    for _ in range(2):
        browser.post(reverse("new_meeting"), {**FORM, "key": key})
    meeting = Meeting.objects.get()
    assert timezone.localtime(meeting.starts_at).strftime("%H:%M") == "14:30"
    shown = page_words(browser.get(reverse("calendar"), {"month": "2032-05"}))
    assert "14:30 Quarterly meeting" in shown
    assert "Papers due: Quarterly meeting" in shown
    assert "May Day" in shown
    address = reverse("meeting", args=[meeting.pk])
    assert "Town hall" in browser.get(address).content.decode()
    assert browser.post(address, {**FORM, "title": "Moved", "version": "1"}).status_code == 302
    conflict = browser.post(address, {**FORM, "title": "Again", "version": "1"})
    assert (conflict.status_code, "Somebody else saved" in page_words(conflict)) == (409, True)
    browser.post(reverse("cancel_meeting", args=[meeting.pk]))
    assert not Meeting.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"title": ""}, "Fill in “Title”"),
        ({"day_month": "13"}, "That is not a date"),
        ({"start": "noon"}, "such as 14:30"),
        ({"minutes": "2"}, "greater than or equal to 5"),
        ({"papers_due_on_day": "20"}, "on the day of the meeting at the latest"),
    ],
)
def test_what_is_wrong_with_a_meeting_is_told_and_what_was_typed_stays(viewer, wrong, told):
    answer = signed_in().post(reverse("new_meeting"), {**FORM, "key": str(uuid4()), **wrong})
    assert answer.status_code == 422
    assert told in page_words(answer)
    assert "Town hall" in answer.content.decode()


def test_a_meeting_of_another_partnerships_group_is_refused_and_its_meetings_are_not_there(viewer):
    whitmoor = factories.whitmoor()
    theirs = meets(whitmoor)
    with pytest.raises(ProblemsError):
        meets(viewer, group_id=Meeting.objects.get(pk=theirs).group_id)
    words = MeetingWords("Mine", None, datetime(2032, 5, 12, tzinfo=UTC), 60)
    with pytest.raises(NotVisibleError):
        change_meeting(viewer, meeting_id=theirs, version=1, words=words)


def test_only_a_coordinator_keeps_the_calendar(viewer):
    meeting_id = meets(viewer)
    browser = signed_in(Role.GROUP_CHAIR)
    assert "Add a meeting" not in page_words(browser.get(reverse("calendar")))
    assert browser.get(reverse("new_meeting")).status_code == 403
    assert browser.post(reverse("meeting", args=[meeting_id]), FORM).status_code == 403
    assert browser.post(reverse("cancel_meeting", args=[meeting_id])).status_code == 403


def test_the_number_of_queries_does_not_grow_with_meetings(viewer, django_assert_num_queries):
    meets(viewer)
    with django_assert_num_queries(2):
        calendar_page(viewer, first=MAY)
    for _ in range(20):
        meets(viewer)
    with django_assert_num_queries(2):
        calendar_page(viewer, first=MAY)


@pytest.mark.parametrize("month", ["2032-13", "32-01", "x", "2099-12"])
def test_a_month_that_is_none_shows_this_one(viewer, month):
    assert signed_in().get(reverse("calendar"), {"month": month}).status_code == 200


def test_the_feed_reads_back_with_titles_and_times_only(viewer, opened):
    Meeting.objects.filter(pk=meets(viewer, place="Town hall")).update(
        starts_at=timezone.now() + timedelta(days=3)
    )
    opened.due_on = timezone.localdate() + timedelta(days=30)
    opened.opens_on = timezone.localdate()
    opened.save()
    browser = signed_in()
    shown = browser.post(reverse("calendar_feed"), {"do": "make"}).content.decode()
    secret = FeedAddress.objects.get().sha256
    address = next(words for words in shown.split() if "/calendar/feed/" in words and ".ics" in words)
    path = address.partition("testserver")[2].partition("<")[0]
    assert secret not in shown
    answer = Client().get(path)
    assert answer["Content-Type"].startswith("text/calendar")
    calendar = Calendar.from_ical(answer.content)
    events = {str(event["summary"]): event for event in calendar.walk("VEVENT")}
    assert set(events) == {
        "Joint Action Group: Meeting",
        "Returns open: Safer Sheds, 2031-32 Quarter 4",
        "Returns due: Safer Sheds, 2031-32 Quarter 4",
    }
    meeting = events["Joint Action Group: Meeting"]
    assert meeting.decoded("dtend") - meeting.decoded("dtstart") == timedelta(minutes=90)
    assert events["Returns due: Safer Sheds, 2031-32 Quarter 4"].decoded("dtstart") == opened.due_on
    assert len({str(event["uid"]) for event in events.values()}) == 3
    assert all({"UID", "DTSTAMP", "SUMMARY", "DTSTART"} <= set(event) for event in events.values())
    assert b"Town hall" not in answer.content
    assert "no-store" in answer["Cache-Control"]


def test_a_feed_opens_until_it_is_ended_renewed_or_its_person_has_left(viewer):
    today = timezone.localdate()
    lead = factories.member(Role.AGENCY_LEAD)
    first, second = make_feed(lead), make_feed(lead)
    with pytest.raises(NotVisibleError):
        feed_with(first, today=today)
    assert feed_with(second, today=today).partnership == viewer.partnership
    Membership.objects.filter(person_id=lead.person_id).update(left_at=timezone.now())
    with pytest.raises(NotVisibleError):
        feed_with(second, today=today)
    own = make_feed(viewer)
    end_feed(viewer)
    assert Client().get(reverse("calendar_ics", args=[own])).status_code == 404
    assert Client().get(reverse("calendar_ics", args=["guessed"])).status_code == 404


def test_nobody_without_a_seat_has_a_feed(viewer):
    for outsider in (factories.public(viewer), factories.member(Role.ADMINISTRATOR)):
        with pytest.raises(NotAllowedError):
            make_feed(outsider)


def test_the_page_of_the_feed_says_when_it_was_made_and_ends_it(viewer):
    browser, page = signed_in(Role.COUNCILLOR), reverse("calendar_feed")
    assert "Make the address" in page_words(browser.get(page))
    browser.post(page, {"do": "make"})
    assert "It cannot be shown again" in page_words(browser.get(page))
    browser.post(page, {"do": "end"})
    assert "Make the address" in page_words(browser.get(page))


@pytest.mark.parametrize(("month", "is_said"), [("2027-10", False), ("2027-11", True), ("2031-05", True)])
def test_bank_holidays_that_are_not_announced_yet_say_so(viewer, month, is_said):
    page = page_words(signed_in().get(reverse("calendar"), {"month": month}))
    assert ("worked out by rule" in page) is is_said
