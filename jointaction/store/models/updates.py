"""What was reported on an objective, period by period."""

from django.db import models

from jointaction.store.models.partners import Area
from jointaction.store.models.plans import Objective
from jointaction.store.models.returns import Answer


class Update(models.Model):
    """One report on an objective for a quarter or a year, for an area where the plan splits.

    `period` is written as domain.periods.Period writes it: 2008-09 Q4. `answer` is the accepted answer it
    came from; one without came from a document or was written by hand. `figures_of` is the
    SHA-256 of the text whose figures are kept (StatedFigure); another text's are out of date.
    """

    objective = models.ForeignKey(Objective, on_delete=models.CASCADE)
    position = models.PositiveIntegerField()
    period = models.CharField(max_length=20, null=True)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True)
    text = models.TextField()
    answer = models.OneToOneField(Answer, on_delete=models.PROTECT, null=True)
    figures_of = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(period__isnull=True) | models.Q(period__regex=r"^\d{4}-\d{2}( Q[1-4])?$"),
                name="update_period_is_a_period",
            ),
        )

    def __str__(self) -> str:
        return f"{self.period}: {self.text[:40]}"
