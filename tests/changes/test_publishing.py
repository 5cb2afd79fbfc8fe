"""A plan is shown to everyone, or taken back, from what somebody saw."""

import pytest

from jointaction.changes.publishing import publish_plan
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.plans import EditConflictError
from jointaction.store.models import Plan
from tests import factories
from tests.changes.trail import entries

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("is_public", "action"), [(True, "publish plan"), (False, "withdraw plan")])
def test_publishing_and_withdrawing_each_leave_an_entry_and_make_a_version(viewer, is_public, action):
    plan_id = factories.accepted_plan(viewer, is_public=not is_public)
    seen = Plan.objects.get().version
    with entries() as added:
        after = publish_plan(viewer, plan_id=plan_id, version=seen, is_public=is_public)
    assert [(entry.action, entry.thing_id) for entry in added] == [(action, str(plan_id))]
    kept = Plan.objects.get()
    assert (kept.is_public, kept.version, after) == (is_public, seen + 1, seen + 1)


def test_a_plan_that_changed_meanwhile_is_not_published(viewer, plan_id):
    Plan.objects.update(version=2)
    with entries() as added, pytest.raises(EditConflictError):
        publish_plan(viewer, plan_id=plan_id, version=1, is_public=True)
    assert added == []
    assert not Plan.objects.get().is_public


def test_the_same_form_sent_twice_publishes_once(viewer, plan_id):
    with entries() as added:
        for _ in range(2):
            assert publish_plan(viewer, plan_id=plan_id, version=1, is_public=True) == 2
    assert len(added) == 1


def test_only_the_partnerships_coordinator_publishes(viewer, plan_id):
    for role in set(factories.MEMBERS) - {Role.COORDINATOR}:
        with pytest.raises(NotAllowedError):
            publish_plan(factories.member(role), plan_id=plan_id, version=1, is_public=True)
    with pytest.raises(NotVisibleError):
        publish_plan(factories.whitmoor(), plan_id=plan_id, version=1, is_public=True)
    assert not Plan.objects.get().is_public
