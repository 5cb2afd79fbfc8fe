"""Meetings are called, moved and called off."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.domain.access import NotVisibleError, Permission, Viewer
from jointaction.domain.plans import EditConflictError, Problem, ProblemsError
from jointaction.store.models import Group, Meeting

SHORTEST_MINUTES, LONGEST_MINUTES = 5, 1440


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """A meeting as filled in; `group_id` None is a meeting of all, `starts_at` in UTC."""

    title: str
    group_id: int | None
    starts_at: datetime
    minutes: int
    place: str = ""
    papers_due_on: date | None = None


def call_meeting(viewer: Viewer, *, words: MeetingWords, idempotency_key: UUID) -> int:
    """Put a meeting into the calendar; sent twice it makes one. Returns its id; raises ProblemsError."""
    viewer.require(Permission.KEEP_CALENDAR)
    key = {"partnership_id": viewer.partnership_id, "idempotency_key": idempotency_key}
    try:
        with transaction.atomic():
            there = Meeting.objects.filter(**key).first()
            if there is not None:
                return there.pk
            _refuse_wrong(viewer, words)
            made = Meeting.objects.create(**key, **asdict(words))
            record(viewer, action="call meeting", thing="meeting", thing_id=made.pk, after=_told(made))
    except IntegrityError:
        return Meeting.objects.get(**key).pk
    return made.pk


def change_meeting(viewer: Viewer, *, meeting_id: int, version: int, words: MeetingWords) -> None:
    """Change a meeting; raises EditConflictError when somebody else did so first, or ProblemsError."""
    with transaction.atomic():
        before = _meeting(viewer, meeting_id)
        _refuse_wrong(viewer, words)
        seen = Meeting.objects.filter(pk=before.pk, version=version)
        if not seen.update(version=version + 1, **asdict(words)):
            raise EditConflictError(f"meeting {meeting_id}")
        after = _told(Meeting.objects.select_related("group").get(pk=before.pk))
        record(
            viewer,
            action="change meeting",
            thing="meeting",
            thing_id=meeting_id,
            before=_told(before),
            after=after,
        )


def cancel_meeting(viewer: Viewer, *, meeting_id: int) -> None:
    """Take a meeting out of the calendar; what it was stays in the history."""
    with transaction.atomic():
        before = _meeting(viewer, meeting_id)
        told = _told(before)
        before.delete()
        record(viewer, action="call meeting off", thing="meeting", thing_id=meeting_id, before=told)


def _meeting(viewer: Viewer, meeting_id: int) -> Meeting:
    viewer.require(Permission.KEEP_CALENDAR)
    here = Meeting.objects.select_related("group").filter(partnership_id=viewer.partnership_id)
    found = here.filter(pk=meeting_id).first()
    if found is None:
        raise NotVisibleError(f"meeting {meeting_id}")
    return found


def _refuse_wrong(viewer: Viewer, words: MeetingWords) -> None:
    found: list[Problem] = []
    if not SHORTEST_MINUTES <= words.minutes <= LONGEST_MINUTES:
        found.append(Problem("minutes", "A meeting lasts between 5 minutes and a day."))
    groups = Group.objects.filter(pk=words.group_id or 0, partnership_id=viewer.partnership_id)
    if words.group_id is not None and not groups.exists():
        found.append(Problem("group", "Choose a group of this partnership."))
    if words.papers_due_on and words.papers_due_on > timezone.localtime(words.starts_at).date():
        found.append(Problem("papers_due_on", "Papers are due on the day of the meeting at the latest."))
    if found:
        raise ProblemsError(tuple(found))


def _told(meeting: Meeting) -> str:
    when = f"{timezone.localtime(meeting.starts_at):%Y-%m-%d %H:%M}"
    group = f"{meeting.group.name}: " if meeting.group else ""
    return f"{group}{meeting.title}, {when}, {meeting.minutes} minutes, {meeting.place}".rstrip(", ")
