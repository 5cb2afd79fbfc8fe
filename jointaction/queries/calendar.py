"""What falls on which day: meetings, their papers, rounds of updates and bank holidays."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.calendar import Entry, EntryKind, Month, month_after, months_from
from jointaction.domain.periods import Period
from jointaction.store.models import Group, Meeting, Round


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """Some months, and the first days of the ones before and after."""

    months: tuple[Month, ...]
    earlier: date
    later: date
    may_keep: bool


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """A meeting as it stands, with the version an edit must carry."""

    id: int
    title: str
    group_id: int | None
    starts_at: datetime
    minutes: int
    place: str
    papers_due_on: date | None
    version: int


def calendar_page(viewer: Viewer, *, first: date, months: int = 3) -> CalendarPage:
    """The months from the one `first` falls in, for members of the partnership."""
    start, end = month_after(first, 0), month_after(first, months)
    found = calendar_entries(viewer, start=start, end=end)
    return CalendarPage(
        months_from(start, months, found),
        month_after(start, -months),
        end,
        viewer.may(Permission.KEEP_CALENDAR),
    )


def calendar_entries(viewer: Viewer, *, start: date, end: date) -> tuple[Entry, ...]:
    """What falls on the days from `start` to before `end`; rounds for those who may see them."""
    viewer.require(Permission.SEE_PLANS)
    entries = _meetings(viewer)
    if viewer.may(Permission.SEE_ROUNDS):
        entries += _rounds(viewer)
    inside = (entry for entry in entries if start <= entry.day < end)
    return tuple(sorted(inside, key=lambda entry: (entry.day, entry.kind, entry.id)))


def meeting_page(viewer: Viewer, meeting_id: int) -> MeetingPage:
    """A meeting to change; raises NotVisibleError for another partnership's."""
    viewer.require(Permission.KEEP_CALENDAR)
    found = Meeting.objects.filter(pk=meeting_id, partnership_id=viewer.partnership_id).first()
    if found is None:
        raise NotVisibleError(f"meeting {meeting_id}")
    return MeetingPage(
        found.pk,
        found.title,
        found.group_id,
        found.starts_at,
        found.minutes,
        found.place,
        found.papers_due_on,
        found.version,
    )


def groups_to_meet(viewer: Viewer) -> tuple[tuple[int, str], ...]:
    """The groups a meeting can be of, by name."""
    viewer.require(Permission.KEEP_CALENDAR)
    groups = Group.objects.filter(partnership_id=viewer.partnership_id).order_by("name")
    return tuple(groups.values_list("pk", "name"))


def _meetings(viewer: Viewer) -> list[Entry]:
    entries: list[Entry] = []
    held = Meeting.objects.filter(partnership_id=viewer.partnership_id).select_related("group")
    for each in held:
        title = _title(each)
        day = timezone.localtime(each.starts_at).date()
        entries.append(
            Entry(EntryKind.MEETING, each.pk, day, title, each.starts_at, each.minutes, each.place)
        )
        if each.papers_due_on:
            entries.append(Entry(EntryKind.PAPERS, each.pk, each.papers_due_on, f"Papers due: {title}"))
    return entries


def _title(meeting: Meeting) -> str:
    """The meeting's title with its group's name before it, said once."""
    group = meeting.group.name if meeting.group else ""
    return meeting.title if group in meeting.title else f"{group}: {meeting.title}"


def _rounds(viewer: Viewer) -> list[Entry]:
    entries: list[Entry] = []
    rounds = Round.objects.filter(partnership_id=viewer.partnership_id).select_related("plan")
    for each in rounds:
        name = f"{each.plan.title}, {Period.read(each.period).label}"
        of_plan = {"plan_id": each.plan_id}
        entries.append(Entry(EntryKind.OPENS, each.pk, each.opens_on, f"Returns open: {name}", **of_plan))
        entries.append(Entry(EntryKind.DUE, each.pk, each.due_on, f"Returns due: {name}", **of_plan))
    return entries
