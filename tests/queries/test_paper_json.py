"""A paper is kept as JSON and comes back as it was."""

import pytest
from hypothesis import given

from jointaction.domain.papers import Paper
from jointaction.queries.paper_json import NotAPaperError, paper_from_json, paper_to_json
from tests.reports.committee_paper import committee_paper
from tests.reports.made_papers import papers


@given(papers)
def test_any_paper_comes_back_as_it_was(paper: Paper) -> None:
    assert paper_from_json(paper_to_json(paper)) == paper


def test_a_paper_with_cover_counts_and_changes_comes_back_as_it_was() -> None:
    paper = committee_paper()
    assert paper_from_json(paper_to_json(paper)) == paper
    assert paper_to_json(paper) == paper_to_json(committee_paper())


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"title": 1}', "not JSON"])
def test_anything_else_is_no_paper(text: str) -> None:
    with pytest.raises(NotAPaperError):
        paper_from_json(text)


def test_a_paper_kept_before_papers_had_covers_still_opens() -> None:
    words = '{"partnership": "A", "title": "B", "plan_year": "2031-32", "period": "2031-32", "sections": []}'
    assert paper_from_json(words) == Paper("A", "B", "2031-32", "2031-32", ())
