"""What search looks through: the words of each objective, and up to which version of its plan they go."""

from django.db import models

from jointaction.store.models.plans import Objective, Plan


class SearchText(models.Model):
    """The words of an objective, or of a plan itself, a column a kind and a line a passage.

    Derived from the plan by changes/search.py. `wall` names the partnership ("w12") as a word of the index.
    The migration `search` adds each database's full-text index and, on SQLite, the triggers that keep it:
    a later migration that makes this table anew there has to add them again. On PostgreSQL the column
    `indexed` keeps the words as its index has them (migration `search_words_kept`).
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE)
    objective = models.OneToOneField(Objective, on_delete=models.CASCADE, null=True)
    wall = models.CharField(max_length=24)
    heading = models.TextField(blank=True)
    actions = models.TextField(blank=True)
    measures = models.TextField(blank=True)
    updates = models.TextField(blank=True)
    other = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.heading


class SearchedPlan(models.Model):
    """The version of a plan whose words search knows; a lower one than the plan's is out of date."""

    plan = models.OneToOneField(Plan, on_delete=models.CASCADE, primary_key=True)
    version = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"plan {self.plan_id} at version {self.version}"
