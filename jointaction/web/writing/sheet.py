"""The whole plan as a sheet, to edit in one go and bring back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from jointaction.queries.whole_plan import whole_plan_file
from jointaction.reports.plain_sheet import XLSX_TYPE, list_xlsx
from jointaction.web.parts.downloads import attachment
from jointaction.web.parts.viewer import ViewerRequest


@require_safe
def whole_sheet(request: ViewerRequest, plan_id: int) -> HttpResponse:
    """Every field of every objective as an Excel sheet; bringing it back is bringing in a document."""
    file = whole_plan_file(request.viewer, plan_id)
    if too_long := file.table.too_long:
        told = f"A cell of a sheet holds 32,000 letters at most, and “{too_long[0]}” of this plan has more."
        messages.error(request, told)
        return redirect("write_plan", plan_id)
    content = list_xlsx("Whole plan", file.table.headings, file.table.rows)
    return attachment(content, f"{slugify(file.title)}-{file.year}-whole-plan.xlsx", XLSX_TYPE)
