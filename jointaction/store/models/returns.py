"""The quarter: rounds of updates, each agency's return, its answers and what is attached to them."""

from django.db import models
from django.db.models import F, Q

from jointaction.domain.returns import ReturnState, RoundState
from jointaction.store.models.partners import Agency, Area, Partnership, Person
from jointaction.store.models.plans import Objective, Plan


class Round(models.Model):
    """One collecting of updates for a plan and a period, from its opening to its close."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT)
    period = models.CharField(max_length=20)
    opens_on = models.DateField()
    due_on = models.DateField()
    state = models.CharField(
        max_length=20,
        choices=[(state.value, state.value) for state in RoundState],
        default=RoundState.OPEN.value,
    )
    version = models.PositiveIntegerField(default=1)
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-due_on", "-pk")
        constraints = (
            models.UniqueConstraint("plan", "period", name="round_once_a_period"),
            models.CheckConstraint(condition=Q(due_on__gte=F("opens_on")), name="round_due_after_opening"),
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in RoundState]), name="round_state_known"
            ),
            models.CheckConstraint(
                condition=Q(period__regex=r"^\d{4}-\d{2}( Q[1-4])?$"), name="round_period_is_a_period"
            ),
        )

    def __str__(self) -> str:
        return f"{self.plan}, {self.period}"


class Return(models.Model):
    """What one agency answers in a round. `note` says why it was sent back or excused.

    `extended_to` is a later day that holds for this agency alone.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    state = models.CharField(
        max_length=30,
        choices=[(state.value, state.value) for state in ReturnState],
        default=ReturnState.NOT_DUE.value,
    )
    version = models.PositiveIntegerField(default=1)
    note = models.TextField(blank=True)
    extended_to = models.DateField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True)
    submitted_by = models.CharField(max_length=120, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("agency__name",)
        constraints = (
            models.UniqueConstraint("round", "agency", name="return_once_an_agency"),
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in ReturnState]), name="return_state_known"
            ),
        )

    def __str__(self) -> str:
        return f"{self.agency}: {self.state}"


class Answer(models.Model):
    """What an agency writes on one objective (for one area where the plan splits), until it is accepted.

    `version` counts the saves; `as_before` says that nothing changed since the last update.
    """

    of_return = models.ForeignKey(Return, on_delete=models.PROTECT)
    objective = models.ForeignKey(Objective, on_delete=models.PROTECT)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True)
    text = models.TextField(blank=True)
    status = models.CharField(max_length=40, blank=True)
    status_reason = models.TextField(blank=True)
    as_before = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=120)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                "of_return", "objective", condition=Q(area__isnull=True), name="answer_once_an_objective"
            ),
            models.UniqueConstraint(
                "of_return",
                "objective",
                "area",
                condition=Q(area__isnull=False),
                name="answer_once_an_area",
            ),
        )

    def __str__(self) -> str:
        return self.text[:40]


class Evidence(models.Model):
    """A file attached to an answer, kept under its SHA-256 (store/files.py); pictures without their EXIF."""

    answer = models.ForeignKey(Answer, on_delete=models.PROTECT)
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    size_bytes = models.PositiveBigIntegerField()
    added_by = models.CharField(max_length=120)
    added_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "evidence"
        constraints = (
            models.UniqueConstraint("answer", "sha256", name="evidence_once_an_answer"),
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="evidence_sha256_hex"),
        )

    def __str__(self) -> str:
        return self.name


class ReturnLink(models.Model):
    """A link that opens one return and nothing else, without a password; only its hash is kept.

    `replaced_at`: a later one went to the same address. It opens nothing anew; who is in by it stays in.
    """

    of_return = models.ForeignKey(Return, on_delete=models.PROTECT)
    sha256 = models.CharField(max_length=64, unique=True)
    sent_to = models.EmailField(blank=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    replaced_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)
    times_used = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="link_sha256_hex"),
            models.CheckConstraint(condition=Q(expires_at__gt=F("made_at")), name="link_expires_after_made"),
        )

    def __str__(self) -> str:
        return f"link to return {self.of_return_id}"


class ReturnSheet(models.Model):
    """A Word or Excel file that came back with a return's answers, read but not yet accepted.

    `reading` is the JSON of what was read, or of the sentences why it could not be.
    """

    of_return = models.ForeignKey(Return, on_delete=models.PROTECT)
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    size_bytes = models.PositiveBigIntegerField()
    reading = models.TextField()
    brought_by = models.CharField(max_length=120)
    brought_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    was_accepted = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="sheet_sha256_hex"),
        )

    def __str__(self) -> str:
        return self.name
