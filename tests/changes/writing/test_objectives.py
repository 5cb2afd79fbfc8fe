"""Objectives written, changed, moved and taken out by a coordinator."""

from dataclasses import replace
from uuid import uuid4

import pytest

from jointaction.changes.amendments import Why
from jointaction.changes.writing.objectives import (
    add_objective,
    delete_objective,
    edit_objective,
    move_objective,
)
from jointaction.changes.writing.themes import ThemeWords, add_theme
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.drafts import RowDraft
from jointaction.domain.plans import EditConflictError, ProblemsError
from jointaction.queries.content import plan_content
from jointaction.queries.writing import writing_page
from jointaction.store.models import Amendment, Continuation, Objective, Party, Theme, Update
from tests.changes.trail import entries
from tests.changes.writing.written import a_written_plan, agree, close, full_row, seen, version_of
from tests.domain.drafts import a_row
from tests.factories import accepted_plan, member, objective_of, whitmoor

pytestmark = pytest.mark.django_db
WHY = Why("The river police took it on", "Joint Action Group, 12 May")


def rows(viewer, plan_id):
    return plan_content(viewer, plan_id).plan.rows


def edit(viewer, plan_id, row, **more):
    objective_id = int(row.key)
    version = more.pop("version", None) or seen(viewer, plan_id, objective_id)
    edit_objective(viewer, plan_id=plan_id, objective_id=objective_id, version=version, row=row, **more)


def test_every_field_that_is_written_is_read_back(viewer, plan_id):
    first = rows(viewer, plan_id)[0]
    assert replace(first, key="") == full_row()


def test_names_are_tied_to_the_agencies_and_groups_they_mean_and_words_stay_words(viewer, plan_id):
    leads = Party.objects.filter(part="lead_agencies", objective__ref="1.1").order_by("position")
    assert [party.agency.name if party.agency else None for party in leads] == [
        "Alder Constabulary",
        "Alder Vale District Council",
        None,
    ]


def test_a_form_sent_twice_makes_one_objective(viewer, plan_id):
    key, theme_id = uuid4(), Theme.objects.get(title="Getting home").pk
    made = {
        add_objective(viewer, plan_id=plan_id, theme_id=theme_id, row=a_row("", "Walk home"), key=key)
        for _ in range(2)
    }
    assert len(made) == Objective.objects.filter(text="Walk home").count() == 1


def test_an_objective_without_a_theme_makes_the_one_without_a_name_once(viewer, plan_id):
    for words in ("Walk home", "Ride home"):
        add_objective(viewer, plan_id=plan_id, theme_id=None, row=a_row("", words), key=uuid4())
    assert [theme.name for theme in writing_page(viewer, plan_id).themes] == [
        "1. Thefts",
        "2. Getting home",
        "",
    ]


def test_an_edit_raises_both_versions_and_leaves_before_and_after(viewer, plan_id):
    row, version = rows(viewer, plan_id)[0], version_of(plan_id)
    with entries() as told:
        edit(viewer, plan_id, replace(row, target="20 boats", cost_spent=None))
    assert rows(viewer, plan_id)[0].target == "20 boats"
    assert version_of(plan_id) == version + 1
    assert seen(viewer, plan_id, int(row.key)) == 2
    (line,) = told
    assert line.before.splitlines() == ["Target: 30 boats", "Spent so far: £300"]
    assert line.after == "Target: 20 boats"


def test_an_edit_that_changes_nothing_leaves_no_trace(viewer, plan_id):
    version = version_of(plan_id)
    with entries() as told:
        edit(viewer, plan_id, rows(viewer, plan_id)[0])
    assert told == []
    assert version_of(plan_id) == version


def test_updates_and_origins_outlive_an_edit(viewer):
    plan_id = accepted_plan(viewer)
    before = rows(viewer, plan_id)[0]
    edit(viewer, plan_id, replace(before, objective="No shed is broken into"), why=WHY)
    after = rows(viewer, plan_id)[0]
    assert (after.updates, after.origins) == (before.updates, before.origins)
    assert after.objective == "No shed is broken into"


def test_of_two_who_save_the_second_is_told(viewer, plan_id):
    row = rows(viewer, plan_id)[0]
    edit(viewer, plan_id, replace(row, target="20 boats"), version=1)
    with pytest.raises(EditConflictError):
        edit(viewer, plan_id, replace(row, target="10 boats"), version=1)
    assert rows(viewer, plan_id)[0].target == "20 boats"


def test_an_objective_goes_to_the_end_of_another_theme(viewer, plan_id):
    theme_id = Theme.objects.get(title="Getting home").pk
    edit(viewer, plan_id, rows(viewer, plan_id)[0], theme_id=theme_id)
    assert [len(theme.objectives) for theme in writing_page(viewer, plan_id).themes] == [1, 1]


def test_objectives_change_places_and_the_ends_stay(viewer, plan_id):
    first, second = (int(row.key) for row in rows(viewer, plan_id))
    for objective_id, is_up, order in (
        (first, True, [first, second]),
        (first, False, [second, first]),
        (first, True, [first, second]),
    ):
        move_objective(
            viewer,
            plan_id=plan_id,
            objective_id=objective_id,
            version=version_of(plan_id),
            is_up=is_up,
        )
        assert [int(row.key) for row in rows(viewer, plan_id)] == order
    with pytest.raises(EditConflictError):
        move_objective(viewer, plan_id=plan_id, objective_id=first, version=1, is_up=False)


def test_what_cannot_be_saved_is_told_and_nothing_is_saved(viewer, plan_id):
    row = rows(viewer, plan_id)[0]
    for wrong in (replace(row, objective="", actions=()), replace(row, ref="1" * 41)):
        with pytest.raises(ProblemsError):
            edit(viewer, plan_id, wrong)
    with pytest.raises(ProblemsError):
        add_objective(viewer, plan_id=plan_id, theme_id=None, row=RowDraft(""), key=uuid4())
    assert len(rows(viewer, plan_id)) == 2


def test_an_agreed_plan_asks_why_and_numbers_its_amendments(viewer, plan_id):
    agree(viewer, plan_id)
    row = rows(viewer, plan_id)[0]
    with pytest.raises(ProblemsError, match="Write why the plan changes"):
        edit(viewer, plan_id, replace(row, target="20 boats"))
    edit(viewer, plan_id, replace(row, target="20 boats"), why=WHY)
    edit(viewer, plan_id, replace(row, target="10 boats"), why=Why("Too many"))
    first, second = Amendment.objects.all()
    assert (first.number, first.reason, first.agreed_by) == (1, WHY.reason, WHY.agreed_by)
    assert second.changes == [
        {
            "objective": int(row.key),
            "ref": "1.1",
            "field": "Target",
            "before": "20 boats",
            "after": "10 boats",
        }
    ]


def test_a_closed_plan_refuses_every_change(viewer, plan_id):
    row = rows(viewer, plan_id)[0]
    close(viewer, plan_id)
    with pytest.raises(ProblemsError, match="This plan is closed"):
        edit(viewer, plan_id, replace(row, target="0 boats"), why=WHY)
    with pytest.raises(ProblemsError, match="This plan is closed"):
        add_objective(viewer, plan_id=plan_id, theme_id=None, row=row, key=uuid4(), why=WHY)
    with pytest.raises(ProblemsError, match="This plan is closed"):
        delete_objective(viewer, plan_id=plan_id, objective_id=int(row.key), version=1, why=WHY)


def test_an_objective_is_taken_out_of_a_draft_and_its_words_stay_in_the_trail(viewer, plan_id):
    row = rows(viewer, plan_id)[0]
    with entries() as told:
        delete_objective(viewer, plan_id=plan_id, objective_id=int(row.key), version=1)
    assert len(rows(viewer, plan_id)) == 1
    assert "Objective: Fewer boats are stolen" in told[0].before


def test_an_objective_stays_where_something_reported_or_later_needs_it(viewer, plan_id):
    row = rows(viewer, plan_id)[0]
    later = rows(viewer, a_written_plan(viewer, "2032-33"))[0]
    line = Continuation.objects.create(
        earlier_id=int(row.key),
        later_id=int(later.key),
        confirmed_by_id=viewer.person_id,
        confirmed_at="2031-06-01T00:00Z",
    )
    with pytest.raises(ProblemsError, match="continues this one"):
        delete_objective(viewer, plan_id=plan_id, objective_id=int(row.key), version=1)
    line.delete()
    agree(viewer, plan_id)
    Update.objects.create(objective_id=int(row.key), position=0, text="Held")
    with pytest.raises(ProblemsError, match="were reported"):
        delete_objective(viewer, plan_id=plan_id, objective_id=int(row.key), version=1, why=WHY)


def test_only_those_who_write_plans_may_and_others_plans_are_absent(viewer, plan_id):
    stranger, row = whitmoor(), rows(viewer, plan_id)[0]
    for role in (Role.ANALYST, Role.AGENCY_LEAD, Role.COUNCILLOR, Role.ADMINISTRATOR):
        with pytest.raises(NotAllowedError):
            edit_objective(member(role), plan_id=plan_id, objective_id=int(row.key), version=1, row=row)
    with pytest.raises(NotVisibleError):
        edit_objective(stranger, plan_id=plan_id, objective_id=int(row.key), version=1, row=row)
    other = accepted_plan(viewer)
    with pytest.raises(NotVisibleError):
        edit_objective(viewer, plan_id=plan_id, objective_id=objective_of(other), version=1, row=row)
    theirs = add_theme(viewer, plan_id=other, words=ThemeWords("9", "Else"), key=uuid4(), why=WHY)
    with pytest.raises(NotVisibleError):
        edit(viewer, plan_id, row, theme_id=theirs)
