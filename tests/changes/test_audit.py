import pytest
from django.db import connection, transaction

from jointaction.changes.audit import record
from jointaction.domain.audit import BESIDE_PLANS, FIRST_HASH, TOLD
from jointaction.queries.audit import chains, history_page
from jointaction.store.models import AuditEntry, Partnership
from tests import factories
from tests.changes.trail import entries

pytestmark = pytest.mark.django_db


def look(viewer, number):
    record(viewer, action="look", thing="plan", thing_id=number, summary="Seen", before="a", after="b")


def fail(_):
    raise OSError("disk full")


def test_an_entry_says_who_did_what_to_which_thing():
    viewer = factories.alder_vale()
    with entries() as added:
        look(viewer, 9)
    (entry,) = added
    assert (entry.person, entry.person_id) == (viewer.name, viewer.person_id)
    assert (entry.action, entry.thing, entry.thing_id) == ("look", "plan", "9")
    assert (entry.summary, entry.before, entry.after) == ("Seen", "a", "b")


def test_each_partnership_has_a_chain_of_its_own():
    alder, whitmoor = factories.alder_vale(), factories.whitmoor()
    look(alder, 1)
    look(whitmoor, 2)
    look(alder, 3)
    assert [(chain.partnership.split()[0], chain.entries, chain.breaks_at) for chain in chains()] == [
        ("Alder", 3, None),
        ("Whitmoor", 2, None),
    ]
    last = AuditEntry.objects.filter(partnership_id=alder.partnership_id).latest("sequence")
    assert chains()[0].last_hash == last.hash != FIRST_HASH


def test_a_change_that_fails_leaves_no_entry():
    viewer = factories.alder_vale()
    with entries() as added, pytest.raises(OSError, match="disk full"), transaction.atomic():
        fail(look(viewer, 1))
    assert added == []


def test_an_entry_forged_behind_the_triggers_is_found():
    viewer = factories.alder_vale()
    for number in range(4):
        look(viewer, number)
    _without_triggers("UPDATE store_auditentry SET person = 'Nobody' WHERE sequence = 3")
    assert chains()[0].breaks_at == 3


def test_an_entry_removed_behind_the_triggers_is_found():
    viewer = factories.alder_vale()
    for number in range(4):
        look(viewer, number)
    _without_triggers("DELETE FROM store_auditentry WHERE sequence = 2")
    assert chains()[0].breaks_at == 2


def test_the_history_shows_the_newest_entry_first_page_by_page():
    viewer = factories.alder_vale()
    for number in range(4):
        look(viewer, number)
    lines, count = history_page(viewer, page=2, size=2)
    assert [line.sequence for line in lines] == [3, 2]
    assert count == 5


def _without_triggers(statement: str) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER audit_no_update")
            cursor.execute("DROP TRIGGER audit_no_delete")
        else:
            cursor.execute("ALTER TABLE store_auditentry DISABLE TRIGGER audit_no_change")
        cursor.execute(statement)


@pytest.mark.parametrize("action", sorted({*TOLD, "something nobody thought of"}))
def test_only_what_leaves_plans_alone_leaves_the_stamp(action):
    viewer = factories.alder_vale()
    before = Partnership.objects.get(pk=viewer.partnership_id).stamp
    record(viewer, action=action, thing="plan", thing_id=1)
    after = Partnership.objects.get(pk=viewer.partnership_id).stamp
    assert (after == before) == (action in BESIDE_PLANS)
    assert after in {before, AuditEntry.objects.order_by("-sequence")[0].hash}


def test_what_leaves_the_stamp_is_of_kinds_people_are_told():
    assert set(TOLD) >= BESIDE_PLANS
