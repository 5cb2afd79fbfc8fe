"""A paper in any layout that comes along, read by our own reader, gives the plan again."""

from dataclasses import replace

import pytest

from jointaction.domain.catalogue.layouts import LAYOUTS
from jointaction.domain.fields import Field
from jointaction.domain.papers import Paper
from jointaction.domain.tables import plan_sections
from jointaction.reports.excel import paper_xlsx
from jointaction.reports.word import paper_docx
from jointaction.sources.documents.document import read_document
from tests.reports.whole_plan import paper_of, plan_in, shown

FORMS = {"docx": paper_docx, "xlsx": paper_xlsx}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("extension", FORMS)
def test_a_paper_read_back_gives_the_plan_again(layout, extension):
    plan = plan_in(layout)
    draft = read_document(FORMS[extension](paper_of(plan)), f"paper.{extension}")
    (read,) = draft.plans
    assert (read.title, read.year) == (plan.title, plan.year)
    assert shown(read, layout.columns) == shown(plan, layout.columns)
    assert {warning.code for warning in draft.warnings} <= {"text-not-placed", "foot-set-aside"}


@pytest.mark.parametrize("extension", FORMS)
@pytest.mark.parametrize("key", ["", "plain", "theme-column"])
def test_a_real_plan_comes_back_in_its_own_columns_and_in_others(shared, key, extension):
    name = "action-plan-2010-11.xlsx"
    (plan,) = read_document((shared / "plans" / name).read_bytes(), name).plans
    period = max(update.period for row in plan.rows for update in row.updates)
    plan = replace(plan, columns=LAYOUTS[key].columns if key else plan.columns)
    paper = Paper("Partnership", plan.title, plan.year, period, plan_sections(plan, period))
    (read,) = read_document(FORMS[extension](paper), f"paper.{extension}").plans
    fields = {column.field for column in plan.columns} - {Field.THEME, Field.NOTE, Field.UPDATE}
    for before, after in zip(plan.rows, read.rows, strict=True):
        for field in fields:
            assert _words(getattr(after, field.value)) == _words(getattr(before, field.value))


def _words(value: object) -> list[str]:
    return (value if isinstance(value, str) else "\n".join(value or ())).split()
