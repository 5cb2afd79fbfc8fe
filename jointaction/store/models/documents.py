"""Uploaded documents and their way to a plan."""

from django.db import models

from jointaction.domain.imports import ImportState
from jointaction.store.models.partners import Partnership, Person


class SourceDocument(models.Model):
    """An uploaded file, kept as it came under the name of its own SHA-256 (store/files.py)."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT)
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    size_bytes = models.PositiveBigIntegerField()
    uploaded_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True)
    uploaded_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint("partnership", "sha256", name="document_kept_once_in_partnership"),
            models.CheckConstraint(
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"), name="document_sha256_hex"
            ),
        )

    def __str__(self) -> str:
        return self.name


class Import(models.Model):
    """One reading of a document, until a person accepts or drops it.

    `draft_read` is what the reader found and never changes; `draft` carries the person's corrections.
    Both are the JSON of domain.drafts.DocumentDraft. `version` counts the corrections.
    """

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT)
    document = models.ForeignKey(SourceDocument, on_delete=models.PROTECT)
    state = models.CharField(
        max_length=30,
        choices=[(state.value, state.value) for state in ImportState],
        default=ImportState.READING.value,
    )
    steps_done = models.PositiveIntegerField(default=0)
    steps_total = models.PositiveIntegerField(default=0)
    refusal = models.TextField(blank=True)
    draft_read = models.TextField(blank=True)
    draft = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    idempotency_key = models.UUIDField()
    started_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint("partnership", "idempotency_key", name="import_started_once"),
            models.CheckConstraint(
                condition=models.Q(state__in=[state.value for state in ImportState]),
                name="import_state_known",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    state__in=[
                        ImportState.READING.value,
                        ImportState.REFUSED.value,
                        ImportState.DROPPED.value,
                    ]
                )
                | ~models.Q(draft=""),
                name="import_in_review_has_draft",
            ),
        )

    def __str__(self) -> str:
        return f"{self.document}: {self.state}"
