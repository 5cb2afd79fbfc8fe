"""Words are found over all years, among what the viewer may see, and no words break it."""

from dataclasses import replace
from importlib import import_module

import pytest
from django.apps import apps
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jointaction.changes.search import refresh_search
from jointaction.changes.statuses import set_status
from jointaction.domain.access import NotAllowedError, Role, Viewer
from jointaction.domain.catalogue.status_schemes import PLAIN
from jointaction.domain.drafts import DocumentDraft, UpdateDraft
from jointaction.domain.searching import SearchKind
from jointaction.queries.search import SearchAsked, search_choices, search_page
from jointaction.queries.shapes import stored_scheme
from jointaction.store.models import Agency, Area, Plan, SearchText, Update
from tests import factories
from tests.domain.drafts import a_document, a_plan, a_row

pytestmark = pytest.mark.django_db


def found(viewer, words="", **kept_to):
    refresh_search(viewer)
    return search_page(viewer, SearchAsked(words, **kept_to))


def titles(page):
    return ["".join(piece.text for piece in hit.title) for hit in page.hits]


def passages(page):
    return [
        "".join(f"[{piece.text}]" if piece.is_found else piece.text for piece in passage.pieces)
        for hit in page.hits
        for passage in hit.passages
    ]


@pytest.mark.parametrize(
    ("words", "refs"),
    [
        ("allotment", ["1.2", "1.1"]),
        ("ALLOTMENTS visited", ["1.2"]),
        ("allot", ["1.2", "1.1"]),
        ('"every allotment"', ["1.2"]),
        ('"allotment every"', []),
        ("home river", ["2.1"]),
        ("home moon", []),
        ("NI 16", ["1.1"]),
        ("broke", ["1.1"]),
        ("bro", []),
        ("wardens", ["2.1"]),
    ],
)
def test_words_are_found_by_their_stems_beginnings_and_in_quotes(viewer, plan_id, words, refs):
    page = found(viewer, words)
    assert sorted(title.split()[0] for title in titles(page)) == sorted(refs)
    assert page.total == len(refs)


def test_the_lines_that_hold_the_words_are_shown_with_them_marked(viewer, plan_id):
    page = found(viewer, "fairs")
    assert passages(page) == [
        "Mark garden tools at the spring [fair]",
        "2031-32 Q3, Alderbrook: Two [fairs] held",
        "2031-32 Q3, Wharf End: One [fair] held",
    ]


def test_a_plan_is_found_by_its_title(viewer, plan_id):
    page = found(viewer, "Safer Sheds 2031")
    assert [(hit.plan_id, hit.objective_id) for hit in page.hits] == [(plan_id, None)]


def test_what_is_found_in_an_objective_stands_before_what_is_found_in_an_update(viewer):
    rows = (
        a_row("r1", "Tidy paths", updates=(UpdateDraft("The moth trap was set", "2031-32 Q4"),)),
        a_row("r2", "Protect the moth", ref="1.2"),
    )
    factories.accepted_plan(viewer, a_document(*rows))
    assert [title.split(" ", 1)[1] for title in titles(found(viewer, "moth"))] == [
        "Protect the moth",
        "Tidy paths",
    ]


def test_finds_are_kept_to_a_year_an_agency_an_area_and_a_kind_of_words(viewer, plan_id):
    factories.accepted_plan(viewer, factories.draft_of_year("2032-33"))
    police = Agency.objects.get(name="Alder Constabulary", partnership_id=viewer.partnership_id)
    wharf = Area.objects.get(name="Wharf End", partnership_id=viewer.partnership_id)
    assert found(viewer, "allotment").total == 4
    assert found(viewer, "allotment", year="2032-33").total == 2
    assert found(viewer, "allotment", agency=str(police.pk)).total == 2
    assert found(viewer, "allotment", area=str(wharf.pk), year="2032-33").total == 1
    assert found(viewer, "allotment", kind=SearchKind.ACTIONS).total == 2
    assert found(viewer, "allotment", year="soon").total == found(viewer, "x", agency="²").total == 0
    assert found(viewer, "allotment", year="2032-33").in_all == 4


def test_what_was_written_since_is_found_and_what_went_is_not(viewer, plan_id):
    assert found(viewer, "unicycle").total == 0
    Update.objects.filter(text="Eleven allotments visited").update(text="A unicycle was found")
    Plan.objects.filter(pk=plan_id).update(version=2)
    assert found(viewer, "unicycle").total == 1
    assert found(viewer, '"eleven allotments"').total == 0
    Plan.objects.get(pk=plan_id).delete()
    assert found(viewer, "unicycle").total == SearchText.objects.count() == 0


def test_search_reads_a_plan_again_only_when_it_changed(viewer, plan_id):
    assert [refresh_search(viewer), refresh_search(viewer)] == [1, 0]
    Plan.objects.filter(pk=plan_id).update(version=7)
    assert refresh_search(viewer) == 1


def test_nothing_of_another_partnership_is_found(viewer, plan_id):
    other = factories.whitmoor()
    factories.publish(plan_id, viewer)
    for outsider in (other, factories.public(other), factories.member(Role.ANALYST, "whitmoor")):
        refresh_search(viewer)
        assert found(outsider, "allotment").hits == ()
        assert search_choices(outsider) == search_choices(replace(outsider, role=Role.PUBLIC))


def test_the_public_finds_only_what_is_public(viewer, plan_id):
    for outside in (factories.public(viewer), factories.member(Role.ADMINISTRATOR)):
        assert found(outside, "allotment").total == 0
        assert search_choices(outside).year == ()
    factories.publish(plan_id, viewer)
    assert found(factories.public(viewer), "allotment").total == 2
    assert [choice.label for choice in search_choices(factories.public(viewer)).year] == ["2031-32"]


def test_nobody_finds_the_reason_of_a_status_which_the_public_may_not_read(viewer, plan_id):
    Plan.objects.filter(pk=plan_id).update(scheme=stored_scheme(PLAIN))
    reason = "The victim in Wharf End moved away"
    set_status(viewer, factories.objective_of(plan_id), period="2031-32 Q4", status="at-risk", reason=reason)
    factories.publish(plan_id, viewer)
    for someone in (factories.public(viewer), factories.member(Role.ANALYST), viewer):
        assert found(someone, "victim moved").total == 0


def test_reasons_that_search_knew_before_are_forgotten_and_every_plan_is_read_again(viewer, plan_id):
    refresh_search(viewer)
    SearchText.objects.filter(objective=factories.objective_of(plan_id)).update(other="The victim moved away")
    factories.publish(plan_id, viewer)
    assert search_page(factories.public(viewer), SearchAsked("victim")).total == 1
    import_module("jointaction.store.migrations.0016_search_knows_no_reasons").forget(apps, None)
    assert search_page(factories.public(viewer), SearchAsked("victim")).total == 0
    assert found(factories.public(viewer), "victim").total == 0
    assert found(viewer, "allotment").total == 2


def test_the_holder_of_a_link_searches_nothing(viewer, plan_id):
    holder = Viewer(viewer.partnership_id, viewer.partnership, Role.LINK_HOLDER, only_return=1)
    with pytest.raises(NotAllowedError):
        search_page(holder, SearchAsked("allotment"))


def test_finds_are_shown_page_by_page(viewer):
    factories.accepted_plan(viewer, factories.large_draft(7))
    refresh_search(viewer)
    pages = [search_page(viewer, SearchAsked("fair"), number=number, size=3) for number in (1, 2, 3, 9)]
    assert [(page.number, page.pages, len(page.hits)) for page in pages] == [
        (1, 3, 3),
        (2, 3, 3),
        (3, 3, 1),
        (3, 3, 1),
    ]
    assert len({hit.objective_id for page in pages for hit in page.hits}) == 7


def test_a_search_takes_as_many_questions_for_one_find_as_for_twenty(viewer, django_assert_num_queries):
    factories.accepted_plan(viewer, factories.large_draft(1))
    other = factories.whitmoor()
    factories.accepted_plan(other, factories.large_draft(20))
    for someone in (viewer, other):
        refresh_search(someone)
        with django_assert_num_queries(5):
            refresh_search(someone)
            search_page(someone, SearchAsked("fair"))


def test_control_characters_of_a_document_cannot_pass_for_marks(viewer):
    rows = (a_row("r1", "Tidy \x02paths\x03 and hedges"),)
    factories.accepted_plan(viewer, DocumentDraft((a_plan(*rows),)))
    assert titles(found(viewer, "hedges")) == ["r1.1 Tidy paths and hedges"]


SIGNS = [
    *"\"'*()^:-{|&!²é\\%\x00",
    "<->",
    "$1",
    ";--",
    "AND",
    "NOT",
    "NEAR(a",
    "heading:",
    "sheds",
    "wall",
    "w1",
]
HOSTILE = st.text(max_size=40) | st.lists(st.sampled_from(SIGNS), max_size=8).map(" ".join)


@given(words=HOSTILE)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_words_are_an_error(viewer, plan_id, words):
    page = found(viewer, words)
    assert page.total <= 4
    for kind in (SearchKind.UPDATES, SearchKind.OBJECTIVES):
        found(viewer, words, kind=kind)
