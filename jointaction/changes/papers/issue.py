"""Issuing a committee paper: its number, its content and the bytes of every form are fixed at once."""

from collections.abc import Mapping
from dataclasses import replace

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from jointaction.changes.audit import one_at_a_time, record
from jointaction.changes.papers.drafts import draft_at
from jointaction.domain.access import Permission, Viewer
from jointaction.domain.papers import Paper, PaperState
from jointaction.domain.plans import EditConflictError, Problem, ProblemsError
from jointaction.queries.paper_json import paper_to_json
from jointaction.queries.paper_making import made_paper, own_paper, today
from jointaction.queries.paper_templates import own_template
from jointaction.reports.formats import FORMATS, written
from jointaction.reports.word_template import WordTemplate
from jointaction.sources.guard import RefusedError
from jointaction.store.files import keep_bytes
from jointaction.store.models import CommitteePaper, PaperFile, Plan


def issue_paper(viewer: Viewer, *, paper_id: int, version: int, plan_version: int) -> int:
    """Issue a draft as it was shown; returns its number, the same one when the form is sent twice.

    `version` and `plan_version` are the paper's and the plan's as they were previewed. Raises
    EditConflictError when either moved on or another paper took the number, ProblemsError when the
    partnership's Word template fails, NotAllowedError, NotVisibleError.
    """
    viewer.require(Permission.ISSUE_PAPERS)
    kept = own_paper(viewer, pk=paper_id)
    if kept.number is not None:
        return kept.number
    made = made_paper(viewer, kept)
    number = _next_number(viewer)
    paper = replace(made.paper, number=number, issued_on=today())
    # Written before the lock is taken: it takes a second, and nobody should wait for it.
    files = {extension: draft_file(viewer, paper, extension) for extension in FORMATS}
    with transaction.atomic():
        one_at_a_time(viewer)
        if (taken := own_paper(viewer, pk=paper_id).number) is not None:
            return taken
        draft_at(viewer, paper_id, version)
        plan_now = Plan.objects.values_list("version", flat=True).get(pk=kept.plan_id)
        if not plan_now == plan_version == made.content.version or number != _next_number(viewer):
            raise EditConflictError(f"the plan of paper {paper_id} or the next number moved on")
        _fix(viewer, kept, paper, files)
    return number


def draft_file(viewer: Viewer, paper: Paper, extension: str) -> bytes:
    """One form of a paper, Word in the partnership's own template where it has one.

    Raises ProblemsError when the template fails.
    """
    own = own_template(viewer)
    if own is None:
        return written(paper, extension)
    try:
        return written(paper, extension, WordTemplate(own.path, own.name))
    except (RefusedError, FileNotFoundError) as error:
        told = f"The Word template “{own.name}” cannot be filled. {error}"
        raise ProblemsError((Problem("template", told),)) from error


def _next_number(viewer: Viewer) -> int:
    papers = CommitteePaper.objects.filter(partnership_id=viewer.partnership_id)
    return int(papers.aggregate(last=Max("number"))["last"] or 0) + 1


def _fix(viewer: Viewer, kept: CommitteePaper, paper: Paper, files: Mapping[str, bytes]) -> None:
    hashes = {extension: keep_bytes(content) for extension, content in files.items()}
    content = paper_to_json(paper)
    CommitteePaper.objects.filter(pk=kept.pk).update(
        state=PaperState.ISSUED.value,
        number=paper.number,
        content=content,
        issued_by_id=viewer.person_id,
        issued_at=timezone.now(),
        version=kept.version + 1,
    )
    PaperFile.objects.bulk_create(
        PaperFile(paper=kept, extension=extension, sha256=sha256, size_bytes=len(files[extension]))
        for extension, sha256 in hashes.items()
    )
    record(
        viewer,
        action="issue paper",
        thing="paper",
        thing_id=kept.pk,
        summary=f"Paper {paper.number}: {paper.title}",
        after="\n".join(f"{extension} SHA-256 {sha256}" for extension, sha256 in hashes.items()),
    )
