"""Committee papers: their cover, what was issued, and the very bytes that went out."""

from django.db import models
from django.db.models import F, Q

from jointaction.domain.papers import PaperState
from jointaction.store.models.partners import Partnership, Person
from jointaction.store.models.plans import Plan


class CommitteePaper(models.Model):
    """A paper on a plan for a period, from its draft to its issue; issued ones never change.

    `choice` says which themes, agencies and areas it shows ({} is everything); `content` is the JSON of
    domain.papers.Paper as it was issued. `number` counts the issued papers of a partnership. Everyone sees
    a paper that is public while its plan is.
    """

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT)
    state = models.CharField(
        max_length=20,
        choices=[(state.value, state.value) for state in PaperState],
        default=PaperState.DRAFT.value,
    )
    period = models.CharField(max_length=20)
    title = models.CharField(max_length=300)
    meeting = models.CharField(max_length=200, blank=True)
    meeting_on = models.DateField(null=True, blank=True)
    author = models.CharField(max_length=200, blank=True)
    recommendation = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    implications = models.JSONField(default=list)
    choice = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    idempotency_key = models.UUIDField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="papers_made")
    made_at = models.DateTimeField()
    number = models.PositiveIntegerField(null=True)
    content = models.TextField(blank=True)
    issued_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="papers_issued")
    issued_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = models.TextField(blank=True)
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, null=True)
    is_public = models.BooleanField(default=False)

    class Meta:
        ordering = ("-made_at",)
        constraints = (
            models.UniqueConstraint("partnership", "number", name="paper_number_once"),
            models.UniqueConstraint("partnership", "idempotency_key", name="paper_made_once"),
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in PaperState]), name="paper_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state=PaperState.DRAFT.value, number__isnull=True, issued_at__isnull=True)
                | (Q(number__isnull=False, issued_at__isnull=False) & ~Q(content="")),
                name="issued_paper_is_whole",
            ),
            models.CheckConstraint(
                condition=~Q(state=PaperState.WITHDRAWN.value)
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
                name="withdrawn_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(number__isnull=False), name="public_paper_is_issued"
            ),
            models.CheckConstraint(
                condition=Q(replaces__isnull=True) | ~Q(replaces=F("pk")), name="paper_replaces_another"
            ),
        )

    def __str__(self) -> str:
        return self.title


class PaperFile(models.Model):
    """One form of an issued paper; its bytes are kept under their own SHA-256 (store/files.py)."""

    paper = models.ForeignKey(CommitteePaper, on_delete=models.PROTECT)
    extension = models.CharField(max_length=10)
    sha256 = models.CharField(max_length=64)
    size_bytes = models.PositiveBigIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint("paper", "extension", name="paper_form_once"),
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="paper_sha256_hex"),
        )

    def __str__(self) -> str:
        return f"{self.paper_id}.{self.extension}"


class PaperTemplate(models.Model):
    """A partnership's own Word template with our fields; the newest is used."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT)
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    size_bytes = models.PositiveBigIntegerField()
    uploaded_by = models.ForeignKey(Person, on_delete=models.PROTECT)
    uploaded_at = models.DateTimeField()

    class Meta:
        ordering = ("-uploaded_at", "-pk")
        constraints = (
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="template_sha256_hex"),
        )

    def __str__(self) -> str:
        return self.name
