"""What falls on which day: meetings, their papers, rounds of updates and bank holidays."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
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

    @property
    def is_by_rule(self) -> bool:
        """Whether bank holidays stand in it that are not announced yet."""
        return any(month.is_by_rule for month in self.months)


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
    entries = _meetings(viewer, start, end)
    if viewer.may(Permission.SEE_ROUNDS):
        entries += _rounds(viewer, start, end)
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


def _meetings(viewer: Viewer, start: date, end: date) -> list[Entry]:
    entries: list[Entry] = []
    held = Q(starts_at__date__gte=start, starts_at__date__lt=end)
    wanted = held | Q(papers_due_on__gte=start, papers_due_on__lt=end)
    here = Meeting.objects.filter(wanted, partnership_id=viewer.partnership_id)
    for each in here.select_related("group"):
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


def _rounds(viewer: Viewer, start: date, end: date) -> list[Entry]:
    entries: list[Entry] = []
    wanted = Round.objects.filter(partnership_id=viewer.partnership_id, opens_on__lt=end, due_on__gte=start)
    for each in wanted.select_related("plan"):
        name = f"{each.plan.title}, {Period.read(each.period).label}"
        for kind, day, what in (
            (EntryKind.OPENS, each.opens_on, "open"),
            (EntryKind.DUE, each.due_on, "due"),
        ):
            entries.append(Entry(kind, each.pk, day, f"Returns {what}: {name}", plan_id=each.plan_id))
    return entries
