"""A council's own Word template: brought in once it fills, and left again."""

from pathlib import Path

from django.db import transaction
from django.utils import timezone

from jointaction.changes.audit import record
from jointaction.domain.access import Permission, Viewer
from jointaction.domain.plans import Problem, ProblemsError
from jointaction.queries.paper_templates import trial_paper
from jointaction.reports.word_template import WordTemplate, paper_in_template
from jointaction.sources.guard import RefusedError
from jointaction.store.files import file_sha256, keep_file
from jointaction.store.models import PaperTemplate

LONGEST_NAME = 255


def keep_template(viewer: Viewer, *, path: Path, name: str) -> None:
    """Use a Word template from the next paper on; the same file sent twice is kept once.

    It is filled with the last paper first. Raises NotAllowedError, or ProblemsError with what is wrong in it.
    """
    viewer.require(Permission.ISSUE_PAPERS)
    try:
        paper_in_template(trial_paper(viewer), WordTemplate(path, name))
    except RefusedError as refused:
        raise ProblemsError((Problem("template", refused.message),)) from refused
    with transaction.atomic():
        templates = PaperTemplate.objects.select_for_update().filter(partnership_id=viewer.partnership_id)
        newest = templates.first()
        if newest is not None and newest.sha256 == file_sha256(path):
            return
        kept = PaperTemplate.objects.create(
            partnership_id=viewer.partnership_id,
            name=name[:LONGEST_NAME],
            sha256=keep_file(path),
            size_bytes=path.stat().st_size,
            uploaded_by_id=viewer.person_id or 0,
            uploaded_at=timezone.now(),
        )
        record(
            viewer,
            action="use paper template",
            thing="paper template",
            thing_id=kept.pk,
            summary=kept.name,
            after=f"SHA-256 {kept.sha256}",
        )


def leave_template(viewer: Viewer) -> None:
    """Give papers our own look again; without a template nothing happens. Raises NotAllowedError."""
    viewer.require(Permission.ISSUE_PAPERS)
    with transaction.atomic():
        templates = PaperTemplate.objects.select_for_update().filter(partnership_id=viewer.partnership_id)
        newest = templates.first()
        if newest is None:
            return
        before = "\n".join(f"{each.name} SHA-256 {each.sha256}" for each in templates)
        PaperTemplate.objects.filter(partnership_id=viewer.partnership_id).delete()
        record(
            viewer,
            action="leave paper template",
            thing="paper template",
            thing_id=newest.pk,
            summary=newest.name,
            before=before,
        )
