"""A person confirms what continues what; an objective then shows its story over the years."""

import pytest

from jointaction.changes.imports.accept import accept_import
from jointaction.changes.lineage import set_lineage
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role, Viewer
from jointaction.queries.content import plan_content
from jointaction.queries.lineage import lineage_page
from jointaction.queries.timeline import timeline
from jointaction.store.models import AuditEntry, Continuation
from tests.factories import (
    a_draft,
    accepted_plan,
    alder_vale,
    draft_of_year,
    import_in_review,
    member,
    whitmoor,
)

pytestmark = pytest.mark.django_db


def two_years(viewer: Viewer) -> tuple[int, int]:
    return accepted_plan(viewer), accepted_plan(viewer, draft_of_year("2032-33"))


def keys(viewer: Viewer, plan_id: int) -> list[int]:
    return [int(row.key) for row in plan_content(viewer, plan_id).plan.rows]


def test_suggestions_are_sure_where_the_words_are_the_same() -> None:
    viewer = alder_vale()
    _, later = two_years(viewer)
    page = lineage_page(viewer, later)
    assert len(page.suggestions) == 3
    assert all(suggestion.is_sure and not suggestion.is_confirmed for suggestion in page.suggestions)
    assert (page.new, page.ended) == ((), ())


def test_a_confirmed_objective_shows_its_years_and_leaves_one_entry() -> None:
    viewer = alder_vale()
    earlier, later = two_years(viewer)
    pair = (keys(viewer, earlier)[0], keys(viewer, later)[0])
    set_lineage(viewer, plan_id=later, pairs={pair})
    assert [step.year for step in timeline(viewer, pair[0]).years] == ["2031-32", "2032-33"]
    assert timeline(viewer, pair[0]).years == timeline(viewer, pair[1]).years
    assert AuditEntry.objects.filter(action="set lineage").count() == 1


def test_saying_the_same_again_changes_nothing_and_unsaying_undoes() -> None:
    viewer = alder_vale()
    earlier, later = two_years(viewer)
    pair = (keys(viewer, earlier)[0], keys(viewer, later)[0])
    set_lineage(viewer, plan_id=later, pairs={pair})
    set_lineage(viewer, plan_id=later, pairs={pair})
    assert AuditEntry.objects.filter(action="set lineage").count() == 1
    set_lineage(viewer, plan_id=later, pairs=set(), seen={pair})
    assert not Continuation.objects.exists()
    assert timeline(viewer, pair[0]).years == ()


def test_what_somebody_else_confirmed_or_undid_meanwhile_stands() -> None:
    viewer = alder_vale()
    earlier, later = two_years(viewer)
    one, other, third = zip(keys(viewer, earlier), keys(viewer, later), strict=True)
    set_lineage(viewer, plan_id=later, pairs={one, other})
    set_lineage(viewer, plan_id=later, pairs={one, other, third}, seen={one, other})
    set_lineage(viewer, plan_id=later, pairs={other}, seen={one, other})
    kept = Continuation.objects.values_list("earlier_id", "later_id")
    assert set(kept) == {other, third}
    set_lineage(viewer, plan_id=later, pairs={one, other}, seen={one, other})
    assert set(kept.all()) == {other, third}


def test_the_trail_tells_which_objectives_in_their_words() -> None:
    viewer = alder_vale()
    earlier, later = two_years(viewer)
    pair = (keys(viewer, earlier)[0], keys(viewer, later)[0])
    set_lineage(viewer, plan_id=later, pairs={pair})
    set_lineage(viewer, plan_id=later, pairs=set(), seen={pair})
    made, undone = AuditEntry.objects.filter(action="set lineage").order_by("pk")
    words = plan_content(viewer, later).plan.rows[0].objective
    assert words in made.after
    assert (made.before, undone.before, undone.after) == ("", made.after, "")


def test_lineage_survives_a_corrected_document() -> None:
    viewer = alder_vale()
    earlier, later = two_years(viewer)
    pair = (keys(viewer, earlier)[0], keys(viewer, later)[0])
    set_lineage(viewer, plan_id=later, pairs={pair})
    again = import_in_review(viewer, a_draft())
    assert accept_import(viewer, import_id=again, version=1, as_correction=True) == (earlier,)
    assert Continuation.objects.filter(earlier_id=pair[0], later_id=pair[1]).exists()


def test_objectives_of_another_partnership_or_a_later_year_are_refused_as_absent() -> None:
    viewer, stranger = alder_vale(), whitmoor()
    earlier, later = two_years(viewer)
    theirs, _ = two_years(stranger)
    for pair in (
        (keys(stranger, theirs)[0], keys(viewer, later)[0]),
        (keys(viewer, later)[1], keys(viewer, later)[0]),
        (keys(viewer, earlier)[0], keys(viewer, earlier)[1]),
    ):
        with pytest.raises(NotVisibleError):
            set_lineage(viewer, plan_id=later, pairs={pair})
    assert not Continuation.objects.exists()


def test_only_those_who_bring_in_plans_may_say_it() -> None:
    _, later = two_years(alder_vale())
    with pytest.raises(NotAllowedError):
        set_lineage(member(Role.ANALYST), plan_id=later, pairs=set())
    with pytest.raises(NotAllowedError):
        lineage_page(member(Role.COUNCILLOR), later)


def test_the_first_plan_has_nothing_to_continue() -> None:
    viewer = alder_vale()
    earlier, _ = two_years(viewer)
    with pytest.raises(NotVisibleError):
        lineage_page(viewer, earlier)
