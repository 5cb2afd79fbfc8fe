"""The demonstration's running year: a plan worked on now, two quarters of returns, an issued paper."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.utils import timezone

from jointaction.changes.chasing.due import post_due_messages
from jointaction.changes.contacts import ContactWords, add_contact
from jointaction.changes.meetings import MeetingWords, call_meeting
from jointaction.changes.papers.drafts import make_paper
from jointaction.changes.papers.issue import issue_paper
from jointaction.changes.plan_schemes import use_scheme
from jointaction.changes.returns.accepting import accept_return
from jointaction.changes.returns.answers import save_answer
from jointaction.changes.returns.opening import close_round, fall_due, open_round
from jointaction.changes.returns.steps import submit_return
from jointaction.changes.writing.life import Agreement, step_plan
from jointaction.changes.writing.objectives import edit_objective
from jointaction.changes.writing.plans import PlanName
from jointaction.changes.writing.rollover import roll_over
from jointaction.domain.access import Role, Viewer
from jointaction.domain.answers import AnswerWords
from jointaction.domain.catalogue.status_schemes import PLAIN
from jointaction.domain.life import PlanStep
from jointaction.domain.paper_drafts import PaperDraft
from jointaction.domain.papers import PaperCover
from jointaction.domain.periods import Period, PlanYear
from jointaction.domain.returns import ReturnState
from jointaction.domain.rollover import next_title
from jointaction.domain.rounds import due_on, period_to_ask
from jointaction.domain.working_days import working_day_from
from jointaction.queries.content import plan_content, visible_plans
from jointaction.queries.returns import AnswerLine, return_page
from jointaction.sources.quarters import Quarters
from jointaction.store.models import Agency, CommitteePaper, Contact, Group, Return, Round

Told = dict[str, tuple[str, str]]
# Days since the running round fell due: the late ones have been written to, the others are being read.
LATE_BY = timedelta(days=6)
MORNING = time(9, 30)
_YEAR = re.compile(r"\b20\d\d\b")
# How far each lead agency has come in the running round; who is not named has written nothing.
HANDED_IN, ACCEPTED, HALF_WRITTEN = ("WVDC",), ("AFRS",), ("Police",)


@dataclass(frozen=True, slots=True)
class _Year:
    """The running year's plan and what is told of it."""

    viewer: Viewer
    plan_id: int
    quarters: Quarters


def load_running_year(viewer: Viewer, quarters: Quarters, today: date) -> bool:
    """Make the plan of the running year and its rounds where they are missing; says whether it did.

    Everything is done as its users do it. One transaction, so that a broken-off load begins anew.
    """
    latest = _to_collect(today)
    if visible_plans(viewer).filter(year_first__gte=latest.year.first).exists():
        return False
    earlier = visible_plans(viewer).order_by("-year_first").first()
    if earlier is None:
        return False
    with transaction.atomic():
        _contacts(viewer, quarters)
        _meetings(viewer, quarters, today)
        year = _Year(viewer, _plan_of(viewer, earlier.pk, latest.year, quarters), quarters)
        for before in latest.year.quarters[: (latest.quarter or 1) - 1][-1:]:
            _closed_round(year, before)
        _running_round(year, latest, today)
    return True


def _to_collect(today: date) -> Period:
    """The last quarter that is over; there always is one in this plan year or the one before."""
    year = PlanYear.containing(today)
    found = period_to_ask((*PlanYear(year.first - 1).quarters, *year.quarters), today)
    assert found is not None, "two years have quarters"  # noqa: S101
    return found


def _plan_of(viewer: Viewer, earlier_id: int, year: PlanYear, quarters: Quarters) -> int:
    """The last plan rolled over, its dates moved on, with statuses, agreed and begun; returns its id."""
    earlier = plan_content(viewer, earlier_id)
    then = PlanYear.read(earlier.plan.year or "")
    name = PlanName(next_title(earlier.plan.title or "", then, year), str(year))
    key = _key(viewer, f"plan/{year}")
    plan_id = roll_over(viewer, plan_id=earlier_id, version=earlier.version, name=name, decisions=(), key=key)
    _move_dates(viewer, plan_id, year.first - then.first)
    use_scheme(viewer, plan_id=plan_id, key=PLAIN.key, version=plan_content(viewer, plan_id).version)
    agreed = Agreement(quarters.agreed_by, year.starts - timedelta(days=12))
    for step in (PlanStep.AGREE, PlanStep.BEGIN):
        version = plan_content(viewer, plan_id).version
        step_plan(viewer, plan_id=plan_id, version=version, step=step, agreement=agreed)
    return plan_id


def _move_dates(viewer: Viewer, plan_id: int, years: int) -> None:
    """Write each timescale that names a year anew, as a coordinator would in a draft."""
    for row in plan_content(viewer, plan_id).plan.rows:
        later = _YEAR.sub(lambda found: str(int(found[0]) + years), row.timescale or "")
        if later != (row.timescale or ""):
            edit_objective(
                viewer,
                plan_id=plan_id,
                objective_id=int(row.key),
                version=1,
                row=replace(row, timescale=later),
            )


def _key(viewer: Viewer, thing: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"demonstration/{viewer.partnership}/{thing}")


def _contacts(viewer: Viewer, quarters: Quarters) -> None:
    agencies = _by_short_name(viewer, Agency)
    for each in quarters.contacts:
        words = ContactWords(each.name, each.email, each.is_senior)
        add_contact(viewer, agency_id=agencies[each.agency], words=words)


def _meetings(viewer: Viewer, quarters: Quarters, today: date) -> None:
    groups = _by_short_name(viewer, Group)
    for each in quarters.meetings:
        day, due = working_day_from(today + timedelta(days=each.in_days)), each.papers_due_in_days
        words = MeetingWords(
            title=each.title,
            group_id=groups[each.group],
            starts_at=datetime.combine(day, time(14), timezone.get_current_timezone()),
            minutes=each.minutes,
            place=each.place,
            papers_due_on=working_day_from(today + timedelta(days=due)) if due else None,
        )
        call_meeting(viewer, words=words, idempotency_key=_key(viewer, each.title))


def _by_short_name(viewer: Viewer, kind: type[Agency] | type[Group]) -> dict[str, int]:
    named = kind._default_manager.filter(partnership_id=viewer.partnership_id)
    return dict(named.values_list("short_name", "pk"))


def _closed_round(year: _Year, period: Period) -> None:
    """Everybody answered, was accepted, and the paper on it went out."""
    round_id = _opened(year, period, period.ends + timedelta(days=1), due_on(period))
    told = dict(year.quarters.before)
    for found in _returns(round_id):
        _answered(year, found, told)
        _accepted(year.viewer, found)
    close_round(year.viewer, round_id=round_id, version=Round.objects.get(pk=round_id).version)
    _paper(year, period, due_on(period) + timedelta(days=10))


def _running_round(year: _Year, period: Period, today: date) -> None:
    """The quarter that is being collected: some have answered, one is late and has been written to."""
    due = max(working_day_from(today - LATE_BY), period.ends + timedelta(days=1))
    opens = min(period.ends + timedelta(days=1), due)
    round_id = _opened(year, period, opens, due)
    told = dict(year.quarters.latest)
    for found in _returns(round_id):
        name = found.agency.short_name
        if name in HANDED_IN + ACCEPTED:
            _answered(year, found, told)
        if name in ACCEPTED:
            _accepted(year.viewer, found)
        if name in HALF_WRITTEN:
            _written(year, found, told, share=2)
    for days in range((today - opens).days + 1):
        morning = datetime.combine(opens + timedelta(days=days), MORNING, timezone.get_current_timezone())
        if morning <= timezone.now():
            fall_due(morning)
            post_due_messages(morning)


def _opened(year: _Year, period: Period, opens: date, due: date) -> int:
    return open_round(year.viewer, plan_id=year.plan_id, period=str(period), opens_on=opens, due_on=due)


def _returns(round_id: int) -> list[Return]:
    return list(Return.objects.filter(round_id=round_id).select_related("agency").order_by("pk"))


def _answerer(viewer: Viewer, found: Return) -> Viewer:
    """Somebody of the agency, as they come in by a link: under their name, without an account."""
    contact = Contact.objects.filter(agency_id=found.agency_id).first()
    name = contact.name if contact else found.agency.name
    return replace(viewer, role=Role.LINK_HOLDER, person_id=None, name=name, only_return=found.pk)


def _written(year: _Year, found: Return, told: Told, *, share: int = 1) -> None:
    """Write in the boxes there are words for, each words once; `share` 2 leaves every second one."""
    viewer = _answerer(year.viewer, found)
    for line in return_page(viewer, found.pk).lines[::share]:
        words = _words(line, told)
        if not words.is_empty:
            save_answer(
                viewer,
                return_id=found.pk,
                objective_id=line.box.objective_id,
                area_id=line.box.area_id,
                words=words,
                version=line.version,
            )
            told.pop(line.box.ref)


def _words(line: AnswerLine, told: Told) -> AnswerWords:
    text, word = told.get(line.box.ref, ("", ""))
    key = next((status.key for status in PLAIN.statuses if status.word == word), "")
    return AnswerWords(text, key)


def _answered(year: _Year, found: Return, told: Told) -> None:
    _written(year, found, told)
    viewer = _answerer(year.viewer, found)
    is_nil = not return_page(viewer, found.pk).answered
    submit_return(viewer, return_id=found.pk, is_nil=is_nil)


def _accepted(viewer: Viewer, found: Return) -> None:
    now = Return.objects.get(pk=found.pk)
    if now.state == ReturnState.SUBMITTED:
        accept_return(viewer, return_id=found.pk, version=now.version)


def _paper(year: _Year, period: Period, meeting_on: date) -> None:
    cover = PaperCover(
        meeting=year.quarters.agreed_by,
        meeting_on=meeting_on,
        author=year.viewer.name,
        recommendation="That the group notes how the plan stands and says what it wants to hear more of.",
        reason="The group answers for the plan and hears of it every quarter.",
    )
    draft = PaperDraft(f"How the plan stands, {period.label}", str(period), cover)
    key = _key(year.viewer, f"paper/{period}")
    paper_id = make_paper(year.viewer, plan_id=year.plan_id, draft=draft, idempotency_key=key)
    version = CommitteePaper.objects.get(pk=paper_id).version
    plan_version = plan_content(year.viewer, year.plan_id).version
    issue_paper(year.viewer, paper_id=paper_id, version=version, plan_version=plan_version)
