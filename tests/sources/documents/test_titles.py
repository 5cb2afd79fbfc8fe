import pytest

from jointaction.domain.drafts import Place
from jointaction.domain.fields import Field
from jointaction.sources.documents.grid import GridCell
from jointaction.sources.documents.titles import (
    is_inner_title,
    is_plan_title,
    is_title_like,
    names_body,
    row_title,
    sheet_title,
    title,
)
from tests.sources.documents.stage_values import IN_TEXT, columns, row, stock

STOCK = stock("serious youth engagement", "acquisitive crime and reduce", "communities")


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("1. SAFER STREETS", "1", "SAFER STREETS"),
        ("Priority 2: Burglary", "2", "Burglary"),
        ("Theme B - Young people", "B", "Young people"),
        ("Safer streets", None, "Safer streets"),
        ("A safer town", None, "A safer town"),
    ],
)
def test_a_titles_number_stands_apart(text, number, words):
    assert (title(text).number, title(text).words) == (number, words)


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        (("", "3. REDUCE SERIO", "OUS ACQUISITI", "IVE CRIME", ""), "3. REDUCE SERIOUS ACQUISITIVE CRIME"),
        (("5. YOUT", "H ENGAGEMEN", "NT"), "5. YOUTH ENGAGEMENT"),
        (("140", "\\", "1. SAFER STREETS", "", "11 1 4 0000"), "1. SAFER STREETS"),
        (
            ("8. F", "Fewer harmed people and", "x communities", "j here"),
            "8. Fewer harmed people and communities here",
        ),
    ],
)
def test_a_title_cut_across_cells_is_whole_again(cells, text):
    read = row_title(row(*cells), STOCK)

    assert read is not None
    assert read.text == text


def test_noise_in_a_titles_row_is_told():
    read = row_title(row("140", "1. SAFER STREETS", "11 1"), STOCK)

    assert read is not None
    assert set(read.dropped) == {"140", "11 1"}


def test_titles_are_told_from_sentences():
    assert is_title_like("Safer streets")
    assert not is_title_like("and the street was safer")
    assert not is_title_like("The street was safer.")


def test_a_plans_title_names_a_plan_and_a_year():
    assert is_plan_title("Community Safety Plan 2012-13")
    assert is_plan_title("Hate Crime Delivery Plan 2018")
    assert not is_plan_title("2012-13")
    assert not is_plan_title("Community Safety Plan")


def test_a_partnerships_name_is_no_theme():
    assert names_body("Northmoor Community Safety Partnership")
    assert not names_body("1. Work of the partnership")
    assert not names_body("Safer streets")


def test_a_title_within_a_table_is_loud_wide_or_numbered():
    own = columns(Field.ACTION, Field.LEAD_AGENCY, Field.STATUS)

    assert is_inner_title(GridCell("HATE CRIME", IN_TEXT, 0), own)
    assert is_inner_title(GridCell("Hate crime", IN_TEXT, 0, span=3), own)
    assert is_inner_title(GridCell("2. Hate crime", IN_TEXT, 0), own)
    assert not is_inner_title(GridCell("Hate crime", IN_TEXT, 0), own)
    assert not is_inner_title(GridCell("HATE CRIME", IN_TEXT, 1), own)


def test_a_sheets_name_is_a_theme_unless_it_is_a_plain_one():
    named = sheet_title(Place(sheet="Night-time economy"))

    assert named is not None
    assert named.words == "Night-time economy"
    assert sheet_title(Place(sheet="Sheet1")) is None
    assert sheet_title(Place(sheet="Action plan 2012-13")) is None
