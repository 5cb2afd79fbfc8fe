"""Indicators of a partnership's own, and what a code stands for."""

from dataclasses import replace
from datetime import date

import pytest

from jointaction.changes.indicators import add_indicator, change_indicator, take_out_indicator
from jointaction.domain.access import NotAllowedError, NotVisibleError, Role
from jointaction.domain.catalogue.indicators import INDICATORS
from jointaction.domain.indicators import IndicatorMeaning
from jointaction.domain.plans import EditConflictError, ProblemsError
from jointaction.queries.indicators import cited_indicators, indicator_named, indicators_page, own_indicator
from tests import factories
from tests.changes.trail import entries

pytestmark = pytest.mark.django_db
LOCAL = IndicatorMeaning("Safer Alder", "S-A1.5", "Sheds with a lock", "Sheds counted in May.", "Wardens")


def test_an_indicator_is_added_once_and_found_however_its_code_is_written(viewer):
    with entries() as added:
        indicator_id = add_indicator(viewer, LOCAL)
        assert add_indicator(viewer, LOCAL) == indicator_id
    assert [entry.action for entry in added] == ["add indicator"]
    assert indicator_named(viewer, " s-a1.5") == LOCAL


def test_a_national_indicator_is_known_and_the_partnerships_own_words_for_it_come_first(viewer):
    assert indicator_named(viewer, "NI17") is INDICATORS["NI 17"]
    mine = IndicatorMeaning("Ours", "NI 17", "What people see", ended_on=date(2011, 3, 31))
    add_indicator(viewer, mine)
    assert indicator_named(viewer, "NI17") == mine
    codes = [line.meaning.code for line in indicators_page(viewer)]
    assert codes.count("NI 17") == 1


def test_a_code_nobody_has_explained_says_so_where_it_looks_local(viewer):
    cited = cited_indicators(viewer, ("S-C10.1", "Q7"))
    assert [bool(each.hint) for each in cited] == [True, False]
    assert indicator_named(viewer, "S-C10.1") is None


@pytest.mark.parametrize("said", [{"code": ""}, {"title": " "}, {"scheme": ""}, {"source": "s" * 301}])
def test_an_indicator_needs_its_words_at_their_length(viewer, said):
    with pytest.raises(ProblemsError) as refused:
        add_indicator(viewer, replace(LOCAL, **said))
    assert [problem.field for problem in refused.value.problems] == list(said)


def test_a_code_stands_once(viewer):
    add_indicator(viewer, LOCAL)
    with pytest.raises(ProblemsError, match="already"):
        add_indicator(viewer, replace(LOCAL, code="s-a1.5", title="Other"))


def test_an_indicator_is_changed_and_taken_out_from_what_was_seen(viewer):
    indicator_id = add_indicator(viewer, LOCAL)
    change_indicator(viewer, indicator_id, version=1, meaning=replace(LOCAL, title="Locked sheds"))
    assert own_indicator(viewer, indicator_id).meaning.title == "Locked sheds"
    for late in (
        lambda: change_indicator(viewer, indicator_id, version=1, meaning=LOCAL),
        lambda: take_out_indicator(viewer, indicator_id, version=1),
    ):
        with pytest.raises(EditConflictError):
            late()
    take_out_indicator(viewer, indicator_id, version=2)
    with pytest.raises(NotVisibleError):
        own_indicator(viewer, indicator_id)


def test_only_who_may_writes_indicators_and_nobody_those_of_others(viewer):
    indicator_id = add_indicator(viewer, LOCAL)
    for person, refusal in (
        (factories.member(Role.ANALYST), NotAllowedError),
        (factories.whitmoor(), NotVisibleError),
    ):
        with pytest.raises(refusal):
            change_indicator(person, indicator_id, version=1, meaning=LOCAL)
        with pytest.raises(refusal):
            take_out_indicator(person, indicator_id, version=1)
    assert indicator_named(factories.member(Role.COORDINATOR, "whitmoor"), "S-A1.5") is None
    assert indicator_named(factories.public(viewer), "S-A1.5") == LOCAL


def test_a_list_of_codes_takes_one_query(viewer, django_assert_num_queries):
    for number in range(20):
        add_indicator(viewer, replace(LOCAL, code=f"L {number}"))
    for codes in (("NI 15",), tuple(f"L {number}" for number in range(20))):
        with django_assert_num_queries(1):
            cited_indicators(viewer, codes)
    with django_assert_num_queries(0):
        cited_indicators(viewer, ())
