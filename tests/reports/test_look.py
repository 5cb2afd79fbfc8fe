from dataclasses import replace

import pytest

from jointaction.reports.look import footer_words, subtitle
from tests.reports.papers import small_paper


@pytest.mark.parametrize(
    ("year", "period", "expected"),
    [
        ("2009-10", "2009-10 Quarter 4", "Monitoring paper for 2009-10 Quarter 4"),
        ("2009-10", "2009-10", "Monitoring paper for 2009-10"),
        ("2009-10", "2010-11 Quarter 1", "Plan year 2009-10 · Monitoring paper for 2010-11 Quarter 1"),
        ("2009-10", "", "Plan year 2009-10"),
    ],
)
def test_the_line_under_the_title_says_the_period_and_the_year_once(
    year: str, period: str, expected: str
) -> None:
    assert subtitle(replace(small_paper(), plan_year=year, period=period)) == expected


def test_the_foot_of_a_page_names_whose_paper_it_is() -> None:
    assert footer_words(small_paper()) == "Weirdale Community Safety Partnership · Action plan · 2009-10"
