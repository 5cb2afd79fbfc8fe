"""What a partnership keeps for all its plans: layouts, status schemes and indicators of its own."""

from django.db import models
from django.db.models.functions import Lower

from jointaction.store.models.partners import Partnership


class Layout(models.Model):
    """A table layout of a partnership's own.

    `columns` is a list of {"heading", "field", "width", "by_area", "by_quarter"} in print order.
    """

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT)
    name = models.CharField(max_length=120)
    columns = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint("partnership", Lower("name"), name="layout_named_once_in_partnership"),
        )

    def __str__(self) -> str:
        return self.name


class StatusScheme(models.Model):
    """A status scheme of a partnership's own.

    `statuses` is a list of {"key", "word", "shape", "colour", "definition", "rank"} in print order.
    """

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT)
    name = models.CharField(max_length=120)
    statuses = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint("partnership", Lower("name"), name="scheme_named_once_in_partnership"),
        )

    def __str__(self) -> str:
        return self.name


class Indicator(models.Model):
    """An indicator of a partnership's own: its code, what it counts and where it comes from."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT)
    scheme = models.CharField(max_length=80)
    code = models.CharField(max_length=40)
    title = models.CharField(max_length=300)
    definition = models.TextField(blank=True)
    source = models.CharField(max_length=300, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("scheme", "code")
        constraints = (
            models.UniqueConstraint("partnership", Lower("code"), name="indicator_code_once_in_partnership"),
        )

    def __str__(self) -> str:
        return f"{self.code}: {self.title}"
