"""The figures updates state, kept beside them, and a partnership's own words to be careful with."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from jointaction.domain.claims.values import Direction, Unit
from jointaction.domain.claims.words_kept import WordKind
from jointaction.store.models.partners import Partnership
from jointaction.store.models.updates import Update


class StatedFigure(models.Model):
    """One figure an update states, as domain.claims read it; `value` is its size without sign."""

    of_update = models.ForeignKey(Update, on_delete=models.CASCADE)
    position = models.PositiveIntegerField()
    quote = models.TextField()
    value_text = models.CharField(max_length=80)
    value = models.FloatField()
    what = models.TextField()
    unit = models.CharField(max_length=30, choices=[(unit.value, unit.value) for unit in Unit])
    direction = models.CharField(
        max_length=10, blank=True, choices=[(way.value, way.value) for way in Direction]
    )
    comparison = models.TextField(blank=True)
    hedge = models.CharField(max_length=40, blank=True)
    place = models.CharField(max_length=200, blank=True)
    time = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint("of_update", "position", name="figure_position_once"),
            models.CheckConstraint(
                condition=Q(unit__in=[unit.value for unit in Unit]), name="figure_unit_known"
            ),
        )

    def __str__(self) -> str:
        return f"{self.value_text} {self.what}"


class LocalWord(models.Model):
    """A name or topic of the district that should not stand in anything public."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT)
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.label) for kind in WordKind])
    word = models.CharField(max_length=120)

    class Meta:
        ordering = ("kind", "word")
        constraints = (
            models.UniqueConstraint("partnership", "kind", Lower("word"), name="local_word_once"),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in WordKind]), name="local_word_kind_known"
            ),
        )

    def __str__(self) -> str:
        return self.word
