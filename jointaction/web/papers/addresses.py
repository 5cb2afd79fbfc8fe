"""Where the files of papers are to be had."""

from urllib.parse import urlencode

from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from jointaction.queries.paper_as_issued import IssuedPage
from jointaction.queries.papers import PaperPage
from jointaction.reports.formats import FORMATS
from jointaction.web.parts.components import Download


def paper_downloads(page: PaperPage) -> tuple[Download, ...]:
    """The forms of a plan's monitoring paper for the period shown."""
    query = urlencode({"period": page.period})
    return tuple(
        Download(
            form.label,
            f"{reverse('paper_download', args=[page.plan_id, form.extension])}?{query}",
            form.extension,
        )
        for form in FORMATS.values()
    )


def draft_downloads(paper_id: int) -> tuple[Download, ...]:
    """The forms of a paper being written."""
    return tuple(
        Download(form.label, reverse("paper_draft_download", args=[paper_id, form.extension]), form.extension)
        for form in FORMATS.values()
    )


def issued_downloads(page: IssuedPage) -> tuple[Download, ...]:
    """The forms an issued paper was issued in, with their sizes."""
    return tuple(
        Download(
            FORMATS[file.extension].label,
            reverse("issued_paper_download", args=[page.number, file.extension]),
            file.extension,
            filesizeformat(file.size_bytes),
        )
        for file in page.files
    )
