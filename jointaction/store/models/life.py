"""The life of a plan: amendments to what was agreed, what became of each objective, how it stood."""

from django.db import models
from django.db.models import Q

from jointaction.domain.life import Ending, Strand
from jointaction.store.models.partners import Area, Person
from jointaction.store.models.plans import Objective, Plan, Theme

PERIOD = r"^\d{4}-\d{2}( Q[1-4])?$"


class Amendment(models.Model):
    """A numbered change to a plan that was agreed already: why, and each field before and after.

    `changes` is a list of {"objective": id, "ref": .., "field": .., "before": .., "after": ..}.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE)
    number = models.PositiveIntegerField()
    reason = models.TextField()
    agreed_by = models.CharField(max_length=200, blank=True)
    changes = models.JSONField(default=list)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint("plan", "number", name="amendment_number_once"),)

    def __str__(self) -> str:
        return f"Amendment {self.number}"


class ThemeStrand(models.Model):
    """A strand of section 6 of the Crime and Disorder Act that a theme serves."""

    theme = models.ForeignKey(Theme, on_delete=models.CASCADE)
    strand = models.CharField(max_length=60, choices=[(strand.value, strand.value) for strand in Strand])

    class Meta:
        constraints = (
            models.UniqueConstraint("theme", "strand", name="strand_once_in_theme"),
            models.CheckConstraint(
                condition=Q(strand__in=[strand.value for strand in Strand]), name="strand_known"
            ),
        )

    def __str__(self) -> str:
        return self.strand


class ObjectiveEnding(models.Model):
    """What became of an objective when its plan was rolled over, and why."""

    objective = models.OneToOneField(Objective, on_delete=models.CASCADE)
    ending = models.CharField(max_length=30, choices=[(ending.value, ending.value) for ending in Ending])
    reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT)
    decided_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(ending__in=[ending.value for ending in Ending]), name="ending_known"
            ),
            models.CheckConstraint(
                condition=~Q(ending=Ending.CLOSED.value) | ~Q(reason=""), name="closed_with_a_reason"
            ),
        )

    def __str__(self) -> str:
        return f"{self.objective_id}: {self.ending}"


class StatusSet(models.Model):
    """How somebody said an objective stood in a period; the newest row counts, the others are its history.

    `status` is the key of a status of the plan's scheme.
    """

    objective = models.ForeignKey(Objective, on_delete=models.CASCADE)
    period = models.CharField(max_length=20)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True)
    status = models.CharField(max_length=40)
    reason = models.TextField(blank=True)
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True)
    set_by_name = models.CharField(max_length=120)
    set_at = models.DateTimeField()

    class Meta:
        ordering = ("set_at", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(period__regex=PERIOD), name="status_period_is_a_period"),
        )
        indexes = (models.Index("objective", "period", name="status_of_objective"),)

    def __str__(self) -> str:
        return f"{self.period}: {self.status}"
