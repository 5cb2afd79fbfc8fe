"""The sheet to invite many people: headings to fill in, and the words its cells may hold beside it."""

from io import BytesIO

from python_calamine import CalamineWorkbook

from jointaction.domain.people_list import HEADINGS
from jointaction.reports.people_sheet import people_sheet


def test_the_sheet_holds_the_headings_and_its_choices_on_a_visible_sheet_of_their_own():
    book = CalamineWorkbook.from_filelike(BytesIO(people_sheet(["Analyst"], ["=AVDC"], ["JAG", "BG"])))
    assert book.sheet_names == ["People", "Choices"]
    assert book.get_sheet_by_name("People").to_python() == [list(HEADINGS)]
    assert book.get_sheet_by_name("Choices").to_python() == [
        ["Role", "Agency", "Groups"],
        ["Analyst", "=AVDC", "JAG"],
        ["", "", "BG"],
    ]


def test_a_partnership_without_agencies_gets_a_sheet_too():
    assert people_sheet(["Analyst"], [], [])[:2] == b"PK"
