"""The audit trail: one row a write, chained by hash, never changed."""

from django.db import models


class AuditEntry(models.Model):
    """Who did what, when. Names things without foreign keys so that it outlives them.

    `sequence` counts from 1 in each partnership; `hash` covers the entry and `previous_hash`
    (domain/audit.py). The database refuses UPDATE and DELETE (migration 0002).
    """

    partnership_id = models.BigIntegerField()
    sequence = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    person_id = models.BigIntegerField(null=True)
    person = models.CharField(max_length=120)
    action = models.CharField(max_length=60)
    thing = models.CharField(max_length=60)
    thing_id = models.CharField(max_length=60)
    summary = models.TextField(blank=True)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name_plural = "audit entries"
        ordering = ("sequence",)
        constraints = (models.UniqueConstraint("partnership_id", "sequence", name="audit_sequence_once"),)

    def __str__(self) -> str:
        return f"{self.sequence} {self.action}"
