"""A template to begin from: every field once, in the look of our own papers."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml import etree

from jointaction.reports.package import packed
from jointaction.reports.wordml import RELATIONS, paragraph, text_run, w, xml_bytes

_PARTS = Path(__file__).with_name("word_parts")
_LINES = (
    ("Partnership", "{{ partnership }}"),
    ("Title", "{{ title }}"),
    ("Subtitle", "Monitoring paper for {{ period }} · plan year {{ plan_year }}"),
    ("CoverFact", "Paper\t{{ paper }}"),
    ("CoverFact", "Meeting\t{{ cover.meeting }}"),
    ("CoverFact", "Date\t{{ cover.date }}"),
    ("CoverFact", "Author\t{{ cover.author }}"),
    ("CoverHeading", "Recommendation"),
    ("CoverText", "{{ cover.recommendation }}"),
    ("CoverHeading", "Reason for the recommendation"),
    ("CoverText", "{{ cover.reason }}"),
    ("CoverText", "{%p for box in cover.boxes %}"),
    ("CoverHeading", "{{ box.heading }}"),
    ("CoverText", "{{ box.text }}"),
    ("CoverText", "{%p endfor %}"),
    ("CoverHeading", "Summary"),
    ("CoverText", "{%p for count in counts %}"),
    ("CoverCount", "{{ count.sign }} {{ count.label }}\t{{ count.number }} of {{ count.of }}"),
    ("CoverText", "{%p endfor %}"),
    ("CoverText", "{%p if since %}"),
    ("CoverHeading", "What changed since {{ since }}"),
    ("CoverText", "{%p for change in changes %}"),
    ("CoverChange", "{{ change.ref }}, {{ change.what }}"),
    ("CoverFact", "Then\t{{ change.before }}"),
    ("CoverFact", "Now\t{{ change.now }}"),
    ("CoverText", "{%p endfor %}"),
    ("CoverText", "{%p endif %}"),
    ("CoverText", "{%p for section in sections %}"),
    ("Heading1", "{{ section.heading }}"),
    ("PlanText", "{{p section.table }}"),
    ("CoverText", "{%p endfor %}"),
    ("PlanKey", "What the statuses mean"),
    ("PlanNote", "{%p for status in key %}"),
    ("PlanNote", "{{ status.sign }} {{ status.word }}: {{ status.definition }}"),
    ("PlanNote", "{%p endfor %}"),
    ("PlanNote", "{%p for note in notes %}"),
    ("PlanNote", "{{ note }}"),
    ("PlanNote", "{%p endfor %}"),
)


def sample_template() -> bytes:
    """A .docx whose fields are those of reports/template_values.py; a council changes it as it likes."""
    return packed(
        {
            "[Content_Types].xml": _part("content_types.xml"),
            "_rels/.rels": _part("package_rels.xml"),
            "docProps/core.xml": _properties(),
            "word/document.xml": xml_bytes(w("document", w("body", *_body()))),
            "word/_rels/document.xml.rels": _part("document_rels.xml"),
            "word/styles.xml": _part("styles.xml"),
            "word/numbering.xml": _part("numbering.xml"),
            "word/settings.xml": _part("settings.xml"),
            "word/footer1.xml": xml_bytes(w("ftr", paragraph("{{ partnership }} · {{ title }}", "Footer"))),
        }
    )


def _body() -> Iterator[etree._Element]:
    for style, text in _LINES:
        line = paragraph("", style)
        for place, part in enumerate(text.split("\t")):
            if place:
                line.append(w("r", w("tab")))
            line.append(text_run(part))
        yield line
    footer = w("footerReference", type="default")
    footer.set(f"{{{RELATIONS}}}id", "rId4")
    margins = w("pgMar", top=1134, right=1134, bottom=1134, left=1134, header=567, footer=567, gutter=0)
    yield w("sectPr", footer, w("pgSz", w=16838, h=11906, orient="landscape"), margins)


def _properties() -> bytes:
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    title = etree.Element("{http://purl.org/dc/elements/1.1/}title")
    title.text = "Template for committee papers"
    root = etree.Element(f"{{{core}}}coreProperties", nsmap={"cp": core})
    root.append(title)
    return xml_bytes(root)


@cache
def _part(name: str) -> bytes:
    return (_PARTS / name).read_bytes()
