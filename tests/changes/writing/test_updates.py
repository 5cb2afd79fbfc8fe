"""Updates written by hand."""

import pytest

from jointaction.changes.writing.updates import UpdateSlot, write_update
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.drafts import UpdateDraft
from jointaction.domain.plans import EditConflictError, ProblemsError
from jointaction.queries.content import plan_content
from jointaction.store.models import Area
from tests.changes.trail import entries
from tests.changes.writing.written import close, seen
from tests.factories import member, whitmoor

pytestmark = pytest.mark.django_db
Q1, Q2 = UpdateSlot("2031-32 Q1"), UpdateSlot("2031-32 Q2")


def first(viewer, plan_id):
    return plan_content(viewer, plan_id).plan.rows[0]


def write(viewer, plan_id, slot, text, **more):
    objective_id = int(first(viewer, plan_id).key)
    version = more.get("version") or seen(viewer, plan_id, objective_id)
    write_update(viewer, plan_id=plan_id, objective_id=objective_id, version=version, slot=slot, text=text)


def test_updates_are_written_replaced_and_taken_away_each_with_its_entry(viewer, plan_id):
    area = Area.objects.filter(partnership_id=viewer.partnership_id).first()
    with entries() as told:
        write(viewer, plan_id, Q2, "Ten motors marked")
        write(viewer, plan_id, Q1, "Posters up")
        write(viewer, plan_id, UpdateSlot("2031-32 Q1", area.pk), "A walk held")
        write(viewer, plan_id, Q2, "Twelve motors marked\nTwo alarms lent")
        write(viewer, plan_id, Q1, " ")
    assert first(viewer, plan_id).updates == (
        UpdateDraft("A walk held", "2031-32 Q1", area.name),
        UpdateDraft("Twelve motors marked\nTwo alarms lent", "2031-32 Q2"),
    )
    assert (told[3].before, told[4].before) == (
        "Update 2031-32 Q2: Ten motors marked",
        "Update 2031-32 Q1: Posters up",
    )


def test_of_two_who_write_the_second_is_told_and_the_same_words_are_no_change(viewer, plan_id):
    write(viewer, plan_id, Q1, "Posters up", version=1)
    with pytest.raises(EditConflictError):
        write(viewer, plan_id, Q1, "Posters down", version=1)
    with entries() as told:
        write(viewer, plan_id, Q1, "Posters up")
    assert told == []


def test_a_closed_plan_takes_no_update(viewer, plan_id):
    close(viewer, plan_id)
    with pytest.raises(ProblemsError, match="closed"):
        write(viewer, plan_id, Q1, "Too late")


def test_only_those_who_write_plans_may_and_others_things_are_absent(viewer, plan_id):
    stranger, objective_id = whitmoor(), int(first(viewer, plan_id).key)
    sent = {"plan_id": plan_id, "objective_id": objective_id, "version": 1, "text": "x"}
    theirs = Area.objects.filter(partnership_id=stranger.partnership_id).first()
    with pytest.raises(NotAllowedError):
        write_update(member(Role.AGENCY_LEAD), slot=Q1, **sent)
    with pytest.raises(NotVisibleError):
        write_update(stranger, slot=Q1, **sent)
    with pytest.raises(NotVisibleError):
        write_update(viewer, slot=UpdateSlot("2031-32 Q1", theirs.pk), **sent)
