"""Chasing and the calendar: whom to write to, what was written, when the groups meet."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from jointaction.domain.returns import ChaseAudience
from jointaction.store.models.partners import Agency, Group, Partnership, Person
from jointaction.store.models.returns import Return


class Contact(models.Model):
    """Somebody at an agency who is written to about its returns; they need no account."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE)
    name = models.CharField(max_length=120)
    email = models.EmailField()
    is_senior = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("is_senior", "name")
        constraints = (models.UniqueConstraint("agency", Lower("email"), name="contact_once_an_agency"),)

    def __str__(self) -> str:
        return self.name


class ChaseStep(models.Model):
    """A message that goes out some days after (or, below zero, before) a return is due."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT)
    days = models.SmallIntegerField()
    audience = models.CharField(
        max_length=40, choices=[(audience.value, audience.value) for audience in ChaseAudience]
    )
    subject = models.CharField(max_length=200)
    body = models.TextField()
    is_on = models.BooleanField(default=True)
    is_added = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("days", "audience")
        constraints = (
            models.UniqueConstraint("partnership", "days", "audience", name="chase_step_once"),
            models.CheckConstraint(
                condition=Q(audience__in=[audience.value for audience in ChaseAudience]),
                name="chase_audience_known",
            ),
            models.CheckConstraint(condition=Q(days__gte=-60, days__lte=60), name="chase_days_within_60"),
        )

    def __str__(self) -> str:
        return f"{self.days}: {self.subject}"


class OutgoingMail(models.Model):
    """A message to one person, kept until the mail server has taken it; `key` makes it go out once."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT)
    key = models.CharField(max_length=120)
    about = models.ForeignKey(Return, on_delete=models.PROTECT, null=True)
    to_name = models.CharField(max_length=120)
    to_email = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField()
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True)
    failure = models.TextField(blank=True)

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints = (models.UniqueConstraint("partnership", "key", name="mail_made_once"),)

    def __str__(self) -> str:
        return f"{self.to_email}: {self.subject}"


class Meeting(models.Model):
    """A meeting in the partnership's calendar, of a group or open to all."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, null=True)
    title = models.CharField(max_length=200)
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=120)
    place = models.CharField(max_length=200, blank=True)
    papers_due_on = models.DateField(null=True, blank=True)
    idempotency_key = models.UUIDField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("starts_at",)
        constraints = (
            models.UniqueConstraint("partnership", "idempotency_key", name="meeting_made_once"),
            models.CheckConstraint(condition=Q(minutes__gte=5, minutes__lte=1440), name="meeting_lasts"),
        )

    def __str__(self) -> str:
        return self.title


class FeedAddress(models.Model):
    """A person's own address of the calendar as a feed; whoever has it reads titles and days.

    Only the SHA-256 of its secret is kept; a person has one at a time, and ends it by taking a new one.
    """

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                "partnership", "person", condition=Q(ended_at__isnull=True), name="feed_once_a_person"
            ),
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="feed_sha256_hex"),
        )

    def __str__(self) -> str:
        return f"calendar feed of {self.person_id}"
