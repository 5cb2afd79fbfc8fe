"""The demonstration's documents: broad, plausible, our own, and up to date with their data."""

import csv
import re
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pytest
from pypdfium2 import PdfDocument
from python_calamine import CalamineWorkbook

from jointaction.domain.access import Role
from jointaction.domain.partnership import PartnershipSetup
from jointaction.sources.partnership import partnership_setup
from tools.example_plans.plans import YEARS, Plan, Row, read_plan
from tools.make_examples import documents

EXAMPLES = Path(__file__).parents[1] / "examples"
PLANS = {year: read_plan(year) for year in YEARS}
ROWS = {(year, row.ref): row for year, plan in PLANS.items() for row in plan.rows}
NAMES = (
    "action-plan-2022-23.docx",
    "action-plan-2023-24.pdf",
    "action-plan-2023-24.txt",
    "action-plan-2024-25.xlsx",
)
# Which words show that a row speaks of a kind of record (the types of work in the field's inventory).
RECORD_WORDS = {
    "EV": r"meeting|event|session|surger|workshop|week|show|briefing|forum|project|nights|knocked|days",
    "DP": r"camera|marshal|trailer|mobile police station|deploy|lent",
    "OP": r"operation",
    "OR": r"order|pspo|notice|contract|review|exclusion|representation",
    "TP": r"test purchase",
    "DI": r"given out|handed|copies|posted|packs|leaflets|card|sheets",
    "RF": r"refer|nominat|report|shared|intelligence",
    "SM": r"member|scheme|fitted|volunteer|zone|regist|signed up|accredit|marking",
    "TR": r"train|vetting|knowledge check",
    "PU": r"publi|press|web|article|campaign|stor|theme|newsletter|advertis|board",
    "CO": r"priorit|survey|questionnaire|public meeting",
    "CA": r"case|report|hotspot|complaint|repeat|matrix|contact|cohort",
    "CF": r"offence|fell|rose|rise|%",
    "DO": r"plan|standard|protocol|note|guidance|polic|report",
    "BU": r"£|fund|grant|budget|full-time",
    "AU": r"audit|survey|scored|finds",
    "AS": r"board|trailer|camera|anpr|phone|alarm|cctv",
    "FB": r"response|standard|told|feedback",
    "PA": r"patrol",
    "TK": r"visits|removal|list|intelligence",
}


def coverage() -> list[dict[str, str]]:
    with (EXAMPLES / "coverage.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@cache
def written() -> dict[str, bytes]:
    """Every document, made once for all tests."""
    return documents()


@pytest.fixture(scope="module")
def partnership() -> PartnershipSetup:
    return partnership_setup(EXAMPLES / "partnership.json")


def test_three_plans_hold_about_a_hundred_objectives_in_seven_and_eight_themes_and_none() -> None:
    assert [len(plan.themes) for plan in PLANS.values()] == [7, 8, 1]
    assert PLANS["2024-25"].themes[0].title is None
    assert 90 <= len(ROWS) <= 110
    assert len(ROWS) == sum(len(plan.rows) for plan in PLANS.values()), "a reference is used twice"


def test_references_count_up_within_their_theme() -> None:
    for theme in PLANS["2022-23"].themes + PLANS["2023-24"].themes:
        expected = [f"{theme.number}.{number}" for number in range(1, len(theme.rows) + 1)]
        assert [row.ref for row in theme.rows] == expected
    assert [row.ref for row in PLANS["2024-25"].rows] == [str(number) for number in range(1, 27)]


def test_only_the_crime_themes_of_2023_24_split_their_updates_by_neighbourhood_team() -> None:
    split = [(plan.year, theme.number) for plan in PLANS.values() for theme in plan.themes if theme.areas]
    assert split == [("2023-24", number) for number in "3456"]


@pytest.mark.parametrize("row", ROWS.values(), ids=[" ".join(key) for key in ROWS])
def test_a_row_is_as_long_as_rows_of_plans_are(row: Row) -> None:
    assert 6 <= len(row.lines("objective")[0].split()) <= 18
    assert 1 <= len(row.lines("actions")) <= 5
    assert 1 <= len(row.lines("measures")) <= 4
    words = sum(len(line.split()) for update in row.updates for line in update.lines)
    text = " ".join(line for update in row.updates for line in update.lines)
    assert 10 <= words <= 90 or text in {"", "No update received."}


def test_coverage_names_each_kind_of_work_once() -> None:
    assert [int(line["number"]) for line in coverage()] == list(range(1, 134))


@pytest.mark.parametrize("line", coverage(), ids=lambda line: line["number"])
def test_a_kind_of_work_is_named_where_coverage_says(line: dict[str, str]) -> None:
    words = ROWS[line["plan"], line["ref"]].words.lower()
    assert line["words"].lower() in words
    for kind in line["type"].split("+"):
        assert re.search(RECORD_WORDS[kind], words), f"no word of a record of type {kind}"


def test_updates_hold_a_nil_a_missing_one_and_one_not_received() -> None:
    assert "No visual audits were carried out this quarter" in ROWS["2022-23", "2.1"].words
    assert ROWS["2022-23", "5.5"].lines("updates") == ("No update received.",)
    assert ROWS["2024-25", "24"].lines("updates") == ()


def test_every_leader_a_plan_names_is_known_to_the_partnership(partnership: PartnershipSetup) -> None:
    known = {"N/A", "Assigned by JAG"}
    for party in partnership.agencies + partnership.groups:
        known |= {party.name, party.short_name, *party.aliases}
    for year in ("2022-23", "2023-24"):
        for row in PLANS[year].rows:
            assert set(row.lines("lead_agencies") + row.lines("lead_groups")) <= known, row.ref


def test_the_partnership_has_the_areas_of_its_plans_and_a_demo_person_a_role(
    partnership: PartnershipSetup,
) -> None:
    areas = {area.name for area in partnership.areas}
    assert {area for theme in PLANS["2023-24"].themes for area in theme.areas} <= areas
    assert {person.role for person in partnership.people} == {
        role.value for role in Role if role.is_held_by_members
    }
    assert all(
        person.name.startswith("Demo ") and person.email.endswith("@example.org")
        for person in partnership.people
    )


def test_no_run_of_seven_words_comes_from_the_real_plans(shared: Path) -> None:
    real = runs((shared / "plans" / "east-herts-plans-2008-2011.txt").read_text(encoding="utf-8"))
    ours = {run for row in ROWS.values() for line in row.words.splitlines() for run in runs(line)}
    assert not ours & real


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9']+", text.lower())
    return {tuple(words[start : start + 7]) for start in range(len(words) - 6)}


def test_writing_the_documents_again_gives_the_same_bytes() -> None:
    assert tuple(written()) == NAMES
    assert documents() == written()


@pytest.mark.parametrize("name", NAMES)
def test_a_committed_document_has_the_words_of_the_data(name: str) -> None:
    assert words_of(name, (EXAMPLES / name).read_bytes()) == words_of(name, written()[name])


def words_of(name: str, content: bytes) -> list[str]:
    match Path(name).suffix:
        case ".docx":
            return [cell for row in word_rows(content) for cell in row]
        case ".xlsx":
            return [str(cell) for row in sheet_rows(content) for cell in row]
        case ".pdf":
            return [page.get_textpage().get_text_range() for page in PdfDocument(content)]
        case _:
            return content.decode().splitlines()


def word_rows(content: bytes) -> list[list[str]]:
    tables = docx.Document(BytesIO(content)).tables
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


def sheet_rows(content: bytes) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()


def test_the_word_document_has_every_cell_under_a_merged_band_and_a_repeated_header() -> None:
    plan = PLANS["2022-23"]
    tables = docx.Document(BytesIO(written()["action-plan-2022-23.docx"])).tables
    for table, theme in zip(tables, plan.themes, strict=True):
        band, header, *rows = table.rows
        assert {cell.text for cell in band.cells} == {theme.heading.upper()}
        assert [cell.text for cell in header.cells] == [column.heading for column in plan.columns]
        assert len(table._tbl.xpath(".//w:tblHeader")) == 2
        for row, cells in zip(theme.rows, rows, strict=True):
            assert [cell.text for cell in cells.cells] == word_cells(plan, row)


def word_cells(plan: Plan, row: Row) -> list[str]:
    lists = ("actions", "measures", "updates")
    return [("\n" if column.word in lists else ", ").join(row.lines(column.word)) for column in plan.columns]


def test_bullets_in_the_word_document_are_real_lists() -> None:
    document = docx.Document(BytesIO(written()["action-plan-2022-23.docx"]))
    actions = document.tables[0].rows[2].cells[2].paragraphs
    assert [paragraph.style.name for paragraph in actions] == ["List Bullet"] * 4
    assert document.styles["List Bullet"].element.xpath(".//w:numPr")


def test_the_pdf_is_landscape_and_breaks_rows_over_page_ends() -> None:
    pages = list(PdfDocument(written()["action-plan-2023-24.pdf"]))
    assert all(page.get_width() > page.get_height() for page in pages)
    first, second = (" ".join(page.get_textpage().get_text_range().split()) for page in pages[:2])
    start, end = ROWS["2023-24", "1.6"].lines("actions")
    assert start[:24] in first
    assert end[:24] not in first
    assert end[:24] in second


def test_the_text_has_one_line_a_row_with_all_its_columns() -> None:
    lines = [line.split("\t") for line in written()["action-plan-2023-24.txt"].decode().splitlines()]
    rows = {cells[0]: cells for cells in lines if re.fullmatch(r"\d\.\d", cells[0])}
    assert list(rows) == [row.ref for row in PLANS["2023-24"].rows]
    assert {len(cells) for ref, cells in rows.items() if ref[0] in "3456"} == {9}
    assert {len(cells) for ref, cells in rows.items() if ref[0] in "1278"} == {8}


def test_the_workbook_has_one_header_and_one_row_an_objective() -> None:
    plan = PLANS["2024-25"]
    _, title, _, header, *rows = sheet_rows(written()["action-plan-2024-25.xlsx"])
    assert title[0] == plan.title
    assert header == [column.heading for column in plan.columns]
    assert [row[0] for row in rows] == [row.ref for row in plan.rows]
