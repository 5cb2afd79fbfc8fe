"""Which objective continues which, across years and layouts."""

from django.db import models
from django.db.models import F, Q

from jointaction.store.models.partners import Person
from jointaction.store.models.plans import Objective


class Continuation(models.Model):
    """A person's word that an objective continues one of an earlier plan.

    Several earlier ones make a merger, several later ones a split.
    """

    earlier = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="continued_by")
    later = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="continues")
    confirmed_by = models.ForeignKey(Person, on_delete=models.PROTECT)
    confirmed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint("earlier", "later", name="continuation_once"),
            models.CheckConstraint(condition=~Q(earlier=F("later")), name="continuation_of_another"),
        )

    def __str__(self) -> str:
        return f"{self.later_id} continues {self.earlier_id}"
