import pytest

from jointaction.changes.imports.correct import join_row, name_plan
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.queries.audit import history_entry, history_page
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_newest_entry_stands_first_and_says_in_words_what_was_done(viewer):
    factories.accepted_plan(viewer)
    lines, count = history_page(viewer)
    assert [line.sequence for line in lines] == [3, 2, 1]
    assert count == 3
    assert all(line.person == viewer.name for line in lines)
    assert lines[0].told != lines[0].action


def test_the_history_of_one_thing_holds_nothing_else(viewer):
    import_id = factories.import_in_review(viewer)
    name_plan(viewer, import_id=import_id, version=1, number=0, title="Safer Streets", year="2030-31")
    factories.accepted_plan(viewer)
    lines, count = history_page(viewer, thing="import", thing_id=str(import_id))
    assert ([line.action for line in lines], count) == (["name plan"], 1)


def test_an_entry_shows_rows_in_words_and_other_lines_as_they_are(viewer):
    import_id = factories.import_in_review(viewer)
    name_plan(viewer, import_id=import_id, version=1, number=0, title="Safer Streets", year="2030-31")
    join_row(viewer, import_id=import_id, version=2, key="r2")
    named, joined = history_entry(viewer, 2), history_entry(viewer, 3)
    assert (named.before, named.after) == ("Safer Sheds 2031-32", "Safer Streets 2030-31")
    assert "Timescale: By June" in joined.before
    assert joined.before.count("Objective:") == 2
    assert joined.after.count("Objective:") == 1
    assert "{" not in joined.before + joined.after


def test_a_partnership_reads_only_its_own_history(viewer):
    other = factories.whitmoor()
    factories.accepted_plan(viewer)
    assert [line.action for line in history_page(other)[0]] == ["set up partnership"]
    with pytest.raises(NotVisibleError):
        history_entry(other, 3)


@pytest.mark.parametrize("role", [role for role in factories.MEMBERS if role is not Role.COORDINATOR])
def test_only_the_coordinator_reads_the_history(viewer, role):
    for read in (history_page, lambda member: history_entry(member, 1)):
        with pytest.raises(NotAllowedError):
            read(factories.member(role))
