"""Questions on updates that somebody has settled."""

from django.db import models

from jointaction.store.models.partners import Partnership, Person


class SettledQuestion(models.Model):
    """A question (by its key, domain.claims) that needs no answer any more, and why."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT)
    key = models.CharField(max_length=64)
    kind = models.CharField(max_length=40)
    quote = models.TextField()
    reason = models.CharField(max_length=300)
    settled_by = models.ForeignKey(Person, on_delete=models.PROTECT)
    settled_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint("partnership", "key", name="question_settled_once"),)

    def __str__(self) -> str:
        return f"{self.kind}: {self.reason}"
