"""What breaks the constraints of committee papers, their files and their templates."""

from uuid import uuid4

from django.utils import timezone

from jointaction.store import models

NOW = timezone.now()
ISSUED = {"state": "issued", "number": 1, "issued_at": NOW, "content": "{}"}


def _person():
    return models.Person.objects.create(email=f"{uuid4().hex}@alder.example", name="Ada Fenn")


def _paper(alder, **fields):
    plan = models.Plan.objects.create(
        partnership=alder, title="Safer Quays", year_first=2031, accepted_at=NOW
    )
    fields = {"idempotency_key": uuid4(), "period": "2031-32 Q4", "title": "Quarter 4"} | fields
    return models.CommitteePaper.objects.create(
        partnership=alder, plan=plan, made_by=_person(), made_at=NOW, **fields
    )


def paper_number_once(alder):
    for _ in range(2):
        _paper(alder, **ISSUED)


def paper_made_once(alder):
    key = uuid4()
    for _ in range(2):
        _paper(alder, idempotency_key=key)


def paper_state_known(alder):
    _paper(alder, **(ISSUED | {"state": "lost"}))


def issued_paper_is_whole(alder):
    _paper(alder, **(ISSUED | {"content": ""}))


def withdrawn_with_a_reason(alder):
    _paper(alder, **(ISSUED | {"state": "withdrawn", "withdrawn_at": NOW}))


def paper_replaces_another(alder):
    paper = _paper(alder)
    models.CommitteePaper.objects.filter(pk=paper.pk).update(replaces=paper)


def public_paper_is_issued(alder):
    _paper(alder, is_public=True)


def paper_form_once(alder):
    paper = _paper(alder)
    for _ in range(2):
        models.PaperFile.objects.create(paper=paper, extension="docx", sha256="a" * 64, size_bytes=1)


def paper_sha256_hex(alder):
    models.PaperFile.objects.create(paper=_paper(alder), extension="docx", sha256="A" * 64, size_bytes=1)


def template_sha256_hex(alder):
    models.PaperTemplate.objects.create(
        partnership=alder,
        name="cover.docx",
        sha256="short",
        size_bytes=1,
        uploaded_by=_person(),
        uploaded_at=NOW,
    )


BREAKERS = {
    breaker.__name__: breaker
    for breaker in (
        paper_number_once,
        paper_made_once,
        paper_state_known,
        issued_paper_is_whole,
        withdrawn_with_a_reason,
        paper_replaces_another,
        public_paper_is_issued,
        paper_form_once,
        paper_sha256_hex,
        template_sha256_hex,
    )
}
