"""A template to begin from: every field once, in the look of our own papers."""

from collections.abc import Iterator

from lxml import etree

from jointaction.reports.word_package import word_file
from jointaction.reports.wordml import paragraph, text_run, w

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
    return word_file("Template for committee papers", _body(), "{{ partnership }} · {{ title }}")


def _body() -> Iterator[etree._Element]:
    for style, text in _LINES:
        line = paragraph("", style)
        for place, part in enumerate(text.split("\t")):
            if place:
                line.append(w("r", w("tab")))
            line.append(text_run(part))
        yield line
