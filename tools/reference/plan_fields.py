"""The page of plan fields: what a column of a plan can mean, and by which headings it is known."""

from jointaction.domain.fields import Field
from jointaction.sources.documents.vocabulary.headings import HEADINGS, SILENT_WORDS
from tools.reference.page import Page, code, page, table


def plan_fields_page() -> Page:
    """Each field, then the headings the reader takes for it."""
    return page(
        "plan-fields.md",
        "The fields of a plan",
        ("jointaction/domain/fields.py", "jointaction/sources/documents/vocabulary/headings.py"),
        "Councils head the same thing with different words. The reader gives each column one of these "
        "fields; the column keeps its own heading on the screen and in every paper.",
        table(("Field", "In the code and in JSON", "A cell holds"), (_row(field) for field in Field)),
        "## Headings known for each field",
        "Capitals, the plural's ending and these words do not count: "
        f"{', '.join(sorted(SILENT_WORDS))}. A column with any other heading becomes "
        f"“{Field.NOTE.label}” and keeps its words.",
        table(("Field", "Headings"), ((field.label, _headings(field)) for field in Field)),
    )


def _row(field: Field) -> tuple[str, str, str]:
    return field.label, code(field.value), _content(field)


def _content(field: Field) -> str:
    if field.is_list:
        return "a list"
    if field is Field.UPDATE:
        return "a text for a period and, where the plan splits, an area"
    if field is Field.NOTE:
        return "a text under its column's heading"
    return "the section's number and title" if field is Field.THEME else "a text"


def _headings(field: Field) -> str:
    return ", ".join(HEADINGS.get(field, ())) or "none"
