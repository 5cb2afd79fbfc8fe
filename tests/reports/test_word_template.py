"""A paper in a council's template: every field of the page is there, and the same bytes come each time."""

import io
from pathlib import Path

import docx
import pytest

from jointaction.reports.formats import written
from jointaction.reports.sample_template import sample_template
from jointaction.reports.template_values import TEMPLATE_FIELDS, template_values
from jointaction.reports.word_template import WordTemplate, paper_in_template
from tests.reports.committee_paper import committee_paper
from tests.reports.papers import small_paper


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> WordTemplate:
    path = tmp_path_factory.mktemp("template") / "sample.docx"
    path.write_bytes(sample_template())
    return WordTemplate(path, "sample.docx")


def test_the_sample_filled_with_a_paper_says_all_of_it(sample):
    content = paper_in_template(committee_paper(), sample)
    document = docx.Document(io.BytesIO(content))
    told = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for words in (
        "4, issued 2 May 2010",
        "Overview & scrutiny <committee>",
        "Lights in Thornley (£4,800) wait for the grant.",
        "● On track\t5 of 8",
        "What changed since paper 3 of 12 February 2010",
        "Take back the bandstand",
        "On track: Will be done by its date.",
    ):
        assert words in told
    assert "{{" not in told
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    assert [len(table) for table in tables] == [3, 4, 3, 4]
    assert tables[0][1][1] == "Make 1.1 the safest part of the riverside after dark"
    assert content == written(committee_paper(), "docx", sample)


def test_a_paper_without_a_cover_fits_too(sample):
    assert paper_in_template(small_paper(("1.1", "Held")), sample)


def test_only_word_is_made_in_the_template(sample):
    assert written(committee_paper(), "csv", sample) == written(committee_paper(), "csv")


def test_every_field_people_are_told_of_exists():
    values = template_values(committee_paper())
    one = {"section": values["sections"][0]}
    for name, _ in TEMPLATE_FIELDS:
        found = {**values, **one}
        for part in name.split("."):
            found = found[part]
    assert set(values) == {name.split(".")[0] for name, _ in TEMPLATE_FIELDS} - {"section"}


def test_the_sample_names_every_field():
    document = docx.Document(io.BytesIO(sample_template()))
    told = "\n".join(paragraph.text for paragraph in document.paragraphs)
    unnamed = {name for name, _ in TEMPLATE_FIELDS if name.split(".")[-1] not in told}
    assert unnamed == {"issued_on", "section.rows"}


def test_a_paper_made_in_the_sample_tells_its_language_and_numbers_its_pages(sample):
    document = docx.Document(io.BytesIO(paper_in_template(committee_paper(), sample)))
    assert document.core_properties.language == "en-GB"
    footer = document.sections[0].footer._element.xml
    assert committee_paper().partnership in footer
    assert [field in footer for field in ('w:instr="PAGE"', 'w:instr="NUMPAGES"')] == [True, True]


def test_a_template_without_our_styles_gets_them(tmp_path: Path):
    document = docx.Document()
    for line in ("{%p for s in sections %}", "{{p s.table }}", "{%p endfor %}"):
        document.add_paragraph(line)
    path = tmp_path / "own.docx"
    document.save(str(path))
    made = docx.Document(io.BytesIO(paper_in_template(committee_paper(), WordTemplate(path, "own.docx"))))
    assert made.tables[0].style.name == "Plan Table"
    assert {"Plan Text", "Plan Heading"} <= {style.name for style in made.styles}
