"""A template sees its fields and nothing else; whatever is wrong is told with its name and its line."""

import io

import docx
import pytest

from jointaction.sources.documents.refusal import RefusedError
from jointaction.sources.templates.filling import filled

TABLE = (
    "<w:tbl xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:tblPr/><w:tblGrid>"
    "<w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>Whole table</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)
VALUES = {
    "title": "Sheds & <wharves>",
    "number": 4,
    "cover": {"meeting": "Scrutiny", "boxes": [{"heading": "Money", "text": "None.\nTruly."}]},
    "sections": [
        {"heading": "Thefts", "rows": [{"ref": "1.1"}, {"ref": "1.2"}], "table": {"xml": TABLE}},
        {"heading": "Getting home", "rows": [], "table": {"xml": TABLE}},
    ],
    "notes": [],
}


def a_template(*lines, header="", rows=()):
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    if rows:
        table = document.add_table(rows=len(rows), cols=1)
        for cell, line in zip(table.column_cells(0), rows, strict=True):
            cell.text = line
    document.sections[0].header.paragraphs[0].text = header
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def made(*lines, **more):
    return docx.Document(io.BytesIO(filled(a_template(*lines, **more), VALUES, [])))


def words(document):
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text]


def refusal(*lines, **more):
    with pytest.raises(RefusedError) as refused:
        made(*lines, **more)
    return refused.value.message


def test_fields_lists_and_conditions_are_filled_and_markup_stays_words():
    document = made(
        "{{ title|upper }}, paper {{ number }}",
        "{%p for box in cover.boxes %}",
        "{{ box.heading }}: {{ box.text }}",
        "{%p endfor %}",
        "{%p if notes %}",
        "Notes",
        "{%p endif %}",
        "{%p for section in sections %}",
        "{{ loop.index }} {{ section.heading }}",
        "{%p endfor %}",
        header="{{ cover.meeting }}",
    )
    assert words(document) == [
        "SHEDS & <WHARVES>, paper 4",
        "Money: None.\nTruly.",
        "1 Thefts",
        "2 Getting home",
    ]
    assert document.sections[0].header.paragraphs[0].text == "Scrutiny"


def test_a_ready_table_takes_the_place_of_its_paragraph_and_rows_can_be_walked():
    document = made("{{p sections[0].table }}")
    assert [cell.text for table in document.tables for cell in table._cells] == ["Whole table"]
    document = made("Rows", rows=("{%tr for row in sections[0].rows %}", "{{ row.ref }}", "{%tr endfor %}"))
    assert [row.cells[0].text for row in document.tables[0].rows] == ["1.1", "1.2"]


def test_a_style_the_template_lacks_is_added_and_its_own_are_kept():
    style = (
        "<w:style xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' w:type='paragraph' "
        "w:styleId='{}'><w:name w:val='{}'/></w:style>"
    )
    given = [style.format("PlanText", "Plan Text"), style.format("Normal", "Not theirs")]
    names = [each.name for each in docx.Document(io.BytesIO(filled(a_template(), VALUES, given))).styles]
    assert "Plan Text" in names
    assert "Not theirs" not in names


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("At: {{ cover.metting }}", "“cover.metting” is not a field; did you mean “cover.meeting”?"),
        ("{{ titel }}", "“titel” is not a field; did you mean “title”?"),
        ("{% if cover.metting %}a{% endif %}", "did you mean “cover.meeting”?"),
        ("{{ xyz }}", "“xyz” is not a field. There are: cover, notes, number, sections, title."),
        ("{{ cover }}", "“cover” has several parts; name one: boxes, meeting."),
        ("{{ sections }}", "“section” has several parts; name one: heading, rows, table."),
        ("{% for x in cover %}a{% endfor %}", "“cover” is no list; name one of its parts: boxes, meeting."),
        ("{{ cover|first }}", "“cover” is no list"),
        ("{% if 'x' in cover %}a{% endif %}", "“cover” is no list"),
        ("{{ title + 1 }}", "a sum of texts"),
        ("{{ title ", "cannot be understood"),
        ("{%p for section in sections %}", "never closed"),
    ],
)
def test_a_wrong_template_is_told_by_name(line, told):
    assert told in refusal("First", line)


def test_a_loop_over_what_is_no_list_is_told():
    assert "“cover” is no list" in refusal("{%p for x in cover %}", "{{ x }}", "{%p endfor %}")


def test_the_line_is_quoted_also_from_a_loop_and_from_the_header():
    in_loop = refusal("{%p for s in sections %}", "So: {{ s.headng }}", "{%p endfor %}")
    assert in_loop.startswith("“section.headng” is not a field; did you mean “section.heading”?")
    assert in_loop.endswith("It stands in the line “So: {{ s.headng }}”.")
    assert refusal("Body", header="{{ titel }}").endswith("in the line “{{ titel }}”.")


@pytest.mark.parametrize(
    "attack",
    [
        "{{ title.__class__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ cover.__init__.__globals__ }}",
        "{{ cover._values }}",
        "{{ cover['_values'] }}",
        "{{ cover.wrong('x') }}",
        "{{ cover.whole() }}",
        "{{ sections.append(1) }}",
        "{{ title.format(title) }}",
        "{{ '{0.__class__}'.format(title) }}",
        "{{ self.__init__ }}",
        "{{ loop }}",
        "{% for x in range(9) %}x{% endfor %}",
        "{{ lipsum.__globals__ }}",
        "{{ cycler }}",
        "{{ title|attr('__class__') }}",
        "{{ title|safe }}",
        "{{ sections|map(attribute='__class__')|list }}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{% extends 'x' %}",
    ],
)
def test_nothing_but_fields_is_reached(attack):
    assert "object at" not in refusal(attack)


def test_what_is_no_word_document_is_refused():
    with pytest.raises(RefusedError, match="Word could not open"):
        filled(b"PK\x05\x06" + bytes(18), VALUES, [])
