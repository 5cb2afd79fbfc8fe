import pytest

from jointaction.domain.fields import Field
from jointaction.domain.periods import PlanYear
from jointaction.sources.documents.headings import Column, is_heading_part, is_time, meaning
from tests.sources.documents.layouts import LAYOUTS

HEADINGS = sorted({column for layout in LAYOUTS for column in layout.columns})
YEAR = PlanYear(2012)


@pytest.mark.parametrize(("heading", "field"), HEADINGS)
def test_the_headings_of_known_layouts_are_understood(heading, field):
    assert (meaning(heading) or Field.NOTE) is field


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Lead agenc", Field.LEAD_AGENCY),
        ("LEAD OFFICER(S)", Field.LEAD_AGENCY),
        ("Partners involved", Field.SUPPORT),
        ("2011/12 baseline", Field.BASELINE),
        ("Success criteria", Field.MEASURE),
        ("Status Q3", Field.STATUS),
        ("Quarter 2", Field.UPDATE),
        ("What has happened so far?", Field.UPDATE),
        ("Who will help?", Field.SUPPORT),
    ],
)
def test_other_writings_are_understood(heading, field):
    assert meaning(heading) is field


@pytest.mark.parametrize("words", ["Northmoor Council", "Lower thefts of bicycles", "", "1.1"])
def test_contents_are_no_headings(words):
    assert meaning(words) is None


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("Update: 2008-2009 Quarter 4", "2008-09 Q4"),
        ("Q2 update", "2012-13 Q2"),
        ("Progress at June 2012", "2012-13 Q1"),
        ("Progress at January 2013", "2012-13 Q4"),
        ("Update 2010/11", "2010-11"),
    ],
)
def test_a_heading_names_its_period(heading, period):
    assert str(Column(Field.UPDATE, heading).period(YEAR)) == period


def test_a_part_that_is_no_period_is_an_area():
    assert Column(Field.UPDATE, "Update", "North team").area == "North team"
    assert Column(Field.UPDATE, "Update", "Q1").area is None


def test_times_and_parts_of_headings_are_told_from_contents():
    assert is_time("Quarter 4 2009/10")
    assert not is_time("March past")
    assert is_heading_part("National Indicator s")
    assert not is_heading_part("Northmoor Council")
