"""The whole sheet of a real plan comes back with every word."""

from pathlib import Path

import pytest

from jointaction.changes.imports.accept import accept_import
from jointaction.queries.content import plan_content
from jointaction.queries.whole_plan import whole_plan_file
from jointaction.reports.plain_sheet import list_xlsx
from jointaction.sources.documents.document import read_document
from jointaction.sources.documents.whole_plan_sheet import whole_plan
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["action-plan-2008-09.docx", "action-plan-2008-09.pdf", "action-plan-2010-11.docx"]
)
def test_the_whole_sheet_of_a_real_plan_changes_nothing(shared: Path, name: str) -> None:
    viewer, path = factories.alder_vale(), shared / "plans" / name
    draft = read_document(path.read_bytes(), name)
    for plan_id in accept_import(viewer, import_id=factories.import_in_review(viewer, draft), version=1):
        before = plan_content(viewer, plan_id).plan
        table = whole_plan_file(viewer, plan_id).table
        sheet = whole_plan(list_xlsx("Whole plan", table.headings, table.rows))
        again = factories.import_in_review(viewer, sheet)
        accept_import(viewer, import_id=again, version=1, as_correction=True)
        assert plan_content(viewer, plan_id).plan == before
