"""A plan as accepted: themes, objectives and what each objective's row says."""

from django.db import models

from jointaction.domain.fields import Field
from jointaction.domain.life import FundingKind, PlanState
from jointaction.store.models.documents import Import
from jointaction.store.models.partners import Agency, Group, Partnership


class Plan(models.Model):
    """A partnership's plan for a year (or several), in the columns its council uses.

    `columns` is its layout: a list of {"heading", "field", "width", "by_area", "by_quarter"} in the council's
    order (plans accepted before layouts existed have [heading, field] pairs). `scheme` is its status scheme
    as {"key", "name", "statuses"}, null where it has none. `version` counts every change of what its page
    shows.
    """

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT)
    title = models.CharField(max_length=300)
    year_first = models.PositiveSmallIntegerField()
    years = models.PositiveSmallIntegerField(default=1)
    columns = models.JSONField(default=list)
    scheme = models.JSONField(null=True)
    state = models.CharField(
        max_length=20,
        choices=[(state.value, state.value) for state in PlanState],
        default=PlanState.CURRENT.value,
    )
    agreed_by = models.CharField(max_length=200, blank=True)
    agreed_on = models.DateField(null=True, blank=True)
    is_public = models.BooleanField(default=False)
    came_from = models.ForeignKey(Import, on_delete=models.PROTECT, null=True)
    accepted_at = models.DateTimeField()
    idempotency_key = models.UUIDField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("-year_first", "title")
        constraints = (
            models.UniqueConstraint("partnership", "idempotency_key", name="plan_made_once"),
            models.CheckConstraint(
                condition=models.Q(year_first__gte=1990, year_first__lte=2100, years__gte=1, years__lte=10),
                name="plan_year_is_a_year",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=[state.value for state in PlanState]), name="plan_state_known"
            ),
        )

    def __str__(self) -> str:
        return self.title


class Theme(models.Model):
    """A section of a plan; a plan without themes has one with number and title null."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE)
    position = models.PositiveIntegerField()
    number = models.CharField(max_length=20, null=True)
    title = models.CharField(max_length=500, null=True)
    idempotency_key = models.UUIDField(null=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint("plan", "position", name="theme_position_once"),
            models.UniqueConstraint("plan", "idempotency_key", name="theme_made_once"),
        )

    def __str__(self) -> str:
        return self.title or ""


class Objective(models.Model):
    """One objective (or aim): a row of the plan's table."""

    theme = models.ForeignKey(Theme, on_delete=models.CASCADE)
    position = models.PositiveIntegerField()
    ref = models.CharField(max_length=40, null=True)
    text = models.TextField(blank=True)
    timescale = models.TextField(null=True)
    funding = models.TextField(null=True)
    status = models.TextField(null=True)
    baseline = models.TextField(null=True)
    target = models.TextField(null=True)
    due_on = models.DateField(null=True, blank=True)
    funding_kind = models.CharField(
        max_length=40, blank=True, choices=[(kind.value, kind.value) for kind in FundingKind]
    )
    cost_planned = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    cost_spent = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    idempotency_key = models.UUIDField(null=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint("theme", "position", name="objective_position_once"),
            models.UniqueConstraint("theme", "idempotency_key", name="objective_made_once"),
            models.CheckConstraint(
                condition=models.Q(funding_kind__in=["", *(kind.value for kind in FundingKind)]),
                name="funding_kind_known",
            ),
            models.CheckConstraint(
                condition=models.Q(cost_planned__isnull=True) | models.Q(cost_planned__gte=0),
                name="cost_planned_not_below_zero",
            ),
            models.CheckConstraint(
                condition=models.Q(cost_spent__isnull=True) | models.Q(cost_spent__gte=0),
                name="cost_spent_not_below_zero",
            ),
        )

    def __str__(self) -> str:
        return f"{self.ref or ''} {self.text}".strip()


class Line(models.Model):
    """One of an objective's lines of text, in order."""

    objective = models.ForeignKey(Objective, on_delete=models.CASCADE)
    position = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        abstract = True
        ordering = ("position",)

    def __str__(self) -> str:
        return self.text


class Action(Line):
    """Something the partnership promised to do for an objective."""


class Measure(Line):
    """How the partnership said it would see whether the objective is met."""


class IndicatorRef(Line):
    """A national or local indicator's code, as the plan writes it."""


class Note(Line):
    """Text of a column that has no field of its own."""

    heading = models.TextField()


class PartyPart(models.TextChoices):
    """What a party does for an objective."""

    LEAD_AGENCY = Field.LEAD_AGENCY.value, "lead agency"
    LEAD_GROUP = Field.LEAD_GROUP.value, "lead group"
    SUPPORT = Field.SUPPORT.value, "support"


class Party(Line):
    """An agency, group or post that leads or supports an objective; `text` is the name as written."""

    part = models.CharField(max_length=20, choices=PartyPart.choices)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, null=True)

    class Meta(Line.Meta):
        verbose_name_plural = "parties"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(agency__isnull=True) | models.Q(group__isnull=True),
                name="party_is_agency_or_group",
            ),
        )


class Origin(models.Model):
    """Where one field of an objective stood in the document it came from, and its words there."""

    objective = models.ForeignKey(Objective, on_delete=models.CASCADE)
    position = models.PositiveIntegerField()
    field = models.CharField(max_length=20, choices=[(field.value, field.label) for field in Field])
    area = models.CharField(max_length=200, null=True)
    page = models.PositiveIntegerField(null=True)
    line = models.PositiveIntegerField(null=True)
    cell = models.CharField(max_length=20, null=True)
    sheet = models.CharField(max_length=200, null=True)
    table = models.PositiveIntegerField(null=True)
    source_text = models.TextField()
    confidence = models.FloatField(default=1.0)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(confidence__gte=0, confidence__lte=1), name="origin_confidence_0_to_1"
            ),
        )

    def __str__(self) -> str:
        return f"{self.field} of {self.objective_id}"
