"""Every fault found in the real plans by eye is asked about; they are read from ../shared when there."""

from pathlib import Path

import pytest

from jointaction.domain.claims.placing import placed_updates
from jointaction.domain.claims.questions import Kind, Question, questions
from jointaction.domain.claims.report import as_markdown, report
from jointaction.sources.documents.document import read_document
from tests.benchmarks.gold import east_herts

pytestmark = pytest.mark.skipif(not east_herts.present(), reason=east_herts.REASON)

# What a coordinator would want to be asked, as read by eye: the references of each kind and year.
TRUE = {
    (Kind.SMALL_NUMBERS, "2008-09"): "3.1 3.2 3.4 6.1 6.3",
    (Kind.SMALL_NUMBERS, "2009-10"): "1.3 3.1 4.1 5.1 6.1",
    (Kind.TARGET, "2008-09"): "3.1 3.2 3.3 6.1",
    (Kind.TARGET, "2010-11"): "1 3 5 7 10",
    (Kind.SAME_PASSAGE, "2008-09"): "3.1",
    (Kind.SAME_PASSAGE, "2009-10"): "1.2 3.1 3.2",
    (Kind.STALE, "2008-09"): "4.1",
    (Kind.STALE, "2009-10"): "2.1 2.4 2.5 3.1 4.1 5.1",
    (Kind.BEFORE_PUBLIC, "2008-09"): "4.1 6.1 6.2",
    (Kind.OPEN_NEED, "2008-09"): "4.2 5.1",
    (Kind.TWO_VALUES, "2008-09"): "6.1 6.3",
    (Kind.TWO_VALUES, "2009-10"): "1.3",
    (Kind.COMPARATORS, "2009-10"): "3.1 4.1 5.1 6.1",
    (Kind.POINTS, "2009-10"): "4.1 5.1 6.1",
    (Kind.ARITHMETIC, "2009-10"): "5.1",
    (Kind.MEASURE_ENDED, "2010-11"): "9",
    (Kind.ONLY_FUNDING, "2010-11"): "1",
}


@pytest.fixture(scope="module")
def draft():
    text = Path(east_herts.TEXT)
    return read_document(text.read_bytes(), text.name)


@pytest.fixture(scope="module")
def asked(draft) -> tuple[Question, ...]:
    return questions(placed_updates(draft))


@pytest.mark.parametrize(
    ("kind", "year", "refs"),
    [
        (Kind.SAME_PASSAGE, "2008-09", {"3.1", "3.5"}),
        (Kind.TWO_VALUES, "2009-10", {"1.3", "2.1"}),
        (Kind.TWO_VALUES, "2008-09", {"6.1", "6.3"}),
        (Kind.TWO_VALUES, "2008-09", {"6.3"}),
        (Kind.ARITHMETIC, "2009-10", {"5.1"}),
        (Kind.STALE, "2009-10", {"2.1"}),
        (Kind.STALE, "2009-10", {"2.4"}),
        (Kind.STALE, "2009-10", {"3.1"}),
        (Kind.STALE, "2009-10", {"4.1"}),
        (Kind.STALE, "2009-10", {"5.1"}),
        (Kind.COMPARATORS, "2009-10", {"3.1"}),
        (Kind.COMPARATORS, "2009-10", {"4.1"}),
        (Kind.COMPARATORS, "2009-10", {"5.1"}),
        (Kind.TARGET, "2008-09", {"3.1"}),
        (Kind.TARGET, "2008-09", {"3.2"}),
        (Kind.TARGET, "2008-09", {"3.3"}),
        (Kind.TARGET, "2008-09", {"6.1"}),
        (Kind.MEASURE_ENDED, "2010-11", {"9"}),
        (Kind.OPEN_NEED, "2008-09", {"4.2"}),
        (Kind.OPEN_NEED, "2008-09", {"5.1"}),
        (Kind.BEFORE_PUBLIC, "2008-09", {"4.1"}),
        (Kind.BEFORE_PUBLIC, "2008-09", {"6.1"}),
        (Kind.BEFORE_PUBLIC, "2008-09", {"6.2"}),
    ],
)
def test_each_known_fault_is_asked_about(asked, kind, year, refs):
    places = [
        {(update.plan_year, update.ref) for update in question.places}
        for question in asked
        if question.kind is kind
    ]
    assert {(year, ref) for ref in refs} in places


def test_the_wrong_percentage_is_named_with_the_right_one(asked):
    (question,) = [question for question in asked if question.kind is Kind.ARITHMETIC]
    assert "+7.1%" in question.reason


def test_both_violence_figures_and_both_meeting_counts_are_set_side_by_side(asked):
    reasons = " ".join(question.reason for question in asked if question.kind is Kind.TWO_VALUES)
    for value in ("-1.6%", "-2.3%", "-10.3%", "-9.3%", "15", "36"):
        assert value in reasons


def test_the_last_plan_is_told_to_be_about_funding(asked):
    (question,) = [question for question in asked if question.kind is Kind.ONLY_FUNDING]
    assert len(question.places) > 10
    assert {update.plan_year for update in question.places} == {"2010-11"}


def test_quotes_are_the_plans_own_words(asked):
    for question in asked:
        if question.kind in {Kind.COMPARATORS, Kind.TARGET, Kind.MEASURE_ENDED}:
            continue
        words = " ".join(" ".join(update.text.split()) for update in question.places)
        for quote in question.quote.split(" / "):
            assert quote.removesuffix(" …") in words


def test_at_most_one_question_in_ten_updates_is_false(asked, draft):
    updates = [update for update in placed_updates(draft) if update.text]
    false = [question for question in asked if not _is_true(question)]
    assert 10 * len(false) <= len(updates), [(question.kind, question.quote) for question in false]


def _is_true(question: Question) -> bool:
    first = question.places[0]
    return first.ref in TRUE.get((question.kind, first.plan_year), "").split()


def test_the_report_sets_the_years_side_by_side(draft):
    found = report(draft)
    assert found.years == ("2008-09", "2009-10", "2010-11")
    meetings = next(thing for thing in found.over_years if "problem solving meetings" in thing.what)
    assert [placed.fact.value for placed in meetings.figures] == [23, 15, 36]
    assert as_markdown(found).count("- **") == found.asked
