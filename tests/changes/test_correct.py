from dataclasses import replace
from functools import partial

import pytest

from jointaction.changes.imports import correct
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.audit import TOLD
from jointaction.domain.corrections import row_of
from jointaction.domain.drafts import DocumentDraft
from jointaction.domain.fields import Field
from jointaction.domain.imports import ImportState
from jointaction.domain.plans import EditConflictError
from jointaction.sources.documents.draft_json import draft_from_json
from jointaction.store.models import Import
from tests import factories
from tests.changes.trail import entries
from tests.domain.drafts import a_plan, a_row

pytestmark = pytest.mark.django_db

CORRECTIONS = {
    "correct row": partial(correct.correct_row, row=a_row("r2", "Every shed has a lock")),
    "settle row": partial(correct.settle_row, key="r2"),
    "drop row": partial(correct.drop_row, key="r2"),
    "join row": partial(correct.join_row, key="r2"),
    "make theme": partial(correct.make_theme, key="r2"),
    "split row": partial(correct.split_row, key="r2", picked=frozenset({(Field.ACTION, 0)})),
    "move words": partial(correct.move_words, key="r2", source=Field.ACTION, target=Field.MEASURE),
    "name plan": partial(correct.name_plan, number=0, title="Safer Streets", year="2030-31"),
    "drop plan": partial(correct.drop_plan, number=0),
    "settle warning": partial(correct.settle_warning, number=0),
    "settle warnings": correct.settle_warnings,
}
every_correction = pytest.mark.parametrize("action", sorted(CORRECTIONS))


def state(import_id: int) -> dict[str, object]:
    return Import.objects.values().get(pk=import_id)


def draft(import_id: int) -> DocumentDraft:
    return draft_from_json(Import.objects.get(pk=import_id).draft)


@every_correction
def test_each_correction_is_one_save_with_one_entry(viewer, action):
    import_id = factories.import_in_review(viewer)
    with entries() as added:
        CORRECTIONS[action](viewer, import_id=import_id, version=1)
    after = state(import_id)
    assert action in TOLD
    assert [(entry.action, entry.thing, entry.thing_id) for entry in added] == [
        (action, "import", str(import_id))
    ]
    assert after["version"] == 2
    assert after["draft"] != after["draft_read"]


@every_correction
def test_the_entry_holds_the_words_before_and_after(viewer, action):
    import_id = factories.import_in_review(viewer)
    with entries() as added:
        CORRECTIONS[action](viewer, import_id=import_id, version=1)
    only_taken_away = action in {"drop row", "drop plan", "settle warning", "settle warnings"}
    assert added[0].before
    assert bool(added[0].after) is not only_taken_away


@every_correction
def test_a_correction_of_an_older_version_saves_nothing(viewer, action):
    import_id = factories.import_in_review(viewer)
    correct.settle_row(viewer, import_id=import_id, version=1, key="r1")
    before = state(import_id)
    with entries() as added, pytest.raises(EditConflictError, match="at version 2, not 1"):
        CORRECTIONS[action](viewer, import_id=import_id, version=1)
    assert added == []
    assert state(import_id) == before


@every_correction
def test_the_same_correction_of_the_newer_version_is_saved(viewer, action):
    """The negative control of the test above: it is the version that stopped it."""
    import_id = factories.import_in_review(viewer)
    correct.settle_row(viewer, import_id=import_id, version=1, key="r1")
    CORRECTIONS[action](viewer, import_id=import_id, version=2)
    assert state(import_id)["version"] == 3


@every_correction
@pytest.mark.parametrize("role", [role for role in factories.MEMBERS if role is not Role.COORDINATOR])
def test_only_the_coordinator_corrects(viewer, action, role):
    import_id = factories.import_in_review(viewer)
    with entries() as added, pytest.raises(NotAllowedError):
        CORRECTIONS[action](factories.member(role), import_id=import_id, version=1)
    assert added == []


@every_correction
def test_another_partnerships_coordinator_corrects_nothing_here(viewer, action):
    import_id = factories.import_in_review(viewer)
    before = state(import_id)
    with entries() as added, pytest.raises(NotVisibleError):
        CORRECTIONS[action](factories.whitmoor(), import_id=import_id, version=1)
    assert added[:-1] == []  # the last entry is the setting up of the other partnership
    assert state(import_id) == before


def test_of_two_people_who_save_the_same_version_one_is_told(viewer):
    import_id = factories.import_in_review(viewer)
    mine, theirs = a_row("r2", "Mine"), a_row("r2", "Theirs")
    correct.correct_row(viewer, import_id=import_id, version=1, row=mine)
    with pytest.raises(EditConflictError):
        correct.correct_row(viewer, import_id=import_id, version=1, row=theirs)
    assert row_of(draft(import_id), "r2").objective == "Mine"


def test_what_the_reader_read_never_changes(viewer):
    import_id = factories.import_in_review(viewer)
    read = state(import_id)["draft_read"]
    for version, action in enumerate(("correct row", "name plan", "drop row", "settle warnings"), 1):
        CORRECTIONS[action](viewer, import_id=import_id, version=version)
    assert state(import_id)["draft_read"] == read


def test_a_corrected_row_has_no_warnings_left(viewer):
    import_id = factories.import_in_review(viewer)
    row = row_of(draft(import_id), "r2")
    correct.correct_row(viewer, import_id=import_id, version=1, row=replace(row, timescale="By May"))
    assert row_of(draft(import_id), "r2") == replace(row, timescale="By May", warnings=())


def test_a_correction_keeps_where_the_words_stood(viewer):
    import_id = factories.import_in_review(viewer)
    origins = row_of(draft(import_id), "r2").origins
    CORRECTIONS["split row"](viewer, import_id=import_id, version=1)
    assert row_of(draft(import_id), "r2").origins == origins != ()


@pytest.mark.parametrize(
    "correction",
    [
        partial(correct.settle_row, key="r9"),
        partial(correct.join_row, key="r1"),
        partial(correct.name_plan, number=3, title="None", year="2030-31"),
        partial(correct.drop_plan, number=3),
        partial(correct.settle_warning, number=3),
    ],
)
def test_what_is_not_in_the_draft_cannot_be_corrected(viewer, correction):
    import_id = factories.import_in_review(viewer)
    with entries() as added, pytest.raises(NotVisibleError):
        correction(viewer, import_id=import_id, version=1)
    assert added == []


def test_a_row_can_be_split_more_often_than_there_are_letters(viewer):
    actions = tuple(f"Visit {number}" for number in range(30))
    import_id = factories.import_in_review(viewer, DocumentDraft((a_plan(a_row("r1", actions=actions)),)))
    for version in range(1, 30):
        correct.split_row(
            viewer, import_id=import_id, version=version, key="r1", picked=frozenset({(Field.ACTION, 0)})
        )
    assert len({row.key for row in draft(import_id).rows}) == 30


@pytest.mark.parametrize("before", [ImportState.REVIEW, ImportState.REFUSED])
def test_a_document_can_be_left_out_before_it_is_a_plan(viewer, before):
    import_id = factories.import_in_review(viewer)
    Import.objects.filter(pk=import_id).update(state=before)
    with entries() as added:
        correct.drop_import(viewer, import_id=import_id, version=1)
    after = state(import_id)
    assert (after["state"], after["version"]) == (ImportState.DROPPED, 2)
    assert after["ended_at"] is not None
    assert [entry.action for entry in added] == ["drop document"]


@pytest.mark.parametrize("before", [ImportState.READING, ImportState.ACCEPTED, ImportState.DROPPED])
def test_a_document_that_moved_on_is_not_left_out(viewer, before):
    import_id = factories.import_in_review(viewer)
    Import.objects.filter(pk=import_id).update(state=before)
    with pytest.raises(EditConflictError):
        correct.drop_import(viewer, import_id=import_id, version=1)
    assert state(import_id)["state"] == before


@every_correction
def test_an_accepted_document_is_not_corrected_any_more(viewer, action):
    import_id = factories.import_of(factories.accepted_plan(viewer))
    with pytest.raises(EditConflictError):
        CORRECTIONS[action](viewer, import_id=import_id, version=2)
