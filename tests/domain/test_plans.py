from dataclasses import replace

import pytest

from jointaction.domain.drafts import DocumentDraft, ThemeDraft, UpdateDraft
from jointaction.domain.plans import ProblemsError, problems
from tests.domain.drafts import a_document, a_plan, a_row, full_row


def fields(draft):
    return [(problem.field, problem.key) for problem in problems(draft)]


def test_a_whole_plan_has_no_problems():
    assert problems(a_document(full_row("r1"), a_row("r2"))) == ()


@pytest.mark.parametrize(
    "draft", [DocumentDraft(), a_document(), replace(a_document(), plans=(a_plan(),) * 2)]
)
def test_a_document_without_any_row_cannot_be_accepted(draft):
    (problem,) = problems(draft)
    assert problem.message == "There is no objective left to accept. Drop the document instead."


@pytest.mark.parametrize("missing", [None, ""])
def test_a_plan_needs_a_title_and_a_year(missing):
    found = problems(a_document(a_row("r1"), title=missing, year=missing))
    assert [problem.field for problem in found] == ["title-1", "year-1"]
    assert "Write it as 2008-09" in found[1].message


@pytest.mark.parametrize("year", ["next year", "2031", "2031-31"])
def test_a_year_that_is_no_plan_year_is_told_with_its_words(year):
    (problem,) = problems(a_document(a_row("r1"), year=year))
    assert problem.field == "year-1"
    assert f"“{year}”" in problem.message


@pytest.mark.parametrize("year", ["1908-09", "1989-90"])
def test_a_year_before_there_were_such_plans_is_a_problem_and_not_a_crash_later(year):
    (problem,) = problems(a_document(a_row("r1"), year=year))
    assert problem.field == "year-1"
    assert "1990" in problem.message


def test_the_problem_of_the_second_plan_says_so():
    draft = DocumentDraft((a_plan(a_row("r1")), a_plan(a_row("r2"), title=None)))
    assert fields(draft) == [("title-2", "")]


def test_a_row_needs_an_objective_or_an_action():
    draft = a_document(
        a_row("r1", "", ref="2.4"), a_row("r2", "", ref=None), a_row("r3", "", actions=("Walk",))
    )
    assert fields(draft) == [("objective", "r1"), ("objective", "r2")]
    assert [problem.message.split(" has ")[0] for problem in problems(draft)] == ["Row 2.4", "Row r2"]


def test_an_update_for_no_period_that_can_be_read_is_a_problem_of_its_row():
    updates = (UpdateDraft("Held", "spring"), UpdateDraft("Held", None), UpdateDraft("Held", "2031-32 Q1"))
    assert fields(a_document(a_row("r1", updates=updates))) == [("updates", "r1")]


def test_a_refused_change_says_every_reason_in_one_line():
    stops = problems(a_document(a_row("r1"), title=None, year=None))
    assert str(ProblemsError(stops)) == " ".join(
        ("Plan 1 has no title. Give it one.;", "Plan 1 has no year. Write it as 2008-09.")
    )


def test_what_the_tables_cannot_hold_is_asked_about_and_never_cut() -> None:
    long = a_row("r1", "An objective", ref="9" * 41)
    plan = replace(a_plan(), title="T" * 301, themes=(ThemeDraft("1" * 21, "S" * 501, (long,)),))
    found = [problem.field for problem in problems(DocumentDraft((plan,)))]
    assert found == ["title-1", "theme", "theme", "ref"]
