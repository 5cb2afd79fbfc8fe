"""A paper in any layout that comes along, read by our own reader, gives the plan again."""

import pytest

from jointaction.domain.catalogue.layouts import LAYOUTS
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
